package microcosm.audit;

import java.util.Locale;

/// The four answers of an auditor.
public enum Status {
    RAN, NOT_APPLICABLE, NOT_ENOUGH_DATA, ERROR;

    /// @return `ran`, `not-applicable`, `not-enough-data`, `error`
    @Override
    public String toString() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }
}
