package microcosm.trace;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SplittableRandom;

import microcosm.worlds.Bundle;

/// Random events of every kind, full of strings that are hard to write.
record Generated(SplittableRandom random) {
    private static final List<String> HOSTILE = List.of("", "plain words", "\"quoted\\\"", "line\nline\r\n\ttab",
            "\u0000\u0001\u001F\u007F",
            "\uD800", "\uDC00 alone", "a\uDBFF", "\uD83D\uDE00 \uDB40\uDC41", "\u202Eright to left\u202C",
            "\u200B\u200D\uFEFF\u2028\u2029",
            "żółć 水 \uFFFE\uFFFF", "{\"digest\":\"x\"}", ",\"hash\":\"AAAA\"}", "é\u0301 \u0085 \u00AD",
            "long ".repeat(200),
            "\uD800\uDC00".repeat(151) + "\uD83D", "\u0000".repeat(301));

    <T> T any(Class<T> type) { return type.cast(value(type)); }

    private Object value(Type type) {
        return switch (type) {
            case ParameterizedType p when p.getRawType() == List.class -> list(p.getActualTypeArguments()[0]);
            case ParameterizedType p -> map(p.getActualTypeArguments()[1]);
            case Class<?> c when c == String.class -> string();
            case Class<?> c when c == int.class -> random.nextInt(0, 1000);
            case Class<?> c when c == long.class -> random.nextLong();
            case Class<?> c when c == BigDecimal.class -> decimal();
            case Class<?> c when c == Bundle.class -> bundle();
            case Class<?> c when c == EventId.class ->
                new EventId(random.nextInt(9), random.nextInt(3), "ada", 1 + random.nextInt(4));
            case Class<?> c when c.isEnum() -> c.getEnumConstants()[random.nextInt(c.getEnumConstants().length)];
            case Class<?> c when c.isSealed() ->
                value(c.getPermittedSubclasses()[random.nextInt(c.getPermittedSubclasses().length)]);
            case Class<?> c -> record(c);
            default -> throw new IllegalArgumentException(type.getTypeName());
        };
    }

    String string() { return HOSTILE.get(random.nextInt(HOSTILE.size())); }

    /// Half a surrogate pair cannot stand in a name.
    private String name() { return new String(string().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8); }

    private BigDecimal decimal() {
        return new BigDecimal(java.math.BigInteger.valueOf(random.nextLong()), random.nextInt(-5, 30));
    }

    private Bundle bundle() {
        var amounts = new LinkedHashMap<String, BigDecimal>();
        for (int i = random.nextInt(4); i > 0; i--) {
            amounts.put(name(), decimal());
        }
        return Bundle.of(amounts);
    }

    private List<Object> list(Type each) {
        var list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(each));
        }
        return list;
    }

    private SequencedMap<String, Object> map(Type each) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = random.nextInt(4); i > 0; i--) {
            map.put(name(), value(each));
        }
        return map;
    }

    Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components).map(c -> value(c.getGenericType())).toArray();
        boolean span = components.length > 2 && components[components.length - 2].getName().equals("from");
        if (span && values[values.length - 1] instanceof Integer to
                && values[values.length - 2] instanceof Integer from) {
            values[values.length - 1] = from + to;
        }
        try {
            return type
                    .getDeclaredConstructor(
                            Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (InvocationTargetException e) {
            return record(type); // a choice without options and the like: another try
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
