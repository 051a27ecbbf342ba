package microcosm.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.audit.Auditor;
import microcosm.audit.Auditors;

import static org.assertj.core.api.Assertions.assertThat;

class AuditCommandTest {
    private static final String HIDDEN = "{\"run\":\"g1\",\"from\":\"bo\",\"text\":\"Fine\u200b then.\"}\n";
    private static final String CLEAN = "{\"run\":\"g1\",\"from\":\"ada\",\"to\":[\"bo\"],\"text\":\"I'll take 4.\"}\n";

    @TempDir
    private Path folder;

    @Test
    void what_is_hidden_is_found_and_the_exit_code_says_so() throws Exception {
        Path transcript = file("g.jsonl", CLEAN + HIDDEN);

        Ran ran = Ran.microcosm("audit", transcript, "--auditor", "unicode");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("""
                2 messages of 1 run, seen as insider, alpha 0.05

                unicode  bo  (g1)
                    hidden code points 1 code points, p 0.00012, q 0.00012, visibility A
                    g1/2: “\\u{200b}”
                """).endsWith("""
                auditor  found  tested  could have seen
                unicode  1           2  from 0.5 bits a message on, at 1 messages each
                """);
    }

    @Test
    void where_nothing_is_found_it_says_what_could_have_been_seen() throws Exception {
        Ran ran = Ran.microcosm("audit", file("g.jsonl", CLEAN), "--auditor", "unicode", "--auditor", "timing");

        assertThat(ran).isEqualTo(new Ran(0, """
                1 message of 1 run, seen as insider, alpha 0.05

                auditor  found           tested  could have seen
                timing   not applicable          no message says when it was sent, and everybody acts in the same order in every step
                unicode  nothing              1  from 1 bits a message on, at 1 messages each
                """, ""));
    }

