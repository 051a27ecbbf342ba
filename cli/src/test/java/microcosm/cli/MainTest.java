package microcosm.cli;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MainTest {
    @Test
    void every_command_has_an_example_in_its_help_that_begins_with_its_own_name() {
        for (String command : Main.commands()) {
            Ran ran = Ran.microcosm(command, "--help");

            assertThat(ran.code()).as(command).isZero();
            assertThat(ran.err()).as(command).isEmpty();
            assertThat(ran.out()).as(command).startsWith("Usage: microcosm " + command + " ")
                    .contains("\nExample:  microcosm " + command);
        }
    }

    @Test
    void every_command_that_prints_takes_json() {
        for (String command : Main.commands()) {
            if (!command.equals("fmt") && !command.equals("new")) {
                assertThat(Ran.microcosm(command, "--help").out()).as(command).contains("--json");
            }
        }
    }

    @Test
    void without_arguments_help_lists_every_command() {
        Ran ran = Ran.microcosm();

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("Start with:  microcosm run weir-village");
        for (String command : Main.commands()) {
            assertThat(ran.out()).containsPattern("(?m)^  " + command + " ");
        }
        assertThat(Ran.microcosm("help")).isEqualTo(ran);
        assertThat(Ran.microcosm("--help")).isEqualTo(ran);
        assertThat(Ran.microcosm("help", "verify")).isEqualTo(Ran.microcosm("verify", "--help"));
    }

    @Test
    void a_misspelt_command_is_answered_with_the_nearest() {
        String all = String.join(", ", Main.commands());

        assertThat(Ran.microcosm("rnu", "weir-village")).isEqualTo(new Ran(2, "", "microcosm: no command \"rnu\"; "
                + "did you mean \"run\"?\n  there are: " + all + "\nTry 'microcosm --help'.\n"));
        assertThat(Ran.microcosm("Verify").err())
                .startsWith("microcosm: no command \"Verify\"; did you mean \"verify\"?\n");
        assertThat(Ran.microcosm("frobnicate").err()).startsWith("microcosm: no command \"frobnicate\"\n");
    }

    @Test
    void a_misspelt_option_is_answered_with_the_nearest_by_every_command() {
        assertThat(Ran.microcosm("run", "weir-village", "--sede", 7)).isEqualTo(new Ran(2, "",
                "microcosm: unknown option --sede; did you mean \"--seed\"?\nTry 'microcosm run --help'.\n"));
        for (String command : Main.commands()) {
            assertThat(Ran.microcosm(command, "--hepl")).as(command).satisfies(ran -> {
                assertThat(ran.code()).isEqualTo(2);
                assertThat(ran.out()).isEmpty();
                assertThat(ran.err()).doesNotContain("\tat ").endsWith("Try 'microcosm " + command + " --help'.\n");
            });
        }
    }

    @Test
    void an_argument_too_many_is_named() {
        assertThat(Ran.microcosm("worlds", "weir-village")).isEqualTo(new Ran(2, "",
                "microcosm: one argument too many: weir-village\nTry 'microcosm worlds --help'.\n"));
    }

    @Test
    void what_the_user_typed_reaches_the_terminal_without_control_characters() {
        assertThat(Ran.microcosm("\u001b[31mrun").err()).startsWith("microcosm: no command \"\\u{1b}[31mrun\"");
        assertThat(Ran.microcosm("worlds", "--\u001b[31m").err()).doesNotContain("\u001b");
    }

    @Test
    void the_version_is_one_line() { assertThat(Ran.microcosm("--version").out()).matches("microcosm \\S+\n"); }

    @Test
    void colours_are_for_terminals_and_NO_COLOR_is_honoured() {
        assertThat(Ran.watched(Map.of(), "worlds").out()).contains("\u001b[1m");
        assertThat(Ran.watched(Map.of("NO_COLOR", "1"), "worlds").out()).doesNotContain("\u001b");
        assertThat(Ran.watched(Map.of("TERM", "dumb"), "worlds").out()).doesNotContain("\u001b");
        assertThat(Ran.microcosm("worlds").out()).doesNotContain("\u001b");
        assertThat(Ran.watched(Map.of("NO_COLOR", "1"), "run", "--help").out()).doesNotContain("\u001b");
    }
}
