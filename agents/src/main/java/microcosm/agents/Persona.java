package microcosm.agents;

import java.util.List;
import java.util.Optional;

import microcosm.memory.Memory;
import microcosm.worlds.Formula;
import microcosm.worlds.Good;
import microcosm.worlds.Person;
import microcosm.worlds.Role;
import microcosm.worlds.World;

/// Who somebody is, for the policy that decides for them. Of the world a policy may use what everybody knows: goods, claims, actions,
/// channels, markets.
///
/// @param person as written or drawn, with the role that was dealt
/// @param memory what everybody lived through; a policy asks for its own person only
public record Persona(World world, Person person, Memory memory) {
    public String id() { return person.id(); }

    public Optional<Role> role() { return person.role().flatMap(id -> role(world, id)); }

    /// @return the role's goal where there is one, else the person's own
    public Optional<Formula> goal() { return role().flatMap(Role::goal).or(person::goal); }

    /// @return the person's policy, else their role's; empty for the default policy
    public Optional<Person.PolicyCall> policy() { return person.policy().or(() -> role().flatMap(Role::policy)); }

    List<String> goods() { return world.things().goods().stream().map(Good::id).toList(); }

    private static Optional<Role> role(World world, String id) {
        return world.cast().roles().stream().filter(role -> role.id().equals(id)).findFirst();
    }
}
