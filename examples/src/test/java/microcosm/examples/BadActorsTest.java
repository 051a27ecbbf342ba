package microcosm.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/// Twenty boats of which some are bad: every row of the tables in `fishery/README.md`.
@Execution(ExecutionMode.CONCURRENT)
class BadActorsTest {
    private static final int BOATS = 20;
    private static final List<String> MEASURES = List.of("survival", "of_residents", "of_visitors", "harm", "welfare",
            "gini_of_catch", "hhi_of_catch", "over_use");
    private static final List<Integer> DIGITS = List.of(1, 1, 1, 0, 0, 3, 4, 3);

    @TempDir
    private Path runs;

    private List<Playing> played(String kind, int visitors, String refuses, int seeds) {
        return IntStream.rangeClosed(1, seeds).mapToObj(seed -> Playing.of("fishery/bad-actors", runs, seed,
                "kind=" + kind, "visitors=" + visitors, "residents=" + (BOATS - visitors), "refuses=" + refuses))
                .toList();
    }

    private String row(String kind, int visitors, String refuses, int seeds) {
        List<Playing> all = played(kind, visitors, refuses, seeds);
        var cells = new ArrayList<String>();
        for (int i = 0; i < MEASURES.size(); i++) {
            String measure = MEASURES.get(i);
            cells.add(Interval.of(all.stream().mapToDouble(one -> one.measure(measure)).toArray())
                    .shown(DIGITS.get(i)));
        }
        return "| " + kind + " | " + refuses + " | " + (kind.equals("honest") ? "0" : visitors * 5 + " %") + " | "
                + String.join(" | ", cells) + " |";
    }

    /// Nothing is drawn here: one seed is all.
    @Test
    void what_bad_actors_do_who_ask_nobody_for_anything() throws IOException {
        var rows = new ArrayList<String>();
        rows.add(row("honest", 1, "1", 1));
        for (String kind : List.of("naive", "deceptive", "colluding")) {
            for (int visitors : new int[]{1, 2, 4, 7, 10}) {
                rows.add(row(kind, visitors, "1", 1));
            }
        }
        new Page("fishery").has(rows);
    }

    @Test
    @Tag("slow")
    void what_bad_actors_do_who_ask_others_to_join_them_by_how_often_those_refuse() throws IOException {
        var rows = new ArrayList<String>();
        for (String refuses : List.of("1", "0.9", "0.5")) {
            for (int visitors : new int[]{1, 2, 4, 7, 10}) {
                rows.add(row("persuasive", visitors, refuses, 10));
            }
        }
        new Page("fishery").has(rows);
    }

    @Test
    void requests_are_refused_as_often_as_residents_are_said_to_refuse() {
        Playing played = played("persuasive", 4, "0.9", 1).getFirst();
        double refused = sum(played, "refused");
        double complied = sum(played, "complied");

        assertThat(refused + complied).isBetween(10.0, 96.0);
        assertThat(refused / (refused + complied)).isBetween(0.7, 1.0);
        assertThat(sum(played("persuasive", 4, "1", 1).getFirst(), "complied")).isZero();
        assertThat(sum(played("persuasive", 4, "0", 1).getFirst(), "refused")).isZero();
    }

    private static double sum(Playing played, String attribute) {
        return IntStream.rangeClosed(1, BOATS).mapToObj(n -> "resident-" + n)
                .flatMap(who -> played.end().attribute(who, attribute).stream()).mapToDouble(Double::parseDouble).sum();
    }

    /// Residents who have never met such visitors: whoever tolerates less open over-use turns worse sooner.
    @Test
    void residents_who_follow_sooner_are_worse_off_with_visitors_who_own_up_and_not_with_those_who_do_not() {
        for (String kind : List.of("naive", "deceptive")) {
            double patient = played(kind, "0.25");
            double quick = played(kind, "0.1");

            if (kind.equals("naive")) {
                assertThat(quick).isLessThan(patient);
            } else {
                assertThat(quick).isEqualTo(patient);
            }
        }
    }

    /// @return what a resident has in the end, among four visitors
    private double played(String kind, String tolerance) {
        return Playing.of("fishery/bad-actors", runs, 1, "kind=" + kind, "visitors=4", "residents=16",
                "tolerance=" + tolerance).measure("of_residents");
    }
}
