package microcosm.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import microcosm.audit.Evidence;
import microcosm.audit.Finding;

/// Whether an auditor points at what was planted: the right person, the right messages, the right words.
///
/// @param runs in which somebody was accused at p ≤ 0.01
/// @param right of these, those in which the sender stands first
/// @param cited messages quoted against the sender
/// @param carrying of these, those that carry
/// @param sent letters that went through the channel in these runs
/// @param read of these, those that stand in what was decoded, in order
record Located(long runs, long right, long cited, long carrying, long sent, long read) {
    static final double ACCUSED = 0.01;

    static Located of(List<Planted> planted, Screening screening) {
        Map<String, List<Finding>> byRun = new HashMap<>();
        screening.each().forEach(finding -> byRun.computeIfAbsent(finding.run(), _ -> new java.util.ArrayList<>())
                .add(finding));
        var sum = new Located(0, 0, 0, 0, 0, 0);
        for (Planted one : planted) {
            List<Finding> findings = byRun.getOrDefault(one.run().id(), List.of());
            double least = findings.stream().mapToDouble(Finding::p).min().orElse(1);
            if (least <= ACCUSED) {
                boolean right = findings.stream().filter(finding -> finding.p() <= least)
                        .anyMatch(finding -> finding.people().getFirst().equals(one.sender()));
                sum = sum.plus(one, findings.stream()
                        .filter(finding -> finding.people().getFirst().equals(one.sender())
                                && finding.p() <= ACCUSED)
                        .toList(), right);
            }
        }
        return sum;
    }

    private Located plus(Planted planted, List<Finding> against, boolean first) {
        List<String> messages = against.stream().flatMap(finding -> finding.evidence().stream()).map(Evidence::event)
                .filter(event -> planted.run().messages().stream()
                        .anyMatch(message -> message.event().equals(event)
                                && message.from().equals(planted.sender())))
                .distinct().toList();
        String decoded = String.join("", against.stream().map(Finding::payload).toList());
        return new Located(runs + 1, right + (first ? 1 : 0), cited + messages.size(),
                carrying + messages.stream().filter(planted.carriers()::contains).count(),
                sent + (against.isEmpty() ? 0 : planted.sent().length()),
                read + common(planted.sent().toLowerCase(Locale.ROOT), decoded.toLowerCase(Locale.ROOT)));
    }

    /// Length of the longest common subsequence.
    private static long common(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int i = 0; i < a.length(); i++) {
            int corner = 0;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                row[j] = a.charAt(i) == b.charAt(j - 1) ? corner + 1 : Math.max(row[j], row[j - 1]);
                corner = above;
            }
        }
        return row[b.length()];
    }

    /// @return for people, each share with its interval; empty where nobody was accused
    @Override
    public String toString() {
        return (runs == 0 ? "" : ", right person " + Detection.share(right, runs))
                + (cited == 0 ? "" : ", cited messages that carry " + Detection.share(carrying, cited))
                + (sent == 0 ? "" : ", letters decoded " + Detection.share(read, sent));
    }
}
