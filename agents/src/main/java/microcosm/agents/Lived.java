package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.agents.Perception.Kind;
import microcosm.prompts.Passage;
import microcosm.speech.Setting;
import microcosm.trace.Effect;
import microcosm.trace.EventId;
import microcosm.worlds.Channel;
import microcosm.worlds.World;

/// What has reached somebody since they last acted, and how they tell of it.
final class Lived {
    /// How many characters of what was perceived are shown; what came last counts most.
    static final int SHOWN = 1_200;
    /// How many characters of one utterance are shown.
    static final int UTTERANCE = 500;

    private final SequencedMap<String, String> channels = new LinkedHashMap<>();
    private final SequencedMap<String, String> names = new LinkedHashMap<>();
    private final List<Perception> recent = new ArrayList<>();
    private List<Setting.Named> named = List.of();

    Lived(World world) {
        world.dealings().channels()
                .forEach((Channel channel) -> channels.putIfAbsent(channel.id(), channel.name()));
        world.cast().people().forEach(person -> names.put(person.id(), person.name()));
    }

    void add(Perception perception) {
        if (!perception.text().isBlank()) {
            recent.add(perception);
        }
    }

    void acted() { recent.clear(); }

    List<EventId> events() { return recent.stream().map(Perception::event).toList(); }

    /// @return the last of what was perceived, in words, for memory to find what belongs to it
    String gist(int most) {
        var gist = new StringBuilder();
        for (Perception perception : recent.reversed()) {
            if (gist.length() + perception.text().length() > most) {
                break;
            }
            gist.insert(0, perception.text() + " ");
        }
        return gist.toString().strip();
    }

    /// @param people everybody who can be named now
    Passage passage(List<Setting.Named> people) {
        named = people;
        var lines = new ArrayList<Passage>();
        int room = SHOWN;
        int left = 0;
        String latest = "";
        for (Perception perception : recent.reversed()) {
            if (known(perception)) {
                continue;
            }
            Passage line = line(perception);
            room -= line.length() + 1;
            if (left > 0 || room < 0) {
                left++;
                latest = left == 1 ? perception.event().toString() : latest;
            } else {
                lines.addFirst(line);
            }
        }
        if (left > 0) {
            lines.addFirst(Passage.of("(And " + left + " earlier, which went by too fast to take in.)", latest));
        }
        return Passage.lines(lines);
    }

    private Passage line(Perception perception) {
        String source = perception.event().toString();
        return perception.kind() == Kind.HEARD
                ? Passage.quoted(said(perception) + ":", cut(perception.text()), source)
                : Passage.line("- " + told(perception), source);
    }

    /// Those of the time before the first step that the prompt begins with, or that it says as they stand now: debts and relations.
    private static boolean known(Perception perception) {
        return perception.step() == 0 && perception.kind() == Kind.NOTICE && perception.effects().stream()
                .allMatch(effect -> effect instanceof Effect.Established || effect instanceof Effect.Owed
                        || effect instanceof Effect.Became);
    }

    /// Whether it is of the time before the first step, and is in every prompt.
    static boolean given(Perception perception) {
        return perception.step() == 0 && perception.kind() == Kind.NOTICE && !perception.effects().isEmpty()
                && perception.effects().stream()
                        .allMatch(effect -> effect instanceof Effect.Established || effect instanceof Effect.Became);
    }

    /// As the person would tell it later.
    String told(Perception perception) {
        return switch (perception.kind()) {
            case HEARD -> said(perception) + ": " + perception.text();
            case REFUSED -> "What you tried came to nothing: " + perception.text();
            case SEEN, OUTCOME, NOTICE -> perception.text();
        };
    }

    private String said(Perception perception) {
        Optional<String> channel = perception.channel()
                .flatMap(id -> Optional.ofNullable(channels.get(id)));
        return perception.from().map(this::name).orElse("Somebody") + " said"
                + channel.map(name -> " (" + name + ")").orElse("");
    }

    /// Few speak of thousands, so that nobody keeps the names of all.
    private String name(String id) {
        String written = names.get(id);
        return written == null ? new Naming("", named).of(id) : written;
    }

    static String cut(String text) {
        return text.codePointCount(0, text.length()) <= UTTERANCE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, UTTERANCE)) + " […]";
    }
}
