package microcosm.models;

import java.util.LinkedHashMap;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FieldsTest {
    @Test
    void a_reply_is_read_field_by_field_and_what_is_left_out_is_nothing() throws UnusableReplyException {
        Fields reply = Fields.of("{\"n\":3,\"who\":null,\"list\":[{\"a\":\"b\",\"c\":2,\"d\":\"\"}]}");

        assertThat(reply.whole("n")).isEqualTo(3);
        assertThat(reply.text("who")).isEmpty();
        assertThat(reply.text("absent")).isEmpty();
        assertThat(reply.objects("absent")).isEmpty();
        assertThat(reply.objects("list").getFirst().texts().toString()).isEqualTo("{a=b, c=2}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[]|the reply: expected an object.", "{\"n\":1.5}|n: expected a whole number.",
            "{\"n\":1,\"list\":3}|list: expected a list.", "{\"n\":1,\"list\":[{},4]}|list[1]: expected an object.",
            "{\"n\":1,\"list\":[{\"a\":[]}]}|list[0].a: expected text."})
    void what_was_not_asked_for_is_named_with_its_place(String reply, String problem) {
        assertThatThrownBy(() -> {
            Fields fields = Fields.of(reply);
            fields.whole("n");
            for (Fields one : fields.objects("list")) {
                one.texts();
            }
        }).isInstanceOf(UnusableReplyException.class).hasMessage(problem);
    }

    @Test
    void a_schema_is_strict_and_keeps_the_order_of_its_fields() {
        var act = new LinkedHashMap<String, ReplySchema>();
        act.put("act", new ReplySchema.OneOf(List.of("go"), ""));
        act.put("a", new ReplySchema.Text("where to"));
        var fields = new LinkedHashMap<String, ReplySchema>();
        fields.put("z", new ReplySchema.Whole(""));
        fields.put("acts", new ReplySchema.Listed(new ReplySchema.Either(List.of(new ReplySchema.Fielded(act))), ""));

        String schema = new ReplySchema.Fielded(fields).json();

        assertThat(schema).isEqualTo("""
                {"type":"object","properties":{"z":{"type":"integer"},"acts":{"type":"array","items":{"anyOf":[\
                {"type":"object","properties":{"act":{"type":"string","enum":["go"]},"a":{"type":"string",\
                "description":"where to"}},"required":["act","a"],"additionalProperties":false}]}}},\
                "required":["z","acts"],"additionalProperties":false}""");
        assertThat(Schemas.strict(schema)).isTrue();
    }
}
