package microcosm.trace;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/// An object with a field for each component of a record, in the order of their declaration. Every field must be known, none may
/// stand twice, and none may be written that would have been left out: each record has one spelling.
final class RecordShape<T> implements Shape<T> {
    private final Class<T> type;
    private final String name;
    private final List<Field> fields;
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final MethodHandle constructor;

    RecordShape(Class<T> type, String name, List<Field> fields) {
        this.type = type;
        this.name = name;
        this.fields = List.copyOf(fields);
        for (int i = 0; i < fields.size(); i++) {
            positions.put(fields.get(i).name(), i);
        }
        this.constructor = constructor(type);
    }

    /// @param start what stands before the value: `"known_to":`
    record Field(String name, String start, MethodHandle accessor, Shape<Object> shape) {}

    Class<T> type() { return type; }

    /// @return what its discriminator says: `acted`
    String name() { return name; }

    @Override
    public void write(JsonText out, T value) {
        out.raw('{');
        writeFields(out, value, false);
        out.raw('}');
    }

    void writeFields(JsonText out, Object value, boolean more) {
        boolean comma = more;
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            Object content = content(field, value);
            if (field.shape.leavesOut(content)) {
                continue;
            }
            if (comma) {
                out.raw(',');
            }
            out.raw(field.start);
            field.shape.write(out, content);
            comma = true;
        }
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean alike(T a, String ofA, T b, String ofB) { return a == b || alikeFields(a, ofA, b, ofB, 0); }

    boolean alikeFields(Object a, String ofA, Object b, String ofB, int first) {
        for (int i = first; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (!field.shape.alike(content(field, a), ofA, content(field, b), ofB)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public T read(JsonParser in, LongTexts longTexts) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw Shape.unexpected("an object", in);
        }
        return readFields(in, longTexts);
    }

    /// @param in before the name of the first field
    T readFields(JsonParser in, LongTexts longTexts) throws IOException {
        @Nullable
        Object[] read = new Object[fields.size()];
        for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
            Integer position = positions.get(field);
            if (position == null) {
                throw new IllegalArgumentException("unknown field \"" + field + "\" of " + name + "; known here: "
                        + fields.stream().map(Field::name).collect(Collectors.joining(", ")));
            }
            if (read[position] != null) {
                throw new IllegalArgumentException("the field \"" + field + "\" stands twice");
            }
            in.nextToken();
            read[position] = value(fields.get(position), in, longTexts);
        }
        for (int i = 0; i < read.length; i++) {
            if (read[i] == null) {
                read[i] = absent(fields.get(i));
            }
        }
        return make(read);
    }

    private Object value(Field field, JsonParser in, LongTexts longTexts) throws IOException {
        try {
            Object value = field.shape.read(in, longTexts);
            if (field.shape.leavesOut(value)) {
                throw new IllegalArgumentException("an empty field must be left out");
            }
            return value;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + "." + field.name + ": " + e.getMessage(), e);
        }
    }

    private Object absent(Field field) {
        try {
            return field.shape.leftOut();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the field \"" + field.name + "\" of " + name + " " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked")
    private T make(@Nullable Object[] components) {
        try {
            return (T) (Object) constructor.invokeExact(components);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the constructor of " + type.getName() + " threw", e);
        }
    }

    private static Object content(Field field, Object value) {
        try {
            return (Object) field.accessor.invokeExact(value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("reading " + field.name + " threw", e);
        }
    }

    @SuppressWarnings("unchecked")
    static Field field(String name, RecordComponent component, Shape<?> shape) {
        try {
            MethodHandle accessor = MethodHandles.lookup().unreflect(component.getAccessor());
            return new Field(name, "\"" + name + "\":",
                    accessor.asType(MethodType.methodType(Object.class, Object.class)), (Shape<Object>) shape);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(component + " must be readable here", e);
        }
    }

    private static MethodHandle constructor(Class<?> type) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            MethodHandle plain = MethodHandles.lookup().findConstructor(type,
                    MethodType.methodType(void.class, parameters));
            return plain.asSpreader(Object[].class, parameters.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalArgumentException(type.getName() + " must be constructible here", e);
        }
    }
}
