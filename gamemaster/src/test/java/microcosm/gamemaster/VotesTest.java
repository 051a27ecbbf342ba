package microcosm.gamemaster;

import java.util.Map;

import org.junit.jupiter.api.Test;

import microcosm.trace.Event;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// Four people vote on whom to send away: two for Bo, one for Cy, one for Di.
class VotesTest {
    private static final String WORLD = """
            ---
            format: world/1
            id: votes
            clock: {unit: day, steps: 3, order: simultaneous}
            game-master: rules
            ---

            # Votes

            Four people.

            ## People

            ### Al
            ### Bo
            ### Cy
            ### Di

            ## Actions

            | action | needs | effect | phase |
            |---|---|---|---|
            | accuse(who: person) | alive(who) | vote("sent away", who) | day |

            ## Phases

            | phase | who | settled by | afterwards |
            |---|---|---|---|
            | day | everyone | RULE | become(elected("sent away"), "alive", "no") |

            ## Endings

            | ending | when | told |
            |---|---|---|
            | voted twice | count(events, action = "accuse") >= 8 | Enough. |
            """;

    private static Play played(String rule) {
        World world = WorldFile.of("votes.world.md", WORLD.replace("RULE", rule)).world(Map.of());
        return Play.of(world, Puppets.saying("""
                1 al: [accuse who=bo]
                1 bo: [accuse who=cy]
                1 cy: [accuse who=bo]
                1 di: [accuse who=di]
                2 al: [accuse who=cy]
                2 bo: [accuse who=cy]
                2 cy: [accuse who=di]
                2 di: [accuse who=di]
                """));
    }

    @Test
    void most_votes_elect_by_plurality_and_what_follows_becomes_of_the_elected() {
        Play play = played("plurality-vote");

        assertThat(play.outcomes()).contains("1.2/gm/1 plurality-vote: sent away: Bo with 2 of 4 votes.",
                "1.2/gm/2 day: Bo is gone.");
        assertThat(play.state().attribute("bo", "alive")).contains("no");
    }

    @Test
    void less_than_half_elects_nobody_by_majority_and_nobody_is_gone() {
        Play play = played("majority-vote");

        assertThat(play.outcomes()).contains("1.2/gm/1 majority-vote: sent away: nobody with 2 of 4 votes.");
        assertThat(play.outcomes()).noneMatch(outcome -> outcome.contains("is gone"));
    }

    @Test
    void a_day_without_votes_sends_nobody_away_again() {
        assertThat(played("plurality-vote").outcomes()).noneMatch(outcome -> outcome.startsWith("3."));
    }

    @Test
    void an_ending_counts_events_since_the_run_began() {
        assertThat(played("majority-vote").events()).filteredOn(Event.Ended.class::isInstance)
                .extracting(event -> event.id().step()).containsExactly(2);
    }
}
