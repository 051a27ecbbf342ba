package microcosm.memory;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

import microcosm.trace.EventId;

/// How a memory stands in the index: a row of fixed length with all that scoring needs, and a body with the rest.
///
/// A row is five little-endian ints (ordinal, step, step of the event id, words, always), the importance as a double, the
/// vector's [Quantised#perLength] as a float, and the vector's bytes.
final class Row {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int VECTOR = 32;

    private Row() {}

    /// @param vector empty where nobody is compared by vectors
    static byte[] row(int ordinal, Remembrance memory, int words, Quantised vector) {
        byte[] row = new byte[VECTOR + vector.values().length];
        ByteBuffer.wrap(row).order(ByteOrder.LITTLE_ENDIAN).putInt(ordinal).putInt(memory.step())
                .putInt(memory.event().step()).putInt(words).putInt(memory.always() ? 1 : 0)
                .putDouble(memory.importance()).putFloat(vector.perLength()).put(vector.values());
        return row;
    }

    private static int ordinal(byte[] row, int at) { return (int) INT.get(row, at); }

    /// Adds a row to others.
    static void add(byte[] row, int at, Rows into) {
        double importance = Double.longBitsToDouble((long) LONG.get(row, at + 20));
        int place = into.add(ordinal(row, at), (int) INT.get(row, at + 4), (int) INT.get(row, at + 8),
                (int) INT.get(row, at + 12), importance, (int) INT.get(row, at + 16) != 0);
        into.vector(place, row, at + VECTOR, Float.intBitsToFloat((int) INT.get(row, at + 28)));
    }

    /// @param length of a row
    static int dimensions(int length) { return length - VECTOR; }

    static byte[] body(Remembrance memory) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(memory.step());
            out.writeDouble(memory.importance());
            out.writeBoolean(memory.always());
            text(memory.event().toString(), out);
            text(memory.text(), out);
            out.writeInt(memory.restsOn().size());
            for (EventId one : memory.restsOn()) {
                text(one.toString(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to an array cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static Remembrance memory(byte[] body, int at, int length) {
        var in = ByteBuffer.wrap(body, at, length);
        int step = in.getInt();
        double importance = in.getDouble();
        boolean always = in.get() != 0;
        EventId event = EventId.parse(text(in));
        String text = text(in);
        int rests = in.getInt();
        var restsOn = new ArrayList<EventId>(rests);
        for (int i = 0; i < rests; i++) {
            restsOn.add(EventId.parse(text(in)));
        }
        return new Remembrance(event, step, text, importance, always, restsOn);
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        var text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }
}
