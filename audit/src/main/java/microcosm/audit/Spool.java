package microcosm.audit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/// Messages that wait on disk. Blocks are written once and read whole.
record Spool(Optional<FileChannel> file) {
    static final Spool NONE = new Spool(Optional.empty());
    /// Bytes of blocks that are held at once, as written.
    static final long LARGEST = 64L << 20;

    /// @param length in bytes
    record Block(long start, int length) {}

    static Spool at(Path path) throws IOException {
        return new Spool(Optional.of(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)));
    }

    Block write(List<Message> messages) {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            out.writeInt(messages.size());
            for (Message message : messages) {
                write(out, message);
            }
            FileChannel channel = file.orElseThrow();
            long start = channel.size();
            ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
            int length = buffer.remaining();
            for (long at = start; buffer.hasRemaining();) {
                at += channel.write(buffer, at);
            }
            return new Block(start, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Message> read(Block block) {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(block.length());
            while (buffer.hasRemaining()) {
                if (file.orElseThrow().read(buffer, block.start() + buffer.position()) < 0) {
                    throw new IOException("the transcript's spool file was cut short");
                }
            }
            var in = new DataInputStream(new ByteArrayInputStream(buffer.array()));
            int count = in.readInt();
            List<Message> messages = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                messages.add(message(in));
            }
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, Message message) throws IOException {
        text(out, message.event());
        out.writeInt(message.step());
        text(out, message.from());
        out.writeInt(message.to().size());
        for (String to : message.to()) {
            text(out, to);
        }
        text(out, message.text());
        text(out, message.hidden());
        map(out, message.action());
        map(out, message.state());
        out.writeDouble(message.time().orElse(Double.NaN));
        map(out, message.rest());
    }

    private static Message message(DataInputStream in) throws IOException {
        String event = text(in);
        int step = in.readInt();
        String from = text(in);
        int listeners = in.readInt();
        List<String> to = new ArrayList<>();
        for (int i = 0; i < listeners; i++) {
            to.add(text(in));
        }
        String text = text(in);
        String hidden = text(in);
        SequencedMap<String, String> action = map(in);
        SequencedMap<String, String> state = map(in);
        double time = in.readDouble();
        return new Message(event, step, from, to, text, hidden, action, state,
                Double.isNaN(time) ? OptionalDouble.empty() : OptionalDouble.of(time), map(in));
    }

    /// UTF-16 as it stands: a transcript may hold unpaired surrogates, which UTF-8 would replace.
    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        boolean faithful = new String(plain, StandardCharsets.UTF_8).equals(text);
        byte[] bytes = faithful ? plain : text.getBytes(StandardCharsets.UTF_16BE);
        out.writeInt(faithful ? bytes.length : -1 - text.length());
        if (faithful) {
            out.write(bytes);
        } else {
            out.writeChars(text);
        }
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length >= 0) {
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }
        var text = new StringBuilder();
        for (int i = 0; i < -1 - length; i++) {
            text.append(in.readChar());
        }
        return text.toString();
    }

    private static void map(DataOutputStream out, SequencedMap<String, String> map) throws IOException {
        out.writeInt(map.size());
        for (var entry : map.entrySet()) {
            text(out, entry.getKey());
            text(out, entry.getValue());
        }
    }

    private static SequencedMap<String, String> map(DataInputStream in) throws IOException {
        int size = in.readInt();
        SequencedMap<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            map.put(text(in), text(in));
        }
        return map;
    }
}
