package microcosm.agents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import microcosm.memory.Recollection;
import microcosm.trace.EventId;

/// What somebody answers when asked on the side: how likely they find what the question speaks of, and what comes to their mind.
///
/// @param person id of who was asked
/// @param step at whose end they were asked, from 0
/// @param views one for each claim the question speaks of, in the order of its words; empty where it speaks of none
/// @param thoughts what came up for the question, best first
/// @param said in their own words, where a model or a human plays them; no words where they gave none that could be used
public record Interview(String person, String question, int step, List<View> views, List<Thought> thoughts,
        Optional<String> said) {
    private static final int MOST_TOLD = 3;

    public Interview {
        views = List.copyOf(views);
        thoughts = List.copyOf(thoughts);
    }

    /// How likely somebody finds a claim.
    ///
    /// @param credence in [0, 1]
    /// @param since the event by which they came to it; empty where they began with it
    public record View(String claim, String title, BigDecimal credence, Optional<EventId> since) {
        /// @return `I rather doubt that “The mill will stop”`
        String said() {
            double c = credence.doubleValue();
            String stance = c >= 0.95
                    ? "I am sure of it"
                    : c >= 0.75
                            ? "I believe it"
                            : c > 0.55
                                    ? "I rather think so"
                                    : c >= 0.45
                                            ? "I cannot say"
                                            : c > 0.25
                                                    ? "I rather doubt it"
                                                    : c > 0.05 ? "I do not believe it" : "I am sure it is not so";
            return "“" + title + "”: " + stance + " (" + credence.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN)
                    + " %).";
        }
    }

    /// Something that came to mind.
    ///
    /// @param from name of who said it; empty for what nobody said
    public record Thought(Recollection recollection, Optional<String> from) {
        String said() {
            String text = "“" + recollection.memory().text().strip() + "”";
            return from.map(name -> name + " said " + text).orElse(text);
        }
    }

    /// The answer in words, as the person would give it: first what they think, then what it brings to mind.
    public String answer() {
        if (said.isPresent()) {
            return said.get().isBlank() ? "(no answer that could be used)" : said.get();
        }
        var said = new ArrayList<String>();
        views.forEach(view -> said.add(view.said()));
        if (thoughts.isEmpty()) {
            said.add("Nothing comes to mind.");
        } else {
            said.add("What comes to mind: "
                    + String.join("; ", thoughts.stream().limit(MOST_TOLD).map(Thought::said).toList()));
        }
        return String.join(" ", said);
    }
}
