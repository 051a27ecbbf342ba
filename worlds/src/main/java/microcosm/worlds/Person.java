package microcosm.worlds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/// Somebody the author wrote.
///
/// @param id the heading's slug: `mira-oduya`
/// @param description what everybody may know of them; public prose
/// @param wants in words; theirs alone
/// @param goal what they try to raise, in typed terms; read by policies, never by a model
/// @param honesty probability of not asserting what they do not believe, in [0, 1]
/// @param trusts person id → in [0, 1]
/// @param knows private prose and facts given to them
/// @param secrets prose nobody else may ever see
/// @param policy who decides for them when no model does; empty for the default policy
/// @param model the language model that plays them; empty for the run's
/// @param place id of where they start; empty where the world has no places
/// @param role id of a fixed role; empty where roles are dealt or there are none
/// @param holdings what they start with
/// @param memories dated things they remember from before the first step
/// @param options further typed keys: parameters of the policy and of the mind
public record Person(String id, String name, String description, List<String> wants, Optional<Formula> goal,
        OptionalDouble honesty, List<Belief> believes, SequencedMap<String, Double> trusts, List<String> knows,
        List<String> secrets, Optional<PolicyCall> policy, Optional<String> model, Optional<String> place,
        Optional<String> role, Bundle holdings, List<DatedMemory> memories, SequencedMap<String, String> options,
        Position at) {
    /// The trait by which a world switches on how somebody who is a model thinks, and its parts.
    public static final String MIND = "mind";
    public static final List<String> MINDS = List.of("plain", "three-questions", "planning");
    /// The trait that says how many memories from before the first step a model is to tell of them.
    public static final String FORMATIVE = "formative";
    /// How many may be told.
    public static final int MOST_FORMATIVE = 12;

    /// The option that names the claims known in secret.
    static final String KEPT = "keeps";

    /// What begins the options that hold what a model wrote of somebody of a population. No trait of a page is called so.
    public static final String WRITTEN = "written.";
    /// Who they are, which is theirs alone; what they want; and the event of the reply.
    public static final String LIFE = WRITTEN + "life";
    public static final String WISH = WRITTEN + "wish";
    public static final String WRITTEN_BY = WRITTEN + "by";

    /// @return ids of the claims they know in secret
    public List<String> kept() {
        String kept = options.getOrDefault(KEPT, "");
        return kept.isEmpty() ? List.of() : List.of(kept.split(" "));
    }

    public Person {
        wants = List.copyOf(wants);
        believes = List.copyOf(believes);
        trusts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(trusts));
        knows = List.copyOf(knows);
        secrets = List.copyOf(secrets);
        memories = List.copyOf(memories);
        options = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options));
    }

    /// The same person under another policy.
    public Person following(PolicyCall other) {
        return new Person(id, name, description, wants, goal, honesty, believes, trusts, knows, secrets,
                Optional.of(other), model, place, role, holdings, memories, options, at);
    }

    /// How many memories from before the first step a model is to tell of them.
    ///
    /// @return from 0 to [#MOST_FORMATIVE]
    /// @throws WorldException if the trait says something else
    public int formative() {
        String many = options.getOrDefault(FORMATIVE, "0");
        if (!isFormative(many)) {
            throw new WorldException(
                    List.of(new Problem(at, "formative \"" + many + "\"", List.of(), FORMATIVE_RANGE)));
        }
        return Integer.parseInt(many);
    }

    /// The same person, of whom nobody is to tell such memories.
    public Person withoutFormative() {
        var others = new LinkedHashMap<>(options);
        others.remove(FORMATIVE);
        return new Person(id, name, description, wants, goal, honesty, believes, trusts, knows, secrets, policy, model,
                place, role, holdings, memories, others, at);
    }

    static final String FORMATIVE_RANGE = "how many memories: a whole number from 0 to " + MOST_FORMATIVE;

    static boolean isFormative(String many) {
        return many.matches("[0-9]{1,2}") && Integer.parseInt(many) <= MOST_FORMATIVE;
    }

    /// @param claim id of a [Claim]
    /// @param credence probability they give it, in [0, 1]
    public record Belief(String claim, double credence) {
        public Belief {
            if (!(credence >= 0 && credence <= 1)) {
                throw new IllegalArgumentException("credence " + credence + " must be between 0 and 1");
            }
        }
    }

    /// `q-learning(alpha: 0.15)`.
    public record PolicyCall(String name, SequencedMap<String, String> parameters) {
        public PolicyCall {
            parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
        }
    }

    /// @param when as the author dated it: `three winters ago`, `1887`; empty where undated
    public record DatedMemory(String when, String text) {}
}
