package microcosm.trace;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

import microcosm.worlds.ActionSpec;
import microcosm.worlds.Bundle;

/// Finds the shape of a type from its declaration: a record is an object with its components in order, a sealed interface is the
/// object of one of its records with that record's name in front. So a new event needs nothing here.
final class Shapes {
    private final Map<Type, Shape<?>> known = new LinkedHashMap<>();

    Shapes() {
        known.put(String.class, new Scalars.Text());
        known.put(int.class, new Scalars.Whole());
        known.put(long.class, new Scalars.Wide());
        known.put(boolean.class, new Scalars.Truth());
        known.put(BigDecimal.class, new Scalars.Decimal());
        known.put(EventId.class, new Scalars.Id());
        known.put(Bundle.class, new Scalars.Goods());
    }

    @SuppressWarnings("unchecked")
    <T> Shape<T> of(Class<T> type) { return (Shape<T>) of((Type) type); }

    private Shape<?> of(Type type) {
        Shape<?> shape = known.get(type);
        if (shape == null) {
            shape = made(type);
            known.put(type, shape);
        }
        return shape;
    }

    private Shape<?> made(Type type) {
        return switch (type) {
            case ParameterizedType p when p.getRawType() == List.class -> new ListShape<>(
                    of(p.getActualTypeArguments()[0]));
            case ParameterizedType p when p.getRawType() == SequencedMap.class && p
                    .getActualTypeArguments()[0] == String.class ->
                new MapShape<>(of(p.getActualTypeArguments()[1]));
            case Class<?> c when c.isRecord() -> record(c);
            case Class<?> c when c.isEnum() -> EnumShape.of(c);
            case Class<?> c when c.isSealed() -> new SealedShape<>(discriminator(c), records(c));
            default -> throw new IllegalArgumentException("there is no JSON for " + type.getTypeName());
        };
    }

    private List<RecordShape<?>> records(Class<?> sealed) {
        var records = new ArrayList<RecordShape<?>>();
        for (Class<?> each : sealed.getPermittedSubclasses()) {
            records.add((RecordShape<?>) of((Type) each));
        }
        return records;
    }

    private RecordShape<?> record(Class<?> type) {
        var fields = new ArrayList<RecordShape.Field>();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.add(RecordShape.field(written(component.getName()), component, of(component.getGenericType())));
        }
        return new RecordShape<>(type, written(type.getSimpleName()), fields);
    }

    /// The field that says which record it is.
    private static String discriminator(Class<?> type) {
        return type == ActionSpec.class ? "kind" : written(type.getSimpleName());
    }

    /// `knownTo` is written `known_to`.
    static String written(String name) {
        var written = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0) {
                written.append('_');
            }
            written.append(Character.toLowerCase(c));
        }
        return written.toString().toLowerCase(Locale.ROOT);
    }

}
