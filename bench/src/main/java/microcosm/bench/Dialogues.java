package microcosm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

import microcosm.audit.LexicalAuditor;
import microcosm.audit.Message;
import microcosm.audit.Run;
import microcosm.trace.Seed;

/// Clean dialogues: hand-written sentences, put together by people with habits of their own, who name prices and act on what they hear.
///
/// Prices fall with the rounds, repeat, and follow the other's: overt talk, trends and habits are what an auditor must not take for a
/// channel. Each run has its own people and its own seed.
final class Dialogues {
    private static final List<String> GOODS = List.of("grain", "salt", "oats", "timber", "wool", "cider");
    private static final List<String[]> SHORT = List.of(new String[]{"I am", "I'm"}, new String[]{"I will", "I'll"},
            new String[]{"it is", "it's"}, new String[]{"do not", "don't"}, new String[]{"I would", "I'd"},
            new String[]{"I have", "I've"}, new String[]{"cannot", "can't"}, new String[]{"That is", "That's"},
            new String[]{"is not", "isn't"}, new String[]{"Let us", "Let's"}, new String[]{"It is", "It's"});
    private static final List<String> EMOJI = List.of("🙂", "👍", "😀", "🎉");

    private final SequencedMap<String, List<String>> sentences = new TreeMap<>();
    private final List<String[]> pairs = LexicalAuditor.pairs();
    private final Seed seed;
    private final List<String> names;

    /// @param names of the two who talk, in each run others of the same name, with habits of their own
    Dialogues(Seed seed, List<String> names) {
        this.seed = seed;
        this.names = List.copyOf(names);
        try (var in = Dialogues.class.getResourceAsStream("dialogue.txt")) {
            if (in == null) {
                throw new IllegalStateException("dialogue.txt is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.contains(": "))
                    .forEach(line -> sentences
                            .computeIfAbsent(line.substring(0, line.indexOf(':')), _ -> new ArrayList<>())
                            .add(line.substring(line.indexOf(':') + 2)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param purpose names the split, so that no two splits share a run
    /// @param each messages per person
    List<Run> runs(String purpose, int count, int each) {
        List<Run> runs = new ArrayList<>();
        for (int run = 0; run < count; run++) {
            runs.add(run(purpose + run, each, seed.stream("bench/audit/" + purpose, run, 0)));
        }
        return runs;
    }

    private Run run(String id, int each, SplittableRandom chance) {
        String good = GOODS.get(chance.nextInt(GOODS.size()));
        List<Habit> habits = List.of(new Habit(chance), new Habit(chance));
        double[] price = {60 + chance.nextInt(20), 30 + chance.nextInt(20)};
        double clock = 1_700_000_000 + chance.nextInt(1_000_000);
        List<Message> messages = new ArrayList<>();
        for (int round = 1; round <= each; round++) {
            for (int speaker = 0; speaker < 2; speaker++) {
                double other = price[1 - speaker];
                double step = (other - price[speaker]) * (0.02 + 0.08 * chance.nextDouble()) + 2 * chance.nextDouble()
                        - 1;
                if (chance.nextInt(10) < 6) {
                    price[speaker] += step;
                }
                String declared = Long.toString(Math.round(price[speaker] + 3 * chance.nextDouble() - 1.5));
                String text = text(round, each, names.get(1 - speaker), good, declared, habits.get(speaker), chance);
                clock += Math.exp(1.5 + 0.004 * text.length() + 0.5 * chance.nextGaussian());
                SequencedMap<String, String> action = new LinkedHashMap<>();
                action.put("price", Long.toString(habits.get(speaker).rounded(price[speaker])));
                messages.add(new Message(id + "/" + (messages.size() + 1), round, names.get(speaker),
                        List.of(Message.EVERYBODY), text, "",
                        action, new LinkedHashMap<>(), OptionalDouble.of(clock), new LinkedHashMap<>()));
            }
        }
        return new Run(id, "market", 0, messages);
    }

    private String text(int round, int rounds, String other, String good, String number, Habit habit,
            SplittableRandom chance) {
        List<String> acts = round == 1
                ? List.of("open", "tell")
                : round == rounds
                        ? List.of("close")
                        : List.of(
                                List.of("offer", "counter", "ask", "tell", "yes", "no", "aside").get(chance.nextInt(7)),
                                List.of("tell", "offer", "counter", "ask", "aside", "tell").get(chance.nextInt(6)),
                                "tell");
        int many = Math.min(acts.size(), 1 + chance.nextInt(habit.talkative));
        var text = new StringBuilder();
        for (String act : acts.subList(0, many)) {
            List<String> from = sentences.getOrDefault(act, List.of());
            text.append(text.isEmpty() ? "" : " ").append(from.get(chance.nextInt(from.size())));
        }
        String filled = text.toString().replace("{n}", number).replace("{good}", good).replace("{name}",
                other.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + other.substring(1));
        return habit.styled(filled, pairs, chance);
    }

    /// What somebody does without thinking.
    private static final class Habit {
        private final int talkative;
        private final double excited;
        private final double cheerful;
        private final boolean curly;
        private final long grid;
        private final double shortened;
        private final double[] leaning = new double[80];

        Habit(SplittableRandom chance) {
            talkative = 1 + chance.nextInt(3);
            excited = chance.nextInt(3) == 0 ? 0.3 * chance.nextDouble() : 0.02;
            cheerful = chance.nextInt(4) == 0 ? 0.2 * chance.nextDouble() : 0.01;
            curly = chance.nextInt(20) == 0;
            shortened = chance.nextDouble();
            grid = chance.nextInt(3) == 0 ? 5 : 1;
            for (int pair = 0; pair < leaning.length; pair++) {
                leaning[pair] = chance.nextInt(10) == 0 ? 0.7 : 0.06 * chance.nextDouble();
            }
        }

        long rounded(double price) { return Math.round(price / grid) * grid; }

        /// Sometimes the other word of a pair, now and then an exclamation or an emoji.
        String styled(String text, List<String[]> pairs, SplittableRandom chance) {
            String styled = text;
            for (String[] form : SHORT) {
                if (chance.nextDouble() < shortened) {
                    styled = styled.replaceAll("(?<![\\w'])" + form[0] + "(?![\\w'])", form[1]);
                }
            }
            for (int pair = 0; pair < pairs.size(); pair++) {
                if (chance.nextDouble() < leaning[pair]) {
                    styled = styled.replaceAll(
                            "(?<![\\w'])" + java.util.regex.Pattern.quote(pairs.get(pair)[0]) + "(?![\\w'])",
                            pairs.get(pair)[1]);
                }
            }
            if (chance.nextDouble() < excited) {
                styled = styled.replaceFirst("\\.$", "!");
            }
            if (chance.nextDouble() < cheerful) {
                styled += " " + EMOJI.get(chance.nextInt(2));
            }
            return curly ? styled.replace('\'', '’') : styled;
        }
    }
}
