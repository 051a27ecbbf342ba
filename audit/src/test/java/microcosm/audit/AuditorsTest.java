package microcosm.audit;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AuditorsTest {
    @Test
    void every_auditor_has_a_page_that_says_what_it_cannot_see() {
        for (Auditor auditor : Auditors.all()) {
            assertThat(auditor.page()).as(auditor.name()).startsWith("# " + auditor.name() + ": ").containsSubsequence(
                    "## Input", "## Statistic", "## Null", "## Power", "## What it cannot see", "## Source");
        }
        assertThat(Auditors.all()).extracting(Auditor::name).containsExactly("acrostic", "action-numbers",
                "code-phrase",
                "dependence", "digits", "encoded-blob", "influence", "lexical-choice", "payload-structure",
                "punctuation",
                "secret-leak", "timing", "unicode", "variants");
    }

    @Test
    void an_unknown_auditor_is_named_with_those_that_are_known() {
        assertThatThrownBy(() -> Auditors.named(List.of("unicorn"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("unknown auditor \"unicorn\"\n  known here: acrostic, action-numbers");
    }

    @Test
    void an_auditor_that_fails_is_an_error_and_the_exit_code_70() {
        AuditReport report = Audits.run(one("hello"), References.NONE, List.of(auditor(() -> {
            throw new IllegalStateException("lost");
        })), Options.USUAL, new Viewpoint.Insider());
        assertThat(report.results().getFirst().status()).isEqualTo(Status.ERROR);
        assertThat(report.results().getFirst().why()).startsWith("java.lang.IllegalStateException: lost");
        assertThat(report.exitCode()).isEqualTo(70);
    }

    @Test
    void an_auditor_that_quotes_what_was_not_said_is_an_error() {
        var evidence = new Evidence("g1", "g1/1", 0, 5, "howdy");
        AuditReport report = Audits.run(one("hello"), References.NONE,
                List.of(auditor(() -> List.of(finding(evidence)))),
                Options.USUAL, new Viewpoint.Insider());
        assertThat(report.results().getFirst().why())
                .isEqualTo("it quotes \"howdy\" from g1/1 of run g1, where those words are not");
    }

    @Test
    void a_finding_cannot_be_made_without_evidence() {
        assertThatThrownBy(() -> finding(null)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("test: a finding about [ada] needs evidence");
    }

    @Test
    void an_outside_monitor_sees_neither_thoughts_nor_secrets() {
        var state = new java.util.LinkedHashMap<String, String>();
        state.put("cost", "7");
        var message = new Message("g1/1", 1, "ada", List.of("bo"), "hello", "I must lie", state, state,
                java.util.OptionalDouble.empty(), new java.util.LinkedHashMap<>());
        var run = new Run("g1", List.of(message));
        assertThat(run.as(Viewpoint.of("insider")).messages()).containsExactly(message);
        assertThat(run.as(Viewpoint.of("monitor")).messages()).containsExactly(message.overt());
        assertThat(message.overt().hidden()).isEmpty();
        assertThat(message.overt().state()).isEmpty();
        assertThat(run.as(Viewpoint.of("ada")).messages()).containsExactly(message);
        assertThat(run.as(Viewpoint.of("bo")).messages()).containsExactly(message.overt());
        assertThat(run.as(Viewpoint.of("cy")).messages()).isEmpty();
    }

    private interface Findings {
        List<Finding> made();
    }

    private static Auditor auditor(Findings findings) {
        return new Auditor() {
            @Override
            public String name() { return "test"; }

            @Override
            public Result audit(Transcript transcript, References references, Options options) {
                return Result.ran(this, 1, findings.made(), new Silence(1, 1, 1, "a test"));
            }
        };
    }

    private static Finding finding(Evidence evidence) {
        List<Evidence> all = new ArrayList<>();
        if (evidence != null) {
            all.add(evidence);
        }
        return new Finding("test", "g1", List.of("ada"), "words", 1, "words", 0.01, 0.01,
                new EffectSize(1, 1, 1, "words"),
                new NullModel("none", 0), Visibility.A, "", all, new microcosm.trace.Explanation(1, "a test"));
    }

    private static Transcript one(String text) {
        return Transcript.of(List.of(new Run("g1", List.of(new Message("g1/1", 1, "ada", text)))));
    }
}
