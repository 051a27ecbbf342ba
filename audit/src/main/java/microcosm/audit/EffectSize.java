package microcosm.audit;

/// How large an effect is, with its 95 % interval.
///
/// @param unit `bits per message`, `correlation`, `symbols` …
public record EffectSize(double value, double low, double high, String unit) {
    public EffectSize {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException("effect " + value + " must lie in its interval " + low + " to " + high);
        }
    }
}
