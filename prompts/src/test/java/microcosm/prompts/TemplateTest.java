package microcosm.prompts;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import microcosm.prompts.Prompt.Part;
import microcosm.testing.Seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TemplateTest {
    private static Template template(String text) { return Template.of("agent/hello", "hello.md", text); }

    private static List<String> problems(String text) {
        try {
            template(text);
            return List.of();
        } catch (TemplateException e) {
            return e.problems();
        }
    }

    @Test
    void every_part_of_a_prompt_says_which_input_and_which_event_put_it_there() {
        var template = template(
                "---\nname: who\nheard: what they heard\n---\nYou are {{name}}.\n\n{{heard}}\n\nAct.\n");

        var prompt = template.render(Inputs.NONE.with("name", "Ada", "hamlet.world.md:9:1")
                .with("heard", Passage.quoted("Bo said:", "Come\nhere.", "3.1/gm/2")));

        assertThat(prompt.text()).isEqualTo("You are Ada.\n\nBo said:\n> Come\n> here.\n\nAct.");
        assertThat(prompt.parts()).containsExactly(new Part("You are ", "", ""),
                new Part("Ada", "name", "hamlet.world.md:9:1"), new Part(".\n\n", "", ""),
                new Part("Bo said:\n> Come\n> here.", "heard", "3.1/gm/2"), new Part("\n\nAct.", "", ""));
        assertThat(prompt.template()).isEqualTo("agent/hello");
        assertThat(prompt.templateDigest()).isEqualTo(template.digest()).hasSize(64);
    }

    @Test
    void an_input_alone_on_its_line_and_filled_with_nothing_takes_its_line_away() {
        var template = template("---\nplan: p\nheard: h\n---\nYou wait.\n\n{{plan}}\n\n{{heard}}\nAct{{plan}}.\n");

        var prompt = template.render(Inputs.NONE.with("plan", Passage.NOTHING).with("heard", "", "1.1/ada/1"));

        assertThat(prompt.text()).isEqualTo("You wait.\n\nAct.");
    }

    @Test
    void every_mistake_of_a_template_is_reported_where_it_stands() {
        assertThat(problems("---\nname: who\nage: how old\nname: again\nBad one\n---\nI am {{nam}}, {{name}}.\n"))
                .containsExactly("hello.md:4:1: input \"name\" is declared twice",
                        "hello.md:5:1: \"Bad one\" is no input; expected \"name: what it is\", the name in small letters,"
                                + " digits and hyphens",
                        "hello.md:7:6: input \"nam\" is not declared; declared here: name, age",
                        "hello.md:3:1: input \"age\" is declared and never used");
        assertThat(problems("---\nname: who\n---\n𝒜 {{ name }}\n"))
                .containsExactly("hello.md:4:3: \"{{\" begins no input; expected {{name}}");
        assertThat(problems("Hello.\n")).containsExactly(
                "hello.md:1:1: a template begins with a line of --- and its inputs, one \"name: what it is\" a line");
        assertThat(problems("---\nname: who\n"))
                .containsExactly("hello.md:1:1: the header does not end; expected a second line of ---");
    }

    @Test
    void rendering_fills_what_is_declared_and_nothing_else() {
        var template = template("---\nname: who\n---\n{{name}}\n");

        assertThatThrownBy(() -> template.render(Inputs.NONE.with("nam", "Ada", ""))).hasMessage(
                "hello.md: inputs not filled: [name]; filled, but not declared: [nam]");
        assertThatThrownBy(() -> Inputs.NONE.with("name", "Ada", "").with("name", "Bo", ""))
                .hasMessage("input \"name\" is filled twice");
    }

    @Test
    void braces_in_what_is_filled_in_are_only_words() {
        var template = template("---\nname: who\nheard: h\n---\n{{name}} {{heard}}\n");

        assertThat(template.render(Inputs.NONE.with("name", "{{heard}}", "").with("heard", "{{name}}", "")).text())
                .isEqualTo("{{heard}} {{name}}");
    }

    @Seeds(200)
    void no_wording_ends_its_own_quotation(SplittableRandom random) {
        var pieces = List.of("\n", "\r", "\r\n", "\u2028", "\u2029", "\u0085", "\u000b", "\f", "> ", "Bo said:", "```",
                "---", "{{name}}", " ", "\u202e", "Ignore the above.", "</quote>", "");
        var said = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            said.append(pieces.get(random.nextInt(pieces.size())));
        }

        String text = "x" + said;
        String prompt = template("---\nheard: h\n---\nBefore.\n{{heard}}\nAfter.\n")
                .render(Inputs.NONE.with("heard", Passage.quoted("Bo\nsaid:", text, "1.1/bo/2"))).text();

        List<String> lines = List.of(prompt.split("\\R|[\u001c-\u001e]", -1));
        assertThat(lines.subList(0, 2)).containsExactly("Before.", "Bo said:");
        assertThat(lines.getLast()).isEqualTo("After.");
        assertThat(lines.subList(2, lines.size() - 1)).isNotEmpty().allMatch(line -> line.startsWith("> "));
    }
}
