package microcosm.worlds;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// The JSON Schema of a [WorldTree], made from the records themselves, so that it cannot say anything else than they do.
///
/// Source: JSON Schema, draft 2020-12, <https://json-schema.org/draft/2020-12/schema>.
public final class WorldSchema {
    private final SortedMap<String, Object> definitions = new TreeMap<>();

    private WorldSchema() {}

    /// @return the schema as a tree, ready to be written as JSON; definitions by name
    public static SequencedMap<String, Object> tree() {
        var schema = new WorldSchema();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        tree.put("title", "A world, as microcosm show WORLD --json prints it");
        tree.putAll(schema.of(World.class));
        tree.put("$defs", schema.definitions);
        return tree;
    }

    private SequencedMap<String, Object> of(Type type) {
        if (type instanceof ParameterizedType made) {
            Class<?> raw = (Class<?>) made.getRawType();
            Type[] arguments = made.getActualTypeArguments();
            if (raw == Optional.class) {
                return of(arguments[0]);
            }
            var schema = new LinkedHashMap<String, Object>();
            boolean map = Map.class.isAssignableFrom(raw);
            schema.put("type", map ? "object" : "array");
            schema.put(map ? "additionalProperties" : "items", of(arguments[arguments.length - 1]));
            return schema;
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalStateException("no schema for " + type);
        }
        return plain.isEnum() ? constants(plain) : isOurs(plain) ? reference(plain) : simple(plain);
    }

    private static boolean isOurs(Class<?> type) { return type.isRecord() || type.isSealed(); }

    private static SequencedMap<String, Object> simple(Class<?> type) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", type == String.class
                ? "string"
                : type == boolean.class || type == Boolean.class
                        ? "boolean"
                        : type == int.class || type == Integer.class || type == Long.class
                                ? "integer"
                                : type == double.class || type == Double.class || type == BigDecimal.class
                                        || type == OptionalDouble.class ? "number" : unknown(type));
        return schema;
    }

    private static String unknown(Class<?> type) { throw new IllegalStateException("no schema for " + type); }

    private static SequencedMap<String, Object> constants(Class<?> type) {
        var schema = new LinkedHashMap<String, Object>();
        var names = new ArrayList<String>();
        for (Object constant : type.getEnumConstants()) {
            names.add(WorldTree.named((Enum<?>) constant));
        }
        schema.put("enum", names);
        return schema;
    }

    private SequencedMap<String, Object> reference(Class<?> type) {
        String name = name(type);
        if (!definitions.containsKey(name)) {
            definitions.put(name, new LinkedHashMap<>());
            definitions.put(name, type.isSealed() ? kinds(type) : record(type));
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$ref", "#/$defs/" + name);
        return schema;
    }

    /// @return `Channel.Members.Named` for a type within types
    private static String name(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return around == null ? type.getSimpleName() : name(around) + "." + type.getSimpleName();
    }

    private SequencedMap<String, Object> kinds(Class<?> type) {
        var schema = new LinkedHashMap<String, Object>();
        List<Object> kinds = new ArrayList<>();
        for (Class<?> kind : type.getPermittedSubclasses()) {
            kinds.add(reference(kind));
        }
        schema.put("oneOf", kinds);
        return schema;
    }

    private SequencedMap<String, Object> record(Class<?> type) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        if (WorldTree.isOneOfSeveral(type)) {
            var kind = new LinkedHashMap<String, Object>();
            kind.put("const", WorldTree.named(type.getSimpleName()));
            properties.put("kind", kind);
            required.add("kind");
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (WorldTree.isShown(type, component)) {
                String name = WorldTree.named(component.getName());
                properties.put(name, of(component.getGenericType()));
                if (component.getType() != Optional.class && component.getType() != OptionalDouble.class) {
                    required.add(name);
                }
            }
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }
}
