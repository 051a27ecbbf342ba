package microcosm.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ImportCommandTest {
    private static final String GAME = """
            {"run":"g1","step":3,"from":"ada","to":["bo"],"text":"I'll take 4.","private":"cheap","action":{"price":4},"state":{"cost":7}}
            {"run":"g1","step":4,"from":"bo","text":"Fine."}
            {"run":"g2","from":"bo","to":"*","text":"Hello."}
            """;

    @TempDir
    private Path folder;

    @Test
    void what_was_imported_is_taken_by_audit_trace_and_verify() throws Exception {
        Ran ran = imported("game.jsonl", GAME);

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("3 messages of 2 runs\n");
        Path first = Path.of(ran.out().lines().toList().get(1));
        assertThat(Ran.microcosm("verify", first)).isEqualTo(
                new Ran(0, "14 events, each following from the one before; nothing was altered\n", ""));
        assertThat(Ran.microcosm("trace", first)).satisfies(story -> {
            assertThat(story.code()).isZero();
            assertThat(story.err()).isEmpty();
            assertThat(story.out()).startsWith("g1").contains("\nStep 3\n").contains("“I'll take 4.”")
                    .contains("\nStep 4\n").contains("“Fine.”");
        });
        assertThat(Ran.microcosm("audit", first, "--auditor", "unicode").code()).isZero();
        assertThat(Ran.microcosm("replay", first)).isEqualTo(new Ran(2, "", "microcosm: " + first
                + ": was imported from a transcript; it can be read with 'trace' and audited, but not played again\n"));
    }

    @Test
    void json_says_what_was_made_and_where() throws Exception {
        Path file = Files.writeString(folder.resolve("game.jsonl"), GAME);

        Ran ran = Ran.microcosm("import", file, "--out", folder.resolve("out"), "--json");

        var json = ran.json();
        assertThat(json.fieldNames()).toIterable().containsExactly("dir", "runs", "messages", "kept", "folders");
        assertThat(json.get("dir").asText()).isEqualTo(folder.resolve("out").toString());
        assertThat(json.get("runs").asInt()).isEqualTo(2);
        assertThat(json.get("messages").asInt()).isEqualTo(3);
        assertThat(json.get("folders")).hasSize(2)
                .allSatisfy(run -> assertThat(Path.of(run.asText()).resolve("trace.jsonl")).isRegularFile());
    }

    @Test
    void a_bad_line_imports_nothing_unless_it_may_be_skipped() throws Exception {
        Ran ran = imported("bad.jsonl", GAME + "{\"run\":\"g1\"");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith(folder.resolve("bad.jsonl") + ":4: not JSON: ").doesNotContain("\tat ");
        assertThat(folder.resolve("out")).doesNotExist();
        Ran skipped = Ran.microcosm("import", folder.resolve("bad.jsonl"), "--skip-bad", "--out",
                folder.resolve("out"));
        assertThat(skipped.code()).isZero();
        assertThat(skipped.out()).startsWith("left out: bad: 1\n3 messages of 2 runs\n");
    }

    @Test
    void columns_of_another_name_are_mapped() throws Exception {
        Path file = Files.writeString(folder.resolve("games.csv"), "game,speaker,message,bid\ng1,ada,Two.,2\n");

        Ran ran = Ran.microcosm("import", file, "--map", "run=game", "--map", "from=speaker", "--map", "text=message",
                "--map", "action.price=bid", "--out", folder.resolve("out"));

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(Files.readString(Path.of(ran.last()).resolve("trace.jsonl"))).contains("\"text\":\"Two.\"")
                .contains("\"price\":\"2\"");
    }

    @Test
    void a_changed_transcript_becomes_another_run() throws Exception {
        String before = imported("game.jsonl", GAME).last();

        assertThat(imported("game.jsonl", GAME).last()).isEqualTo(before);
        assertThat(imported("game.jsonl", GAME.replace("Hello.", "Bye.")).last()).isNotEqualTo(before);
    }

    @Test
    void hostile_names_make_a_trace_that_can_be_read_and_printed() throws Exception {
        Ran ran = imported("odd.jsonl", """
                {"run":"g1","from":"a#b","text":"x"}
                {"run":"g1","from":"a b","text":"\\u001b[31mred","to":["gm"]}
                {"run":"g1","from":"\\u001b[31m","text":"y"}
                {"run":"g1","from":"#","text":"y"}
                {"run":"g1","from":"person","text":"y"}
                {"run":"g1","from":"*","text":"y"}
                """);

        Ran story = Ran.microcosm("trace", ran.last());

        assertThat(story.code()).as(story.err()).isZero();
        assertThat(story.out()).doesNotContain("\u001b").contains("a b (transcript, to gm): “\\u{1b}[31mred”");
        assertThat(Ran.microcosm("check", Path.of(ran.last()).resolve("world.md")).code()).isZero();
    }

    @Test
    void mistakes_on_the_command_line_are_named() throws Exception {
        Path file = Files.writeString(folder.resolve("game.jsonl"), GAME);

        assertThat(Ran.microcosm("import", file).err())
                .isEqualTo("microcosm: Missing required option: '--out=DIR'\nTry 'microcosm import --help'.\n");
        assertThat(Ran.microcosm("import", file, "--out", "x", "--format", "jsnl").err())
                .startsWith("microcosm: no format \"jsnl\"; did you mean \"jsonl\"?\n  known here: trace, csv, ");
        assertThat(Ran.microcosm("import", file, "--out", "x", "--map", "from").err())
                .isEqualTo("microcosm: --map from: expected field=column, such as from=speaker\n");
        assertThat(Ran.microcosm("import", folder.resolve("none"), "--out", "x").err())
                .isEqualTo("microcosm: " + folder.resolve("none") + ": there is no such file or folder\n");
        assertThat(Ran.microcosm("import", folder, "--out", "x").code()).isEqualTo(2);
    }

    private Ran imported(String name, String text) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);
        return Ran.microcosm("import", file, "--out", folder.resolve("out"));
    }
}
