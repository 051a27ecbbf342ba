package microcosm.worlds;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/// A world as a tree of maps, lists, strings, numbers and truths, ready to be written as JSON. [WorldSchema] describes it.
///
/// A record is a map of its components, named in snake case; one of several kinds says which under `kind`. What is absent is left out.
/// The text of the file is not part of the tree; its digest is.
public final class WorldTree {
    private final boolean placed;

    private WorldTree(boolean placed) { this.placed = placed; }

    /// @return with the position of everything
    public static SequencedMap<String, Object> of(World world) { return new WorldTree(true).record(world); }

    /// What a world means, whatever its text looks like: no positions, no digest, formulas as trees alone.
    static SequencedMap<String, Object> meaning(World world) {
        var tree = new WorldTree(false).record(world);
        tree.remove("digest");
        return tree;
    }

    private SequencedMap<String, Object> record(Record record) {
        var fields = new LinkedHashMap<String, Object>();
        if (isOneOfSeveral(record.getClass())) {
            fields.put("kind", named(record.getClass().getSimpleName()));
        }
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (isShown(record.getClass(), component) && (placed || !isOfThePage(record.getClass(), component))) {
                value(read(record, component)).ifPresent(value -> fields.put(named(component.getName()), value));
            }
        }
        return fields;
    }

    static boolean isShown(Class<?> record, RecordComponent component) {
        return record != World.class || !component.getName().equals("text");
    }

    private static boolean isOfThePage(Class<?> record, RecordComponent component) {
        return component.getType() == Position.class
                || (component.getName().equals("text") && (record == Formula.class || record == Governance.class));
    }

    static boolean isOneOfSeveral(Class<?> type) {
        for (Class<?> above : type.getInterfaces()) {
            if (above.isSealed()) {
                return true;
            }
        }
        return false;
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            return Objects.requireNonNull(component.getAccessor().invoke(record));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(record.getClass() + "." + component.getName() + " cannot be read", e);
        }
    }

    private Optional<Object> value(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.flatMap(this::value);
            case OptionalDouble number -> number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
            case Record record -> Optional.of(record(record));
            case Enum<?> constant -> Optional.of(named(constant));
            case Collection<?> many -> {
                List<Object> values = new ArrayList<>();
                many.forEach(one -> value(one).ifPresent(values::add));
                yield Optional.of(values);
            }
            case Map<?, ?> map -> {
                var entries = new LinkedHashMap<String, Object>();
                map.forEach((key, one) -> value(one).ifPresent(held -> entries.put(key.toString(), held)));
                yield Optional.of(entries);
            }
            case String _,Number _,Boolean _ -> Optional.of(value);
            default -> throw new IllegalStateException("no place in a tree for " + value.getClass());
        };
    }

    /// @return `IN_TURN` as `in-turn`
    static String named(Enum<?> constant) { return constant.name().toLowerCase(Locale.ROOT).replace('_', '-'); }

    /// @return `offTheRecord`, `SamePlace` as `off_the_record`, `same_place`
    static String named(String java) { return java.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT); }
}
