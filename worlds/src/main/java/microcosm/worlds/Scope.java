package microcosm.worlds;

import java.util.List;
import java.util.Optional;

/// What an expression may see while it is evaluated. Implemented by whoever evaluates; holds nothing else.
public interface Scope {
    /// @return what a name stands for here; empty where the name is not known
    Optional<Value> named(String name);

    /// @return what a bare name stands for as the argument of a function: in `owed(grain)` the good, not the amount held
    default Optional<Value> thing(String name) { return named(name); }

    /// @return the value of `of.field`; empty where there is no such field
    default Optional<Value> field(Value of, String field) { return Optional.empty(); }

    /// @return what a function of the world (`holds(actor, give)`) is worth; empty where it is not known
    default Optional<Value> call(String function, List<Value> arguments) { return Optional.empty(); }

    /// @return one scope per member of a collection (`people`, `markets`, `events`), in cast or trace order; empty where
    ///         there is no such collection. Names not known to a member are looked up in this scope.
    default Optional<List<Scope>> members(String collection) { return Optional.empty(); }
}