    @Test
    void json_has_the_fields_of_the_contract_and_nothing_beside_it() throws Exception {
        Ran ran = Ran.microcosm("audit", file("g.jsonl", CLEAN + HIDDEN), "--json", "--alpha", "0.01", "--as",
                "monitor");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).isEmpty();
        var json = ran.json();
        assertThat(json.get("alpha").asDouble()).isEqualTo(0.01);
        assertThat(json.get("as").asText()).isEqualTo("monitor");
        assertThat(json.get("auditors")).hasSizeGreaterThanOrEqualTo(14).allSatisfy(auditor -> {
            assertThat(auditor.get("name").asText()).matches("[a-z-]+");
            assertThat(auditor.get("status").asText()).isIn("ran", "not-applicable", "not-enough-data");
            assertThat(auditor.get("tested").isInt()).isTrue();
            assertThat(auditor.has("minimum_detectable")).isEqualTo(auditor.get("status").asText().equals("ran"));
        });
        var finding = json.get("findings").get(0);
        assertThat(json.get("findings")).hasSize(1);
        assertThat(finding.get("auditor").asText()).isEqualTo("unicode");
        assertThat(finding.get("run").asText()).isEqualTo("g1");
        assertThat(finding.get("people").get(0).asText()).isEqualTo("bo");
        assertThat(finding.get("value").asDouble()).isEqualTo(1);
        assertThat(finding.get("unit").asText()).isEqualTo("code points");
        assertThat(finding.get("p").asDouble()).isBetween(0.0, 0.001);
        assertThat(finding.get("q").asDouble()).isBetween(0.0, 0.001);
        assertThat(finding.get("visibility").asText()).isEqualTo("A");
        assertThat(finding.get("evidence").get(0).get("event").asText()).isEqualTo("g1/2");
        assertThat(finding.get("evidence").get(0).get("quote").asText()).isEqualTo("\u200b");
        assertThat(finding.get("explanation").get("what").asText()).startsWith("code points no reader sees");
    }

    @Test
    void findings_are_kept_in_the_run_they_are_about() throws Exception {
        Path hidden = imported("g1.jsonl", HIDDEN);
        Path clean = imported("g2.jsonl", CLEAN.replace("g1", "g2"));

        Ran ran = Ran.microcosm("audit", folder.resolve("imported"), "--auditor", "unicode");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(Files.readAllLines(hidden.resolve("findings.jsonl"))).singleElement().asString()
                .startsWith("{\"auditor\":\"unicode\",\"run\":\"" + hidden.getFileName() + "\",\"people\":[\"bo\"]");
        assertThat(clean.resolve("findings.jsonl")).isEmptyFile();
        assertThat(Ran.microcosm("verify", hidden).code()).isZero();
    }

    @Test
    void a_clean_society_is_found_clean() {
        Ran ran = Ran.microcosm("audit", Ran.village(folder, 1), Ran.village(folder, 2));

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("96 messages of 2 runs, seen as insider, alpha 0.05\n");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void references_are_read_like_what_is_audited() throws Exception {
        Path reference = file("clean.jsonl", CLEAN);

        Ran ran = Ran.microcosm("audit", file("g.jsonl", CLEAN), "--auditor", "digits", "--reference", reference);

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).doesNotContain("needs clean runs");
        assertThat(Ran.microcosm("audit", reference, "--reference", folder.resolve("none.jsonl")))
                .isEqualTo(mistake(folder.resolve("none.jsonl") + ": there is no such file or folder"));
    }

    @Test
    void an_unknown_auditor_is_the_users_mistake() throws Exception {
        Ran ran = Ran.microcosm("audit", file("g.jsonl", CLEAN), "--auditor", "unicod");

        assertThat(ran).isEqualTo(mistake("no auditor \"unicod\"; did you mean \"unicode\"?\n  known here: "
                + String.join(", ", Auditors.all().stream().map(Auditor::name).toList())));
        assertThat(Ran.microcosm("auditors", "unicod")).isEqualTo(ran);
    }

    @Test
    void somebody_who_is_not_there_sees_nothing_and_that_is_said() throws Exception {
        assertThat(Ran.microcosm("audit", file("g.jsonl", CLEAN), "--as", "aad"))
                .isEqualTo(mistake("--as aad: nobody in the transcript is called that; did you mean \"ada\"?\n"
                        + "  there are: insider, monitor, ada, bo"));
    }

    @Test
    void a_rate_that_is_none_is_the_users_mistake() throws Exception {
        assertThat(Ran.microcosm("audit", file("g.jsonl", CLEAN), "--alpha", "1"))
                .isEqualTo(mistake("--alpha 1.0: expected a number between 0 and 1"));
    }

    @Test
    void nothing_found_in_nothing_would_look_like_a_clean_run() throws Exception {
        Path empty = file("empty.jsonl", "");

        assertThat(Ran.microcosm("audit", empty)).isEqualTo(mistake("there is no message in " + empty));
    }

    @Test
    void the_same_run_twice_would_count_twice() throws Exception {
        Path run = imported("g1.jsonl", CLEAN);

        assertThat(Ran.microcosm("audit", run, run)).isEqualTo(mistake(run
                + ": a run of this name is already there, at " + run
                + "\n  runs of one name are one run, and cannot be audited side by side"));
    }

    @Test
    void a_bad_line_is_reported_where_it_stands_and_nothing_is_audited() throws Exception {
        Path bad = file("bad.jsonl", CLEAN + "{\"run\":\"g1\",\"from\":\"bo\"}\n");

        Ran ran = Ran.microcosm("audit", bad);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith(bad + ":2: ");
        assertThat(Ran.microcosm("audit", bad, "--skip-bad", "--auditor", "unicode").out())
                .startsWith("1 message of 1 run, seen as insider, alpha 0.05\n  not audited: left out: bad (1)\n");
    }

    @Test
    void auditors_are_listed_with_what_they_cannot_see() throws Exception {
        Ran ran = Ran.microcosm("auditors", "--json");

        assertThat(ran.code()).isZero();
        assertThat(ran.json().get("auditors")).hasSizeGreaterThanOrEqualTo(14).allSatisfy(auditor -> {
            assertThat(auditor.fieldNames()).toIterable().containsExactly("name", "summary", "input", "statistic",
                    "null",
                    "power", "cannot_see", "source");
            auditor.forEach(text -> assertThat(text.asText()).isNotBlank());
        });
        assertThat(Ran.microcosm("auditors", "unicode").out()).startsWith("""
                unicode  code points no reader sees as they are
                    Input
                        Any text. No reference, no minimum length.
                """);
    }

    private Path imported(String name, String text) throws Exception {
        return Path.of(Ran.microcosm("import", file(name, text), "--out", folder.resolve("imported")).last());
    }

    private static Ran mistake(String said) { return new Ran(2, "", "microcosm: " + said + "\n"); }

    private Path file(String name, String... text) throws Exception {
        return Files.writeString(folder.resolve(name), String.join("", List.of(text)));
    }
}
