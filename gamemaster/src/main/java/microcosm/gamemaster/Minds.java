package microcosm.gamemaster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

import microcosm.models.ModelSpec;
import microcosm.prompts.Templates;
import microcosm.worlds.Person;
import microcosm.worlds.Population;

/// Which models play the people and the game master, and with which templates they are asked. Part of a run's identity.
///
/// @param model plays everybody who has none of their own; `baseline` for policies
/// @param own person id → model that plays them
/// @param gameMaster reads, settles and tells beside the rules; empty for the rules alone
public record Minds(ModelSpec model, SequencedMap<String, ModelSpec> own, Optional<ModelSpec> gameMaster,
        Templates templates) {
    /// Everybody follows their policy, and nobody is asked.
    public static final Minds BASELINE = of(ModelSpec.BASELINE);

    public Minds {
        own = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(own));
        gameMaster = gameMaster.filter(name -> !name.baseline());
    }

    public static Minds of(ModelSpec model) {
        return new Minds(model, new LinkedHashMap<>(), Optional.empty(), Templates.shipped());
    }

    public Minds with(String person, ModelSpec name) {
        var more = new LinkedHashMap<>(own);
        more.put(person, name);
        return new Minds(model, more, gameMaster, templates);
    }

    public Minds withGameMaster(ModelSpec name) { return new Minds(model, own, Optional.of(name), templates); }

    public Minds withTemplates(Templates others) { return new Minds(model, own, gameMaster, others); }

    /// Whom a person is played by: the model named for them, else the one the world gives them where people are played by models at all,
    /// else everybody's.
    ///
    /// @return empty for their policy
    public Optional<ModelSpec> of(Person person) {
        ModelSpec named = own.get(person.id());
        ModelSpec found = named != null
                ? named
                : model.baseline() ? model : person.model().map(ModelSpec::of).orElse(model);
        return Optional.of(found).filter(name -> !name.baseline());
    }

    /// Who writes the people of a population that the world leaves to a model: the game master's model, else the one that plays them.
    ///
    /// @return empty where there is neither, or nothing to write
    Optional<ModelSpec> author(Population population) {
        return Optional.of(population).filter(Population::written)
                .flatMap(all -> gameMaster.or(() -> of(all.template())));
    }

    /// Whether nobody is asked.
    public boolean none() {
        return model.baseline() && gameMaster.isEmpty() && own.values().stream().allMatch(ModelSpec::baseline);
    }

    /// Whether anybody is asked over a network.
    boolean live() { return names().anyMatch(one -> one.name().provider().live()); }

    /// Names in the manifest of a run.
    static final String MODEL = "model";
    static final String GAME_MASTER = "gm-model";
    private static final String PROMPTS = "prompts.";
    private static final List<String> FAMILIES = List.of("agent", "gamemaster");

    /// @param asked whether anybody is asked, or will be from a step on
    SequencedMap<String, String> manifest(boolean asked) {
        var manifest = new LinkedHashMap<String, String>();
        manifest.put(MODEL, model.toString());
        if (!asked) {
            return manifest;
        }
        own.forEach((person, name) -> manifest.put(MODEL + "." + person, name.toString()));
        gameMaster.ifPresent(name -> manifest.put(GAME_MASTER, name.toString()));
        families().forEach(family -> manifest.put(PROMPTS + family, templates.digest(family + "/")));
        return manifest;
    }

    private List<String> families() {
        return FAMILIES.stream().filter(family -> gameMaster.isPresent() || family.equals("agent")).toList();
    }

    /// @param templates those of the run
    static Minds of(SequencedMap<String, String> manifest, Templates templates) {
        var own = new LinkedHashMap<String, ModelSpec>();
        manifest.forEach((name, value) -> {
            if (name.startsWith(MODEL + ".")) {
                own.put(name.substring(MODEL.length() + 1), ModelSpec.of(value));
            }
        });
        return new Minds(ModelSpec.of(manifest.getOrDefault(MODEL, "baseline")), own,
                Optional.ofNullable(manifest.get(GAME_MASTER)).map(ModelSpec::of), templates);
    }

    /// @return the names of everybody who may be asked, apart from those the world gives
    public Stream<ModelSpec> names() {
        return Stream.concat(Stream.concat(Stream.of(model), own.values().stream()), gameMaster.stream())
                .filter(name -> !name.baseline()).distinct();
    }

    /// Whether anybody is asked, from the start or from a step on.
    boolean asks(Interventions changes) {
        return !none() || changes.branches().stream().flatMap(branch -> branch.models().values().stream())
                .anyMatch(name -> !name.baseline());
    }
}
