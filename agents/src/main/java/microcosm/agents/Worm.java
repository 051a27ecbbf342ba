package microcosm.agents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import microcosm.speech.Intent;
import microcosm.worlds.ActionSpec;

/// Carries words that ask to be repeated: who hears the `phrase` catches it with the chance `catches`, and from then on ends what it says with it, with the chance `passes` a
/// turn, greeting somebody where it would say nothing. Gets rid of it with the chance `recovers` a turn, and may catch it again. Else follows the policy `as`.
///
/// Sources: Lee and Tiwari 2024, Prompt Infection, arXiv 2410.07283; Cohen, Bitton and Nassi 2024, Here Comes the AI Worm, arXiv 2403.02817; the rule is the epidemic of
/// Kermack and McKendrick 1927.
final class Worm extends Layered {
    static final List<Parameter> PARAMETERS = List.of(AS,
            new Parameter.Text("phrase", "Pass it on to everybody you meet.", "the words"),
            new Parameter.Word("starts", List.of("healthy", "carrier"), "which it is at first"),
            new Parameter.Amount("catches", 1, 0, 1, "chance of catching it, each time it is heard"),
            new Parameter.Amount("passes", 1, 0, 1, "chance of passing it on, a turn"),
            new Parameter.Amount("recovers", 0, 0, 1, "chance of getting rid of it, a turn"));

    private final String phrase;
    private final double catches;
    private final double passes;
    private final double recovers;
    private boolean carries;
    private boolean passing;

    Worm(Persona persona) { this(persona, new Traits(persona, PARAMETERS, new LinkedHashMap<>())); }

    private Worm(Persona persona, Traits traits) {
        super(persona, traits);
        phrase = traits.text("phrase");
        if (phrase.isBlank() || !persona.world().speech()) {
            throw traits.problem("a worm lives in words, and there are none", "a phrase, and a world with speech");
        }
        carries = traits.word("starts").equals("carrier");
        catches = traits.amount("catches");
        passes = traits.amount("passes");
        recovers = traits.amount("recovers");
    }

    /// Whether it has caught the words.
    boolean carries() { return carries; }

    @Override
    public void observe(Perception perception, Inner inner) {
        super.observe(perception, inner);
        if (!carries && perception.kind() == Perception.Kind.HEARD && perception.text().contains(phrase)) {
            carries = inner.chance("worm/" + perception.event()).nextDouble() < catches;
        }
    }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        var chance = inner.chance("worm");
        carries &= chance.nextDouble() >= recovers;
        passing = carries && chance.nextDouble() < passes;
        Intent intent = super.decide(spec, situation, inner);
        return passing && intent.deeds().isEmpty() ? greeting(Optional.empty(), situation).orElse(intent) : intent;
    }

    @Override
    public String worded(String text, Situation situation, Inner inner) {
        String said = super.worded(text, situation, inner);
        return passing ? said + " " + phrase : said;
    }
}
