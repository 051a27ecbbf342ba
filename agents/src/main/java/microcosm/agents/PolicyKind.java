package microcosm.agents;

/// A kind of policy that worlds can name. Those of other modules are found by [java.util.ServiceLoader].
public interface PolicyKind {
    /// @return as a world writes it: `gossip`
    String name();

    /// @return one line for people
    String summary();

    /// @throws microcosm.worlds.WorldException if the world gives a parameter that is unknown here or out of range
    Policy policy(Persona persona);
}
