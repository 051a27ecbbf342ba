package microcosm.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.gamemaster.Played;
import microcosm.gamemaster.Run;
import microcosm.prompts.Prompt;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.RunFolder;
import microcosm.trace.Trace;
import microcosm.viewer.Story;

import static org.assertj.core.api.Assertions.assertThat;

/// An open-ended evening, played whole: a game master that is a model says what comes of what people say, and the laws dispose.
class TownMeetingTest {
    @TempDir
    private Path runs;

    private Playing played() { return Playing.scripted("town-meeting", runs, 1, "town-meeting/meeting.jsonl"); }

    private static List<String> facts(Playing played) {
        return played.end().facts().stream().map(fact -> fact.id() + " " + fact.knownTo() + ": " + fact.text())
                .toList();
    }

    @Test
    void the_town_decides_by_a_majority_and_by_nothing_else() {
        Playing played = played();

        assertThat(facts(played)).contains("the-decision [*]: The town will move the bridge upstream.",
                "the-north-pier [benedikt-rohr]: There is a crack as wide as a hand in the north pier.",
                "the-minutes-of-the-flood-year [*]: The minutes of the flood year say that the bank moved by two hands.");
        assertThat(played.events()).filteredOn(Event.Refused.class::isInstance)
                .extracting(event -> event.id() + " " + ((Event.Refused) event).why()).containsExactly(
                        "2.2/gm/1 Nobody here is called \"the builder from Lienz\".",
                        "2.2/gm/6 No majority has raised its hands: 1 of 4.",
                        "3.4/gm/3 No majority has raised its hands: 2 of 4.");
        assertThat(played.events().get(played.events().size() - 2)).isInstanceOfSatisfying(Event.Ended.class,
                ended -> {
                    assertThat(ended.why()).isEqualTo("decided");
                    assertThat(ended.causes()).hasToString("[4.2/gm/1]");
                });
    }

    @Test
    void what_only_the_schoolmaster_saw_reaches_the_others_by_his_words_alone() {
        List<Effect.Told> told = played().events().stream().filter(Event.Resolved.class::isInstance)
                .flatMap(event -> ((Event.Resolved) event).effects().stream()).filter(Effect.Told.class::isInstance)
                .map(Effect.Told.class::cast).filter(words -> words.text().contains("crack")).toList();

        assertThat(told).extracting(words -> words.from() + " → " + words.to()).containsExactly(
                "benedikt-rohr → [magda-thaler]", "benedikt-rohr → [*]");
    }

    @Test
    void the_story_says_on_which_channel_each_was_heard_and_what_the_game_master_told_whom() throws IOException {
        played();
        var lines = new ArrayList<String>();
        try (var folders = Files.list(runs)) {
            var trace = Trace.of(new RunFolder(folders.findFirst().orElseThrow()));
            var story = new Story(Played.of(trace.folder()).world(), Optional.empty(),
                    line -> lines.add(line.toString()));
            try (var events = trace.events()) {
                events.forEach(story);
            }
            story.finish();
        }

        assertThat(lines).filteredOn(line -> line.contains("lean over")).singleElement().asString()
                .startsWith("    Benedikt Rohr (a-whisper, to Magda Thaler): “I lean over");
        assertThat(lines).contains("        told to Benedikt Rohr: Your lantern finds it below the second course of "
                + "stones, fresh and dry.", "        told to everyone: Rosa turns pages until she finds it.")
                .noneMatch(line -> line.contains("(aside"));
    }

    private Prompt asked(String reply) throws IOException {
        try (var folders = Files.list(runs)) {
            return Run.asked(new RunFolder(folders.findFirst().orElseThrow()), EventId.parse(reply)).orElseThrow()
                    .prompt();
        }
    }

    @Test
    void each_fact_in_a_prompt_of_the_game_master_names_the_event_that_put_it_there() throws IOException {
        played();

        assertThat(asked("3.4/gm/1").parts()).filteredOn(part -> part.input().equals("facts"))
                .filteredOn(part -> part.text().startsWith("- ")).extracting(part -> part.text().replaceAll(":.*", "")
                        + " " + part.source())
                .containsExactly("- the-bridge-fund 0.0/gm/2", "- the-decision 0.0/gm/4",
                        "- the-letter-from-the-district 0.0/gm/3", "- the-minutes-of-the-flood-year 2.1/gm/3");
    }

    @Test
    void the_page_of_a_call_shows_the_call_as_it_was_made() throws IOException {
        played();

        String asked = asked("2.2/gm/3").text();

        assertThat(Files.readString(Path.of("..", "gamemaster", "CALLS.md"))).contains(asked.strip());
    }

    @Test
    void each_turn_costs_one_call_of_a_person_and_one_of_the_game_master() {
        List<String> calls = played().events().stream().filter(Event.Replied.class::isInstance)
                .map(event -> ((Event.Replied) event).call()).toList();

        assertThat(calls).filteredOn("act"::equals).hasSize(14);
        assertThat(calls).filteredOn("scene"::equals).hasSize(14);
        assertThat(calls).filteredOn("call"::equals).hasSize(1);
    }
}
