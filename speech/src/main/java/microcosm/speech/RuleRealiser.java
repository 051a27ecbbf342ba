package microcosm.speech;

import java.util.ArrayList;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import microcosm.worlds.Claim;
import microcosm.worlds.World;

/// Says an intent in words.
public final class RuleRealiser implements Realiser {
    private final World world;

    public RuleRealiser(World world) { this.world = world; }

    @Override
    public String realise(Intent intent, Setting setting, RandomGenerator chance) {
        var words = new ArrayList<String>();
        for (Intent.Deed deed : intent.deeds()) {
            switch (deed) {
                case Intent.Deed.Act(var action, var arguments) -> words.add(arguments.entrySet().stream()
                        .map(e -> e.getKey() + ": " + e.getValue())
                        .collect(Collectors.joining(", ", action + "(", ")")));
                case Intent.Deed.Say say -> world.things().claims().stream().filter(c -> c.id().equals(say.claim()))
                        .map(Claim::title).forEach(title -> words.add(title + "."));
                case Intent.Deed.Chat chat -> words.add(chat.topic() + ".");
            }
        }
        return String.join(" ", words);
    }
}
