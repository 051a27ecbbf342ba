package microcosm.bench;

import java.util.Locale;

/// Writes worlds of any size in which everybody lives in a hamlet of five, trades and talks there: so what one person sees does not grow
/// with the society.
final class Hamlets {
    static final int SIZE = 5;

    private Hamlets() {}

    /// @param people a multiple of [#SIZE]
    /// @param steps at least 1
    /// @param order `shuffled` or `simultaneous`
    static String world(int people, int steps, String order) {
        var page = new StringBuilder(200 * people);
        page.append("""
                ---
                format: world/1
                id: hamlets
                clock: {unit: day, steps: %d, order: %s}
                game-master: rules
                ---

                # Hamlets

                Hamlets of five households trade grain and salt, and talk.

                ## People
                """.formatted(steps, order));
        for (int person = 0; person < people; person++) {
            page.append("\n### ").append(name(person)).append('\n')
                    .append("- goal: min(grain, ").append(6 + person % 5).append(") + 0.").append(1 + person % 7)
                    .append(" * salt\n")
                    .append("- honesty: 0.").append(5 + person % 5).append('\n')
                    .append("- place: [").append(hamlet(person)).append("](#")
                    .append(hamlet(person).toLowerCase(Locale.ROOT))
                    .append(")\n");
            if (person % SIZE < 2) {
                page.append("- believes: [The bridge will hold](#the-bridge-will-hold) 0.")
                        .append(person % SIZE == 0 ? 9 : 1)
                        .append('\n');
            }
        }
        page.append("\n## Places\n");
        for (int first = 0; first < people; first += SIZE) {
            page.append("\n### ").append(hamlet(first)).append('\n');
        }
        page.append("""

                ## Claims

                ### The bridge will hold
                The bridge below the hamlets will stand through the spring flood.

                ## Goods

                | good | unit | made or used |
                |---|---|---|
                | grain | sack | no |
                | salt | block | no |

                ## Holdings

                | who | grain | salt |
                |---|--:|--:|
                """);
        for (int person = 0; person < people; person++) {
            page.append("| [").append(name(person)).append("](#").append(name(person).toLowerCase(Locale.ROOT))
                    .append(") | ")
                    .append(3 + person * 7 % 12).append(" | ").append(2 + person * 5 % 9).append(" |\n");
        }
        page.append("""

                ## Channels

                | channel | who may speak | open | heard by |
                |---|---|---|---|
                | doorstep | everyone | every day | addressee |

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | offer(to: person, give: goods, get: goods) | holds(actor, give) | open_offer(to, give, get, 1) |
                | accept(offer: offer) | holds(actor, offer.get) | swap(offer) |
                | say(channel: channel, to: person?, text: speech) | may_speak(actor, channel) | tell(channel, to, text) |
                | wait() | | |

                ## Measures

                | measure | when | is |
                |---|---|---|
                | trades | every day | count(events, action = "accept") |
                """);
        return page.toString();
    }

    private static String name(int person) {
        String[] first = {"Ada", "Bo", "Cleo", "Dai", "Eda", "Finn", "Gil", "Hana", "Ivo", "Jun", "Kit", "Lea", "Mo",
                "Nia",
                "Olu", "Pia", "Quin", "Rae", "Sol", "Tam"};
        return first[person % first.length] + "-" + word(person / first.length);
    }

    private static String hamlet(int person) { return "Hamlet-" + word(person / SIZE); }

    /// Letters for a number, so that names are words: 0 is `ba`, 27 is `bebo`.
    private static String word(int number) {
        String[] syllables = {"ba", "do", "fe", "ki", "lu", "ma", "no", "pe", "ri", "su", "ta", "vo"};
        var word = new StringBuilder();
        int rest = number;
        do {
            word.append(syllables[rest % syllables.length]);
            rest /= syllables.length;
        } while (rest > 0);
        word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
        return word.toString();
    }
}
