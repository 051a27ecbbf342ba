package microcosm.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import microcosm.models.Asked.Gift;
import microcosm.models.Reply.Finish;

import static org.assertj.core.api.Assertions.assertThat;

class DialogueTest {
    private static final String GOOD = "{\"reason\":\"he asked\",\"target\":\"bo\",\"amount\":3,\"act\":\"give\"}";
    private static final Gift GIFT = new Gift("he asked", "bo", 3, "give");

    record Bad(String outcome, Reply reply) {}

    static List<Bad> unusable() {
        return List.of(new Bad("refusal", reply("I cannot help with that.", Finish.REFUSED)),
                new Bad("filtered", reply("", Finish.FILTERED)), new Bad("empty", Reply.of("")),
                new Bad("empty", Reply.of(" \n\t")), new Bad("empty", Reply.of("\u200b\ufeff")),
                new Bad("reasoning-only", new Reply("", Finish.COMPLETE, true, false, Usage.UNKNOWN, "")),
                new Bad("reasoning-only", new Reply("", Finish.TRUNCATED, true, false, Usage.UNKNOWN, "")),
                new Bad("reasoning-only", Reply.of("<think>What now?</think>")),
                new Bad("reasoning-only", Reply.of("<think>What now? I")),
                new Bad("truncated", reply("I would like to", Finish.TRUNCATED)),
                new Bad("repetitive", Reply.of("a".repeat(10_000))),
                new Bad("repetitive", Reply.of("Well. " + "no no ".repeat(2_000) + "Done.")),
                new Bad("too-long", Reply.of("words of all kinds, ".repeat(250_000))),
                new Bad("tool-call", new Reply("", Finish.COMPLETE, false, true, Usage.UNKNOWN, "")),
                new Bad("tool-call", new Reply("I wait.", Finish.COMPLETE, false, true, Usage.UNKNOWN, "")),
                new Bad("wrong-language", Reply.of("我把三袋粮食给托马斯")),
                new Bad("wrong-language", Reply.of("Я отдаю зерно Томасу")));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void what_cannot_be_used_has_a_name_and_no_value(Bad bad) {
        var model = ScriptedModel.replying("s", request -> bad.reply());

        var words = model.ask("1.1/ada/1", Asked.prompt("What do you do, Ada?"), Asked.WORDS);
        var gift = model.ask("1.1/ada/1", Asked.prompt("What do you do, Ada?"), Asked.GIFT);

        assertThat(words.outcome()).isEqualTo(bad.outcome());
        assertThat(words.value()).isEmpty();
        assertThat(gift.outcome()).isEqualTo(bad.outcome());
        assertThat(gift.value()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {GOOD, "```json\n" + GOOD + "\n```", "```\n" + GOOD + "```",
            "Here you are:\n```json\n" + GOOD + "\n```\nAnything else?", "Sure! " + GOOD + " I hope this helps.",
            "<think>Bo has {none}.</think>\n" + GOOD})
    void an_object_is_found_in_what_models_put_around_it(String reply) {
        var answer = ScriptedModel.answering("s", request -> reply).ask("1.1/ada/1", Asked.prompt("?"), Asked.GIFT);

        assertThat(answer.value()).contains(GIFT);
        assertThat(answer.text()).isEqualTo(reply);
    }

    @Test
    void a_fence_around_everything_said_is_taken_off_and_named() {
        var answer = ScriptedModel.answering("s", request -> "```text\nI wait.\n```").ask("1.1/ada/1",
                Asked.prompt("?"), Asked.WORDS);

        assertThat(answer.value()).contains("I wait.");
        assertThat(answer.outcome()).isEqualTo("unfenced");
    }

    @Test
    void a_broken_reply_is_asked_again_with_what_is_wrong_and_then_used() {
        var asked = new ArrayList<Request>();
        var model = ScriptedModel.answering("s", request -> {
            asked.add(request);
            return asked.size() == 1 ? "I give Bo three." : GOOD;
        });

        var answer = model.ask("1.1/ada/1", Asked.prompt("What do you do?"), Asked.GIFT);

        assertThat(answer.value()).contains(GIFT);
        assertThat(answer.outcome()).isEqualTo("used");
        assertThat(answer.request()).isEqualTo(asked.get(1).digest()).isNotEqualTo(asked.get(0).digest());
        assertThat(asked.get(1).call()).isEqualTo("1.1/ada/1~2");
        assertThat(asked.get(1).messages()).containsExactly(new Message("user", "What do you do?"),
                new Message("assistant", "I give Bo three."),
                new Message("user", "That reply could not be used: it holds no JSON object.\n"
                        + "Reply again, with nothing but what was asked for."));
    }

    @Test
    void asking_again_ends_after_two_repairs() {
        var asked = new ArrayList<Request>();
        var model = ScriptedModel.answering("s", request -> {
            asked.add(request);
            return "{\"reason\":1";
        });

        var answer = model.ask("1.1/ada/1", Asked.prompt("?"), Asked.GIFT);

        assertThat(asked).hasSize(3);
        assertThat(answer).isEqualTo(
                new Answer<>(Optional.empty(), "{\"reason\":1", "unparsable", asked.getLast().digest()));
    }

    @Test
    void who_refuses_is_not_pressed() {
        var asked = new ArrayList<Request>();
        var model = ScriptedModel.replying("s", request -> {
            asked.add(request);
            return reply("No.", Finish.REFUSED);
        });

        model.ask("1.1/ada/1", Asked.prompt("?"), Asked.WORDS);

        assertThat(asked).hasSize(1);
    }

    @Test
    void a_person_may_speak_the_language_of_the_prompt_whatever_its_script() {
        var model = ScriptedModel.answering("s", request -> "我把三袋粮食给托马斯");

        assertThat(model.ask("1.1/ada/1", Asked.prompt("You are Ada. 你做什么？说中文。"), Asked.WORDS).outcome())
                .isEqualTo("used");
    }

    private static Reply reply(String text, Finish finish) {
        return new Reply(text, finish, false, false, Usage.UNKNOWN, "");
    }
}
