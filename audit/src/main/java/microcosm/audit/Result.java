package microcosm.audit;

import java.util.List;
import java.util.Optional;

/// What one auditor has to say.
///
/// @param tested how many units were tested; 0 unless it ran
/// @param silence what it could have seen; present exactly when it ran
/// @param why it did not run, in words; empty when it ran
public record Result(String auditor, Status status, int tested, List<Finding> findings, Optional<Silence> silence,
        String why) {
    public Result {
        findings = List.copyOf(findings);
        boolean ran = status == Status.RAN;
        if (ran != silence.isPresent() || (!ran && (!findings.isEmpty() || why.isEmpty()))) {
            throw new IllegalArgumentException(auditor + ": " + status
                    + " must come with what could have been seen if it ran, with the reason and no findings if not");
        }
    }

    static Result ran(Auditor auditor, int tested, List<Finding> findings, Silence silence) {
        return new Result(auditor.name(), Status.RAN, tested, findings, Optional.of(silence), "");
    }

    static Result notApplicable(Auditor auditor, String why) {
        return new Result(auditor.name(), Status.NOT_APPLICABLE, 0, List.of(), Optional.empty(), why);
    }

    static Result notEnoughData(Auditor auditor, String why) {
        return new Result(auditor.name(), Status.NOT_ENOUGH_DATA, 0, List.of(), Optional.empty(), why);
    }

    static Result error(String auditor, String why) {
        return new Result(auditor, Status.ERROR, 0, List.of(), Optional.empty(), why);
    }
}
