package microcosm.worlds;

import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import microcosm.testing.Seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorldDifferenceTest {
    private static final String VILLAGE = WorldFile.shipped("weir-village").text();

    private static List<String> differences(String one, String other) {
        return WorldDifference.between(WorldFile.of("a.md", one), WorldFile.of("b.md", other)).stream()
                .map(Object::toString).toList();
    }

    private static String edited(String... edits) {
        String text = VILLAGE;
        for (int i = 0; i < edits.length; i += 2) {
            assertThat(text).contains(edits[i]);
            text = text.replace(edits[i], edits[i + 1]);
        }
        return text;
    }

    @Test
    void a_belief_gained_lost_or_held_more_firmly_is_told_of_the_person() {
        String without = edited("- believes: [The mill will stop](#the-mill-will-stop) 0.9 when rumour = \"planted\"\n",
                "- trusts: [Old Peder](#old-peder) 0.2\n", "(#the-mill-is-sound) 0.95", "(#the-mill-is-sound) 0.9",
                "## Claims\n", "## Facts\n\n### Whether it is so\n\n{{rumour}}\n\n## Claims\n",
                "- truth: false\n", "- truth: false\n- held by: nobody\n");
        String with = edited("(#the-mill-will-stop) 0.9 when rumour = \"planted\"", "(#the-mill-will-stop) 0.9",
                "## Claims\n", "## Facts\n\n### Whether it is so\n\n{{rumour}}\n\n## Claims\n");

        assertThat(differences(without, with)).containsExactly(
                "Mira Oduya now believes “The mill is sound” 0.95 (was 0.9)",
                "Tomas Brandt gains a belief in “The mill will stop” (0.9)",
                "Tomas Brandt no longer says how far to trust Old Peder",
                "the claim “The mill will stop” no longer has held by (was nobody)");
    }

    @Test
    void a_row_that_only_some_arms_have_is_told_with_their_condition() {
        String addressed = VILLAGE;
        String heard = VILLAGE.replaceFirst("(?m)^(\\| square .*)addressee( .*private\" \\|)$", "$1everyone $2")
                .replace("days 3 6 9 12 | everyone", "days 3 6 9 12 | everyone");

        assertThat(differences(heard, addressed)).containsExactly(
                "the square is now heard by the addressee only when market_talk = \"private\" (was everyone)");
    }

    @Test
    void parameters_that_may_be_other_values_are_told_as_such() {
        String other = edited("min: 4, max: 20, default: 12", "min: 4, max: 30, default: 12",
                "{type: choice, of: [public, private], default: public}",
                "{type: choice, of: [public, private], default: private}");

        assertThat(differences(VILLAGE, other)).containsExactly("market_talk is now private unless set (was public)",
                "winter_in may now be 4 to 30 (was 4 to 20)");
    }

    @Test
    void what_people_start_with_do_and_are_measured_by_is_told() {
        String other = edited("Runs the mill.", "Runs the mill with her brother.", "- policy: gossip",
                "- policy: silent",
                "open_offer(to, give, get, 1) ", "open_offer(to, give, get, 2) ", "grain < 6) ", "grain <= 5) ",
                "- wants: to clear his debt before winter\n", "", "|    14 |", "|    15 |", "- replicates: 20",
                "- replicates: 30");

        assertThat(differences(VILLAGE, other)).containsExactly(
                "Mira Oduya is now described: “Runs the mill with her brother. Blunt, keeps exact …” "
                        + "(was “Runs the mill. Blunt, keeps exact …”)",
                "Mira Oduya now starts with 15 grain (was 14)",
                "Tomas Brandt loses a wish: to clear his debt before winter",
                "Old Peder now follows silent (was gossip)",
                "the action “offer” now does open_offer(to, give, get, 2) (was open_offer(to, give, get, 1))",
                "the measure hungry is now count(people, grain <= 5) (was count(people, grain < 6))",
                "the design now has this many replicates: 30 (was 20)");
    }

    @Test
    void somebody_new_somebody_gone_and_another_order_are_told() {
        String other = edited("### Old Peder", "### Young Peder", "[Old Peder](#old-peder)",
                "[Young Peder](#young-peder)");
        String tomasFirst = VILLAGE.replaceFirst("(?s)(### Mira Oduya.*?)(### Tomas Brandt.*?)(### Ilse)", "$2$1$3");

        assertThat(differences(VILLAGE, other)).containsExactly("Old Peder is gone", "Young Peder is new");
        assertThat(differences(VILLAGE, tomasFirst)).containsExactly(
                "People now come in the order Tomas Brandt, Mira Oduya, Ilse Varga, Old Peder");
    }

    @Test
    void layout_notes_comments_and_how_a_condition_is_written_make_no_difference() {
        String other = edited("With every channel closed the effect must vanish.", "",
                "| grain | sack  | no           |",
                "|grain|sack|no|", "# The Weir Village\n", "# The Weir Village\n\n<!-- a comment -->\n",
                "when rumour = \"planted\"", "when not rumour = \"none\"", "min(grain, 8) + 0.1 * coin",
                "min( grain,8 )+(0.1*coin)", "\n", "\r\n");

        assertThat(differences(VILLAGE, other)).isEmpty();
    }

    @Test
    void worlds_that_cannot_be_read_are_not_compared() {
        String wrong = edited("- policy: gossip", "- polcy: gossip");

        assertThatThrownBy(() -> differences(VILLAGE, wrong)).isInstanceOf(WorldException.class)
                .hasMessageStartingWith("b.md:54:3: unknown key \"polcy\"; did you mean \"policy\"?");
    }

    @ParameterizedTest
    @MethodSource("microcosm.worlds.WorldFile#shippedIds")
    void a_world_does_not_differ_from_itself(String id) {
        String text = WorldFile.shipped(id).text();

        assertThat(differences(text, text)).isEmpty();
    }

    private static final Pattern WORD = Pattern.compile("\\d|[a-z]{4,}");

    /// Whatever can be changed without a mistake has a name when it is told.
    @Seeds(300)
    void what_means_something_else_is_told_and_nothing_else_is(SplittableRandom random) {
        String id = WorldFile.shippedIds().get(random.nextInt(WorldFile.shippedIds().size()));
        String text = WorldFile.shipped(id).text();
        var places = WORD.matcher(text).results().toList();
        var place = places.get(random.nextInt(places.size()));
        String word = place.group().length() == 1 ? Integer.toString(random.nextInt(1, 9)) : place.group() + "s";
        WorldFile before = WorldFile.of("a.md", text);
        WorldFile after = WorldFile.of("b.md", text.substring(0, place.start()) + word + text.substring(place.end()));
        if (!after.check().isEmpty()) {
            return;
        }

        var told = WorldDifference.between(before, after).stream().map(Object::toString).toList();

        boolean same = before.arms().equals(after.arms()) && before.parameters().keySet().stream()
                .allMatch(name -> before.parameters().get(name).least().equals(after.parameters().get(name).least())
                        && before.parameters().get(name).most().equals(after.parameters().get(name).most()))
                && before.arms().stream().allMatch(
                        arm -> WorldTree.meaning(before.world(arm)).equals(WorldTree.meaning(after.world(arm))));
        assertThat(told.isEmpty()).as("%s: %s at %s", id, told, word).isEqualTo(same);
        assertThat(told).doesNotContain("something differs that has no name here");
    }
}
