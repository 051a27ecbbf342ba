package microcosm.worlds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import microcosm.testing.Golden;

import static org.assertj.core.api.Assertions.assertThat;

class WorldTreeTest {
    @Test
    void the_published_schema_is_the_one_the_records_give() throws Exception {
        var json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

        new Golden(Path.of("world.schema.json"))
                .matches(json.writeValueAsString(WorldSchema.tree()).replace(System.lineSeparator(), "\n") + "\n");
    }

    @ParameterizedTest
    @MethodSource("microcosm.worlds.WorldFile#shippedIds")
    void every_shipped_world_is_as_the_schema_says(String id) {
        assertThat(misfits(WorldTree.of(WorldFile.shipped(id).world(Map.of())), WorldSchema.tree(), "")).isEmpty();
    }

    @Test
    void a_tree_that_lacks_a_part_or_has_one_too_many_is_not_as_the_schema_says() {
        var tree = WorldTree.of(WorldFile.shipped("weir-village").world(Map.of()));
        tree.remove("clock");
        tree.put("clocks", "two");

        assertThat(misfits(tree, WorldSchema.tree(), ""))
                .containsExactly(": no clock", "/clocks: not in the schema");
    }

    @Test
    void a_condition_is_both_as_written_and_as_understood() {
        var tree = WorldTree.of(WorldFile.shipped("weir-village").world(Map.of()));

        assertThat(((List<?>) ((Map<?, ?>) tree.get("watch")).get("measures")).getFirst()).hasToString(
                "{name=hungry, schedule={kind=at_end}, is={text=count(people, grain < 6), tree={kind=call, "
                        + "function=count, arguments=[{kind=name, name=people}, {kind=comparison, operands=[{kind=name, "
                        + "name=grain}, {kind=amount, value=6}], comparisons=[less]}]}, at={file=weir-village.world.md, "
                        + "line=125, column=29}}, at={file=weir-village.world.md, line=125, column=3}}");
    }

    /// As much of JSON Schema as ours uses.
    private static List<String> misfits(Object value, Map<String, Object> schema, String path) {
        return misfits(value, schema, path, schema);
    }

    @SuppressWarnings("unchecked")
    private static List<String> misfits(Object value, Map<String, Object> schema, String path,
            Map<String, Object> root) {
        if (schema.containsKey("$ref")) {
            String name = schema.get("$ref").toString().substring("#/$defs/".length());
            return misfits(value, (Map<String, Object>) ((Map<String, Object>) root.get("$defs")).get(name), path,
                    root);
        }
        if (schema.containsKey("oneOf")) {
            long fitting = ((List<Map<String, Object>>) schema.get("oneOf")).stream()
                    .filter(kind -> misfits(value, kind, path, root).isEmpty()).count();
            return fitting == 1 ? List.of() : List.of(path + ": fits " + fitting + " kinds");
        }
        if (schema.containsKey("const")) {
            return schema.get("const").equals(value) ? List.of() : List.of(path + ": " + value);
        }
        if (schema.containsKey("enum")) {
            return ((List<?>) schema.get("enum")).contains(value) ? List.of() : List.of(path + ": " + value);
        }
        var misfits = new ArrayList<String>();
        String type = schema.get("type").toString();
        if ((type.equals("object") && !(value instanceof Map))
                || (type.equals("array") && !(value instanceof Collection))) {
            return List.of(path + ": another type");
        }
        switch (type) {
            case "object" -> {
                var properties = (Map<String, Map<String, Object>>) schema.getOrDefault("properties", Map.of());
                for (Object required : (List<?>) schema.getOrDefault("required", List.of())) {
                    if (!((Map<?, ?>) value).containsKey(required)) {
                        misfits.add(path + ": no " + required);
                    }
                }
                ((Map<String, Object>) value).forEach((key, one) -> {
                    if (properties.containsKey(key)) {
                        misfits.addAll(misfits(one, properties.get(key), path + "/" + key, root));
                    } else if (schema.get("additionalProperties") instanceof Map<?, ?> any) {
                        misfits.addAll(misfits(one, (Map<String, Object>) any, path + "/" + key, root));
                    } else {
                        misfits.add(path + "/" + key + ": not in the schema");
                    }
                });
            }
            case "array" -> {
                int i = 0;
                for (Object one : (Collection<?>) value) {
                    misfits.addAll(misfits(one, (Map<String, Object>) schema.get("items"), path + "/" + i++, root));
                }
            }
            case "string" -> add(misfits, value instanceof String, path);
            case "boolean" -> add(misfits, value instanceof Boolean, path);
            case "integer" -> add(misfits, value instanceof Integer || value instanceof Long, path);
            case "number" -> add(misfits, value instanceof Number, path);
            default -> misfits.add(path + ": unknown type " + schema.get("type"));
        }
        return misfits;
    }

    private static void add(List<String> misfits, boolean fits, String path) {
        if (!fits) {
            misfits.add(path + ": another type");
        }
    }
}
