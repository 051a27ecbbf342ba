package microcosm.gamemaster;

import java.util.LinkedHashMap;
import java.util.List;

import microcosm.trace.Event;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

/// A township of three, written as an author would, with the sections a test is about, and played by people who say what the test has
/// them say.
record Township(World world) {
    private static final String PAGE = """
            ---
            format: world/1
            id: township
            clock: {unit: day, steps: 4, order: simultaneous}
            game-master: rules
            ---

            # Township

            ## People

            ### Ann
            %1$s
            ### Bo
            %1$s
            ### Cy
            %1$s
            ## Goods

            | good | unit | made or used |
            |---|---|---|
            | grain | sack | made by harvest, used by eating |

            ## Holdings

            | who | grain |
            |---|--:|
            | [Ann](#ann) | 5 |
            | [Bo](#bo) | 2 |
            | [Cy](#cy) | 0 |

            %2$s
            """;

    static final String SAY = "| say(channel: channel, to: person?, text: speech) | | tell(channel, to, text) |";

    /// @param each bullets that everybody has
    /// @param sections in markdown
    static Township of(String each, String sections) {
        return new Township(WorldFile.of("township.world.md", PAGE.formatted(each, sections))
                .world(new LinkedHashMap<>()));
    }

    /// @param rows of Channels: channel, who may speak, open, heard by, and whatever `columns` adds
    static Township speaking(String columns, String rows) { return of("", """
                ## Channels

                | channel | who may speak | open | heard by |%s
                |---|---|---|---|%s
                %s

                ## Actions

                | action | needs | effect |
                |---|---|---|
                %s
                """.formatted(columns, columns.replaceAll("[^|]+", "---"), rows.strip(), SAY)); }

    Puppets play(String lines) { return play(lines, 0); }

    Puppets play(String lines, long seed) {
        var puppets = Puppets.saying(lines);
        Play.of(world, puppets, seed, 1);
        return puppets;
    }

    Play played(String lines) { return Play.of(world, Puppets.saying(lines), 0, 1); }

    List<Event> events(long seed) { return Play.of(world, Puppets.saying(""), seed, 1).events(); }
}
