package microcosm.memory;

import java.util.List;

/// What a person makes of what they lived through lately.
public interface Reflection {
    /// @param lately what was remembered since the last reflection, oldest first; never empty
    /// @return insights, each resting on some of these; empty where nothing stands out
    List<Remembrance> insights(String person, List<Remembrance> lately);
}
