package microcosm.agents.programs;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Programs from the literature, in words that fit any game of two moves: `cooperate` is the first, `defect` the second.
///
/// Sources: Tennenholtz 2004, Program Equilibrium, Games and Economic Behavior 49, 363–373 (clique-bot); Barasz et al. 2014, Robust Cooperation in the Prisoner's Dilemma, arXiv
/// 1401.5577 (fair-bot, prudent-bot; here by bounded simulation instead of proof); Oesterheld 2019, Robust Program Equilibrium, Theory and Decision 86, 143–159 (epsilon-fair-bot).
public enum Bot {
    /// Cooperates with everybody.
    COOPERATE_BOT("cooperate"),
    /// Defects against everybody.
    DEFECT_BOT("defect"),
    /// Cooperates with whoever hands in the same program.
    CLIQUE_BOT("if(them = me, cooperate, defect)"),
    /// Does what the other does against it.
    FAIR_BOT("play(them, me)"),
    /// Cooperates now and then for no reason, which ends the regress, and else does what the other does against it.
    EPSILON_FAIR_BOT("if(coin(EPSILON), cooperate, play(them, me))"),
    /// Cooperates with whoever cooperates with it and defects against who always defects.
    PRUDENT_BOT("if(play(them, me) = cooperate and play(them, defects) = defect, cooperate, defect)");

    private final String text;

    Bot(String text) { this.text = text; }

    /// @return as a world writes it: `fair-bot`
    public String written() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }

    /// @param epsilon how often it cooperates for no reason, where it does; in [0, 1]
    public String program(double epsilon) {
        return text.replace("EPSILON", java.math.BigDecimal.valueOf(epsilon).toPlainString());
    }

    public static List<String> names() { return Stream.of(values()).map(Bot::written).toList(); }

    /// @throws IllegalArgumentException if nothing is called so
    public static Bot named(String written) {
        return Stream.of(values()).filter(bot -> bot.written().equals(written)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("no program is called \"" + written + "\"; there are " + names()));
    }
}
