package microcosm.worlds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// People declared by number and distribution, drawn when the run is cast.
///
/// @param count how many
/// @param names how they are named: a pattern with `{n}`, or a list to draw from
/// @param template what they share: description, wants, policy, goal …; its id and name are unused
/// @param draws option, good or key → the distribution it is drawn from
/// @param correlations between two drawn names, in [-1, 1]
/// @param written whether a model is to write who each of them is, before the run begins
/// @param network how they are linked, as a [Relation] kind; empty where they are not
public record Population(String id, String name, int count, List<String> names, Person template,
        SequencedMap<String, Distribution> draws, List<Correlation> correlations, Optional<Network> network,
        boolean written, Position at) {
    public Population {
        names = List.copyOf(names);
        draws = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(draws));
        correlations = List.copyOf(correlations);
    }

    /// `normal(50, 10)`, `uniform(0, 1)`, `choice(a, b)`, `rows(…)`.
    public record Distribution(String name, List<String> arguments) {
        public Distribution {
            arguments = List.copyOf(arguments);
        }
    }

    public record Correlation(String one, String other, double coefficient) {}

    /// `small-world(k: 6, p: 0.1)`.
    public record Network(String relation, String name, SequencedMap<String, String> parameters) {
        public Network {
            parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
        }
    }
}
