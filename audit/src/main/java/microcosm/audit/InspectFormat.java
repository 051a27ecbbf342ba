package microcosm.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// An Inspect log packed as `.eval`, by deflate or zstd; samples whole or in chunks.
final class InspectFormat implements Format {
    private final JsonFormat plain = new JsonFormat("inspect", List.of(new InspectShape()));

    @Override
    public String name() { return "inspect"; }

    @Override
    public boolean recognises(Path file, String head) {
        return (head.startsWith("PK") && file.toString().endsWith(".eval")) || plain.recognises(file, head);
    }

    @Override
    public void read(Path file, Intake intake) throws IOException {
        boolean packed;
        try (InputStream in = Lines.open(file)) {
            packed = in.read() == 'P';
        }
        if (!packed) {
            plain.read(file, intake);
            return;
        }
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            unpack(zip, file.toString(), intake);
        } catch (IOException | IllegalArgumentException e) {
            intake.bad(file.toString(), 1, "not a readable .eval archive: " + e.getMessage());
        }
    }

    private static void unpack(ZipFile zip, String file, Intake intake) throws IOException {
        ObjectNode head = Json.MAPPER.createObjectNode();
        for (String name : List.of("_journal/start.json", "header.json")) {
            ZipArchiveEntry entry = zip.getEntry(name);
            if (entry != null) {
                items(zip, entry, file, intake, (item, _) -> {
                    if (item.isObject()) {
                        head.setAll((ObjectNode) item);
                    }
                });
            }
        }
        var shape = new InspectShape();
        SequencedMap<String, List<ZipArchiveEntry>> chunked = new TreeMap<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String name = entry.getName();
            if (name.matches("samples/[^/]+\\.json")) {
                items(zip, entry, file, intake, (item, line) -> {
                    if (item.isObject() && item.has("messages")) {
                        shape.read(((ObjectNode) item).set("_head", head), file + "!" + name, line, intake);
                    } else {
                        intake.bad(file + "!" + name, line, "expected a sample with messages");
                    }
                });
            } else if (name.matches("samples/[^/]+/.+\\.json")) {
                chunked.computeIfAbsent(name.split("/")[1], _ -> new ArrayList<>()).add(entry);
            } else if (!name.endsWith("/") && !name.startsWith("_journal") && !name.equals("header.json")) {
                intake.keep("inspect member " + name);
            }
        }
        for (var sample : chunked.entrySet()) {
            chunks(zip, sample.getKey(), sample.getValue(), head, file, intake);
        }
    }

    private static void chunks(ZipFile zip, String sample, List<ZipArchiveEntry> entries, ObjectNode head, String file,
            Intake intake) throws IOException {
        ArrayNode attachments = Json.MAPPER.createArrayNode();
        for (ZipArchiveEntry entry : ordered(entries, "/attachments/")) {
            items(zip, entry, file, intake, (item, _) -> attachments.add(item));
        }
        String task = Json.text(head, "eval.task");
        var chat = new Chat((task.isEmpty() ? "" : task + "/") + sample.replace("_epoch_", "/"), task, "assistant",
                attachments);
        for (ZipArchiveEntry entry : ordered(entries, "/messages/")) {
            items(zip, entry, file, intake, (item, _) -> chat.add(item, intake));
        }
        entries.stream().filter(entry -> entry.getName().contains("/events/") || entry.getName().contains("/calls/"))
                .forEach(_ -> intake.keep("inspect chunk of events"));
    }

    /// Chunks are named by where they start.
    private static List<ZipArchiveEntry> ordered(List<ZipArchiveEntry> entries, String folder) {
        return entries.stream().filter(entry -> entry.getName().contains(folder))
                .sorted(java.util.Comparator.comparingLong(entry -> number(entry.getName()))).toList();
    }

    private static long number(String name) {
        String digits = name.substring(name.lastIndexOf('/') + 1).replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.length() > 15 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static void items(ZipFile zip, ZipArchiveEntry entry, String file, Intake intake, JsonItems.Each each)
            throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            JsonItems.forEach(in, file + "!" + entry.getName(), intake, each);
        } catch (IOException e) {
            intake.bad(file + "!" + entry.getName(), 1, "cannot be unpacked: " + e.getMessage());
        }
    }

}
