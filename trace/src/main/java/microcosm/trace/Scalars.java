package microcosm.trace;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import microcosm.worlds.Bundle;

/// The shapes that are not made of other shapes.
final class Scalars {
    private Scalars() {}

    /// A string; or, for a text kept elsewhere, `{"digest":"…"}`. An empty one is left out.
    record Text() implements Shape<String> {
        @Override
        public void write(JsonText out, String value) {
            if (out.longTexts().holds(value)) {
                out.raw("{\"digest\":\"");
                out.raw(out.longTexts().put(value));
                out.raw("\"}");
            } else {
                out.string(value);
            }
        }

        @Override
        public String read(JsonParser in, LongTexts longTexts) throws IOException {
            if (in.currentToken() == JsonToken.VALUE_STRING) {
                return in.getText();
            }
            if (in.currentToken() == JsonToken.START_OBJECT && "digest".equals(in.nextFieldName())) {
                String text = longTexts.get(String.valueOf(in.nextTextValue()));
                if (in.nextToken() == JsonToken.END_OBJECT) {
                    return text;
                }
            }
            throw Shape.unexpected("a string", in);
        }

        @Override
        public boolean alike(String a, String ofA, String b, String ofB) {
            return a.equals(ofA) ? b.equals(ofB) : a.equals(b);
        }

        @Override
        public boolean leavesOut(String value) { return value.isEmpty(); }

        @Override
        public String leftOut() { return ""; }
    }

    record Whole() implements Shape<Integer> {
        @Override
        public void write(JsonText out, Integer value) { out.raw(Integer.toString(value)); }

        @Override
        public Integer read(JsonParser in, LongTexts longTexts) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                throw Shape.unexpected("a whole number", in);
            }
            return in.getIntValue();
        }
    }

    record Wide() implements Shape<Long> {
        @Override
        public void write(JsonText out, Long value) { out.raw(Long.toString(value)); }

        @Override
        public Long read(JsonParser in, LongTexts longTexts) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                throw Shape.unexpected("a whole number", in);
            }
            return in.getLongValue();
        }
    }

    record Truth() implements Shape<Boolean> {
        @Override
        public void write(JsonText out, Boolean value) { out.raw(Boolean.toString(value)); }

        @Override
        public Boolean read(JsonParser in, LongTexts longTexts) throws IOException {
            if (!in.currentToken().isBoolean()) {
                throw Shape.unexpected("true or false", in);
            }
            return in.getBooleanValue();
        }
    }

    /// Keeps its scale: `0.5000` stays so.
    record Decimal() implements Shape<BigDecimal> {
        @Override
        public void write(JsonText out, BigDecimal value) { out.raw(value.toString()); }

        @Override
        public BigDecimal read(JsonParser in, LongTexts longTexts) throws IOException {
            if (!in.currentToken().isNumeric()) {
                throw Shape.unexpected("a number", in);
            }
            return in.getDecimalValue();
        }
    }

    /// A string such as `12.1/ada/3`.
    record Id() implements Shape<EventId> {
        @Override
        public void write(JsonText out, EventId value) {
            out.raw('"');
            out.raw(Integer.toString(value.step()));
            out.raw('.');
            out.raw(Integer.toString(value.turn()));
            out.raw('/');
            out.inString(value.owner());
            out.raw('/');
            out.raw(Integer.toString(value.ordinal()));
            out.raw('"');
        }

        @Override
        public EventId read(JsonParser in, LongTexts longTexts) throws IOException {
            if (in.currentToken() != JsonToken.VALUE_STRING) {
                throw Shape.unexpected("an event id", in);
            }
            return EventId.parse(in.getText());
        }

        @Override
        public boolean alike(EventId a, String ofA, EventId b, String ofB) {
            return a.step() == b.step() && a.turn() == b.turn() && a.ordinal() == b.ordinal()
                    && (a.owner().equals(ofA) ? b.owner().equals(ofB) : a.owner().equals(b.owner()));
        }
    }

    /// An object, good to amount, sorted by good. An empty one is left out.
    record Goods() implements Shape<Bundle> {
        @Override
        public void write(JsonText out, Bundle value) {
            char before = '{';
            for (var entry : value.amounts().entrySet()) {
                out.raw(before);
                out.name(entry.getKey());
                out.raw(entry.getValue().toString());
                before = ',';
            }
            out.raw(value.isEmpty() ? "{}" : "}");
        }

        @Override
        public Bundle read(JsonParser in, LongTexts longTexts) throws IOException {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                throw Shape.unexpected("goods such as {\"grain\":3}", in);
            }
            var amounts = new TreeMap<String, BigDecimal>();
            for (String good = in.nextFieldName(); good != null; good = in.nextFieldName()) {
                if (!in.nextToken().isNumeric()) {
                    throw Shape.unexpected("an amount of " + good, in);
                }
                if (amounts.put(good, in.getDecimalValue()) != null) {
                    throw new IllegalArgumentException("the good \"" + good + "\" stands twice");
                }
            }
            return new Bundle(amounts);
        }

        @Override
        public boolean leavesOut(Bundle value) { return value.isEmpty(); }

        @Override
        public Bundle leftOut() { return Bundle.NONE; }
    }
}
