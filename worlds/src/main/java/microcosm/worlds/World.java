package microcosm.worlds;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What an author wrote, understood and resolved: parameters have their values, only the rows and bullets of the chosen arm
/// are here, every reference has been checked. Immutable; every part knows where it stands.
///
/// @param premise what everybody knows; public
/// @param settings parameter → the value it has in this world
/// @param digest SHA-256 of the exact text, in hexadecimal
public record World(String id, String title, String premise, Clock clock, GameMasterKind gameMaster, boolean speech,
        MemoryRegime memory, Budget budget, SequencedMap<String, String> settings, Cast cast, Things things,
        Dealings dealings, Watch watch, List<String> notExecuted, String text, String digest) {
    public World {
        settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
        notExecuted = List.copyOf(notExecuted);
    }

    /// @param unit what one step is called: `day`, `round`
    /// @param steps how many there are, at least 1
    /// @param announceEnd whether people are told when the last step is
    public record Clock(String unit, int steps, TurnOrder order, boolean announceEnd) {
        public Clock {
            if (steps < 1) {
                throw new IllegalArgumentException("steps " + steps + " must be at least 1");
            }
        }
    }

    public enum TurnOrder {
        SIMULTANEOUS, SHUFFLED, IN_TURN, CALLED
    }

    public enum GameMasterKind {
        RULES, MODEL, MODEL_TELLS_RULES_SETTLE
    }

    /// @param keep how memory is kept: `none`, `last`, `full` or `bounded`
    /// @param options what else the author set: `last`, `preset`, `decay`, weights …
    public record MemoryRegime(String keep, SequencedMap<String, String> options) {
        public MemoryRegime {
            options = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options));
        }
    }

    public record Budget(Optional<BigDecimal> usd, Optional<Long> calls, Optional<Long> tokens) {}

    /// Who there is.
    public record Cast(List<Person> people, List<Population> populations, List<Role> roles) {
        public Cast {
            people = List.copyOf(people);
            populations = List.copyOf(populations);
            roles = List.copyOf(roles);
        }
    }

    /// What there is, and what can be known about it.
    public record Things(List<Place> places, List<Good> goods, List<Claim> claims, List<Fact> facts,
            List<Relation> relations) {
        public Things {
            places = List.copyOf(places);
            goods = List.copyOf(goods);
            claims = List.copyOf(claims);
            facts = List.copyOf(facts);
            relations = List.copyOf(relations);
        }
    }

    /// What can be done, and how it is carried and settled.
    public record Dealings(List<Channel> channels, List<Market> markets, List<ActionRule> actions, List<Phase> phases,
            List<Happening> events, Optional<Governance> governance, GameMasterBrief gameMaster, List<Tool> tools,
            List<Oversight> oversight) {
        public Dealings {
            channels = List.copyOf(channels);
            markets = List.copyOf(markets);
            actions = List.copyOf(actions);
            phases = List.copyOf(phases);
            events = List.copyOf(events);
            tools = List.copyOf(tools);
            oversight = List.copyOf(oversight);
        }
    }

    /// What is asked, measured, audited and compared; nothing here changes what happens, except an ending.
    public record Watch(List<Probe> probes, List<Measure> measures, List<Ending> endings, List<AuditRequest> audits,
            Optional<Design> design) {
        public Watch {
            probes = List.copyOf(probes);
            measures = List.copyOf(measures);
            endings = List.copyOf(endings);
            audits = List.copyOf(audits);
        }
    }
}
