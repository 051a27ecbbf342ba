package microcosm.trace;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;

import com.fasterxml.jackson.core.JsonParser;

/// A string: the constant's name in small letters, words joined by hyphens.
record EnumShape(SequencedMap<String, Object> constants) implements Shape<Object> {
    static EnumShape of(Class<?> type) {
        var constants = new LinkedHashMap<String, Object>();
        Arrays.stream(type.getEnumConstants()).forEach(constant -> constants.put(written(constant), constant));
        return new EnumShape(constants);
    }

    private static String written(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void write(JsonText out, Object value) { out.string(written(value)); }

    @Override
    public Object read(JsonParser in, LongTexts longTexts) throws IOException {
        Object constant = constants.get(String.valueOf(in.getText()));
        if (constant == null) {
            throw Shape.unexpected("one of " + String.join(", ", constants.sequencedKeySet()), in);
        }
        return constant;
    }
}
