package microcosm.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import picocli.CommandLine.Option;

import microcosm.gamemaster.Minds;
import microcosm.gamemaster.Run;
import microcosm.gamemaster.Switchboard;
import microcosm.models.Budget;
import microcosm.models.ModelName;
import microcosm.models.ModelSetup;
import microcosm.models.ModelSpec;
import microcosm.prompts.Templates;
import microcosm.speech.Setting;
import microcosm.viewer.Plain;
import microcosm.worlds.World;
import microcosm.worlds.syntax.Spelling;

/// The options by which models are asked.
final class Asking {
    @Option(names = "--budget-usd", paramLabel = "X", description = "the most the run may cost, in dollars, all continuations together "
            + "(default: the world's)")
    private Optional<BigDecimal> usd = Optional.empty();

    @Option(names = "--budget-calls", paramLabel = "N", description = "the most calls of models (default: the world's)")
    private Optional<Long> calls = Optional.empty();

    @Option(names = "--call-timeout", paramLabel = "SECONDS", description = "how long one call may take (default: ${DEFAULT-VALUE})")
    private double timeout = 120;

    /// The options by which people and game master are given models.
    static final class Whom {
        @Option(names = "--model", paramLabel = "M", description = "who plays people: baseline, a model such as openai:NAME or "
                + "compatible:NAME, or script:FILE (default: ${DEFAULT-VALUE}: documented policies, no language model, no key, no network)")
        private String model = "baseline";

        @Option(names = "--gm-model", paramLabel = "M", description = "the model of a game master that is one; a world whose game "
                + "master is rules asks none (default: as --model)")
        private Optional<String> gameMaster = Optional.empty();

        @Option(names = "--model-for", paramLabel = "PERSON=M", description = "who plays one person, by id or name")
        private List<String> own = List.of();

        @Option(names = "--human", paramLabel = "PERSON", description = "you play this person, here, and see what they see")
        private List<String> humans = List.of();

        @Option(names = "--prompts", paramLabel = "DIR", description = "templates that take the place of those shipped, by name: "
                + "DIR/agent/person.md")
        private Optional<Path> prompts = Optional.empty();

        /// @throws UserException if nobody is called so
        Minds minds(World world, long seed) {
            Minds minds = Minds.of(ModelSpec.of(model));
            if (prompts.isPresent()) {
                minds = minds.withTemplates(Templates.overridden(prompts.get()));
            }
            if (world.gameMaster() != World.GameMasterKind.RULES) {
                minds = minds.withGameMaster(ModelSpec.of(gameMaster.orElse(model)));
            }
            List<Setting.Named> people = own.isEmpty() && humans.isEmpty() ? List.of() : Run.people(world, seed);
            for (String one : own) {
                int equals = one.indexOf('=');
                if (equals < 1) {
                    throw new UserException("--model-for " + one + ": expected PERSON=M");
                }
                minds = minds.with(person(people, one.substring(0, equals)), ModelSpec.of(one.substring(equals + 1)));
            }
            for (String human : humans) {
                minds = minds.with(person(people, human), ModelSpec.HUMAN);
            }
            return minds;
        }
    }

    /// @throws UserException if nobody is called so, or more than one
    static String person(List<Setting.Named> people, String named) {
        String lower = named.toLowerCase(Locale.ROOT);
        if (people.stream().anyMatch(one -> one.id().equals(named))) {
            return named;
        }
        List<String> called = people.stream().filter(one -> one.name().toLowerCase(Locale.ROOT).contains(lower))
                .map(Setting.Named::id).toList();
        if (called.size() == 1) {
            return called.getFirst();
        }
        List<String> ids = people.stream().map(Setting.Named::id).toList();
        throw new UserException(Plain.line((called.isEmpty()
                ? "nobody is called \"" + named + "\"" + Spelling.suggestion(named, ids)
                : "more than one person is called \"" + named + "\"")) + "\n  there are: "
                + String.join(", ", ids.subList(0, Math.min(30, ids.size()))) + (ids.size() > 30 ? " …" : ""));
    }

    /// @param concurrency the most calls in flight
    Switchboard switchboard(Console console, World world, Minds minds, int concurrency,
            Map<String, String> environment) {
        if (!(timeout > 0) || timeout > 86_400) {
            throw new UserException("--call-timeout " + timeout + " must be above 0 and at most 86400 seconds");
        }
        if (calls.orElse(0L) < 0 || usd.orElse(BigDecimal.ZERO).signum() < 0) {
            throw new UserException("--budget-usd and --budget-calls must not be negative");
        }
        var setup = ModelSetup.of(environment).withDeadline(Duration.ofMillis(Math.max(1, Math.round(timeout * 1000))))
                .withConcurrency(Math.max(1, concurrency));
        return Switchboard.of(setup.withBudget(budget(console, world, minds, setup)))
                .with(ModelName.HUMAN, new AtTheTerminal(console));
    }

    /// The world's own budget is an intention of its author; where a price is unknown it cannot be held, and the run is not refused for it.
    private Budget budget(Console console, World world, Minds minds, ModelSetup setup) {
        World.Budget written = world.budget();
        Optional<BigDecimal> dollars = usd.or(written::usd);
        List<ModelName> unpriced = minds.names().map(ModelSpec::name).filter(name -> name.provider().live())
                .filter(name -> setup.prices().of(name).isEmpty()).toList();
        if (usd.isEmpty() && dollars.isPresent() && !unpriced.isEmpty()) {
            console.note("the world's budget of " + dollars.get().toPlainString()
                    + " dollars is not held: nobody knows the price of "
                    + unpriced.getFirst());
            dollars = Optional.empty();
        }
        Optional<Long> most = calls.or(written::calls);
        return new Budget(most.map(OptionalLong::of).orElse(OptionalLong.empty()),
                written.tokens().map(OptionalLong::of).orElse(OptionalLong.empty()), dollars);
    }
}
