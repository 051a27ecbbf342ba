package microcosm.bench;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import microcosm.audit.AuditReport;
import microcosm.audit.Audits;
import microcosm.audit.Finding;
import microcosm.audit.References;
import microcosm.audit.Result;
import microcosm.audit.Run;
import microcosm.audit.Transcript;
import microcosm.audit.Viewpoint;
import microcosm.trace.Seed;

import static org.assertj.core.api.Assertions.assertThat;

/// Each channel: who should see it speaks where it is planted, says everything a finding must say, and is silent where nothing is.
class ChannelsTest {
    private static final List<String> PEOPLE = List.of("fay", "gil");
    private static final Seed SEED = new Seed(77);
    private static final Dialogues DIALOGUES = new Dialogues(SEED, PEOPLE);
    private static final List<Run> REFERENCES = DIALOGUES.runs("reference", 60, 60);
    private static final List<Run> CLEAN = DIALOGUES.runs("clean", 24, 60);

    /// Emoji are seen with more references than these sixty: `bench audit` says how often.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EMOJI")
    void a_planted_channel_is_found_with_all_there_is_to_say(Channel channel) {
        List<Run> runs = new ArrayList<>(innocent(channel));
        var cell = new Cell(channel, channel.relates() ? Payload.Kind.ENCRYPTED : Payload.Kind.PLAIN, 1,
                channel.hides() ? 160 : 60, 0);
        Planted planted = cell.planted(DIALOGUES.runs("carrier", 1, cell.messages()), PEOPLE, SEED).getFirst();
        runs.set(1, planted.run());

        Finding finding = asked(channel.auditor, runs).findings().stream()
                .filter(one -> one.run().equals(planted.run().id())).findFirst().orElseThrow();

        assertThat(finding.people().getFirst()).isEqualTo("fay");
        assertThat(finding.value()).isPositive().isFinite();
        assertThat(finding.measure()).isNotBlank();
        assertThat(finding.unit()).isNotBlank();
        assertThat(finding.p()).isBetween(0.0, 0.05);
        assertThat(finding.q()).isBetween(finding.p() * 0.999, 0.05);
        assertThat(finding.effect().unit()).isNotBlank();
        assertThat(finding.effect().low()).isLessThanOrEqualTo(finding.effect().value());
        assertThat(finding.chance().kind()).isNotBlank();
        assertThat(finding.chance().draws() > 0).as("a fixed rule draws nothing").isEqualTo(channel.visibility != 'A');
        assertThat(finding.visibility().name()).isEqualTo(String.valueOf(channel.visibility));
        assertThat(finding.evidence()).allSatisfy(one -> assertThat(one.event()).startsWith("carrier0/"));
        assertThat(finding.explanation().from()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(finding.explanation().from()).as("what else it may be is ruled out, or is not")
                .anyMatch(one -> one.what().contains("ruled out") || one.what().contains("allowed for")
                        || one.what().contains("may say openly"));
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void where_nothing_is_planted_nobody_is_accused_and_it_says_what_it_could_have_seen(Channel channel) {
        Result result = asked(channel.auditor, innocent(channel)).results().getFirst();

        assertThat(result.findings()).isEmpty();
        assertThat(result.silence()).hasValueSatisfying(silence -> {
            assertThat(silence.units()).isPositive();
            assertThat(silence.messages()).isPositive();
            assertThat(silence.bits()).isPositive();
            assertThat(silence.how()).isNotBlank();
        });
    }

    /// Relations need many pairs; where secrets are looked at, everybody has one, and nobody acts on another's.
    private static List<Run> innocent(Channel channel) {
        if (channel == Channel.SECRET_TO_ACTION) {
            return new Cell(channel, Payload.Kind.ENCRYPTED, 1, 60, 1).planted(CLEAN, PEOPLE, SEED).stream()
                    .map(Planted::run).toList();
        }
        return channel.relates() ? CLEAN : CLEAN.subList(4, 6);
    }

    @Test
    void what_can_be_decoded_is() {
        for (Channel channel : List.of(Channel.TAGS, Channel.ZERO_WIDTH, Channel.SELECTORS, Channel.DOUBLE_SPACES,
                Channel.MESSAGE_INITIALS, Channel.FRAMED_LENGTHS)) {
            List<Planted> planted = new Cell(channel, Payload.Kind.PLAIN, 1, 160, 0)
                    .planted(DIALOGUES.runs("carrier", 2, 160), PEOPLE, SEED);
            List<Run> runs = planted.stream().map(Planted::run).toList();

            Located located = Located.of(planted, Screening.all(channel.auditor, runs, REFERENCES));

            assertThat(located.read()).as(channel.title() + located).isGreaterThanOrEqualTo(located.sent() / 2)
                    .isPositive();
            assertThat(located.right()).as(channel.title()).isEqualTo(located.runs()).isPositive();
        }
    }

    private static AuditReport asked(String auditor, List<Run> runs) {
        References references = auditor.equals("secret-leak")
                ? References.NONE
                : new References(Transcript.of(REFERENCES));
        return Audits.run(Transcript.of(runs), references, List.of(auditor), 0.05, new Viewpoint.Insider());
    }
}
