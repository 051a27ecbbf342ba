package microcosm.audit;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventIds;
import microcosm.trace.RunFolder;
import microcosm.trace.RunLock;
import microcosm.trace.TraceWriter;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Attempt;
import microcosm.worlds.Bundle;

/// Writes imported runs as run folders, so that they can be read, shown and audited like ours.
///
/// A message becomes an `Acted` with its text, a `Read` with one attempt `imported` that holds the action, and a `Resolved` that tells the
/// text to those who heard it. What only the speaker knew becomes attributes `state.KEY`; hidden text a `Replied`.
public final class TraceExport {
    static final String ATTEMPT = "imported";
    static final String TIME = "time";
    static final String STATE = "state.";

    private TraceExport() {}

    /// @param out where run folders are made
    /// @return the folders, in the order of the runs
    public static List<Path> write(Transcript transcript, Path out) {
        List<Path> folders = new ArrayList<>();
        transcript.forEach(run -> folders.add(write(run, out)));
        return folders;
    }

    private static Path write(Run run, Path out) {
        SequencedMap<String, String> ids = ids(run.people());
        SequencedMap<String, String> manifest = new LinkedHashMap<>();
        manifest.put("imported", run.id() + (run.part() > 0 ? ", part " + (run.part() + 1) : ""));
        String scenario = run.scenario().isEmpty() ? "imported" : slug(run.scenario());
        String world = world(run, scenario);
        manifest.put(RunFolder.WORLD_DIGEST, sha256(List.of(world)));
        manifest.put("transcript", sha256(run.messages().stream().map(Message::toString).toList()));
        var first = new EventIds(0, 0, "gm");
        var began = new Event.Began(first.next(), scenario, run.id(), 0, manifest);
        Path folder = out.resolve(RunFolder.name(began));
        try (RunLock lock = new RunFolder(folder).lock(world); TraceWriter writer = TraceWriter.open(lock)) {
            if (writer.held().finished()) {
                return folder;
            }
            writer.record(began);
            ids.forEach((name, id) -> writer
                    .record(new Event.Cast(new EventIds(0, 0, id).next(), name, Bundle.NONE, new LinkedHashMap<>())));
            writer.record(new Event.Stepped(first.next()));
            steps(run, ids, writer);
        }
        return folder;
    }

    /// @return hexadecimal, of all texts one after another
    private static String sha256(List<String> texts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            texts.forEach(text -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void steps(Run run, SequencedMap<String, String> ids, TraceWriter writer) {
        List<Message> messages = run.messages();
        int last = 0;
        for (int start = 0; start < messages.size();) {
            int end = start;
            while (end < messages.size() && messages.get(end).step() == messages.get(start).step()) {
                end++;
            }
            int step = Math.max(last + 1, messages.get(start).step());
            for (int at = start; at < end; at++) {
                message(messages.get(at), step, at - start + 1, ids, writer);
            }
            var closing = new EventIds(step, end - start + 1, "gm");
            if (end == messages.size()) {
                writer.record(new Event.Ended(closing.next(), List.of(), "imported"));
            }
            writer.record(new Event.Stepped(closing.next()));
            last = step;
            start = end;
        }
    }

    private static void message(Message message, int step, int turn, SequencedMap<String, String> ids,
            TraceWriter writer) {
        String id = ids.getOrDefault(message.from(), "unknown");
        var own = new EventIds(step, turn, id);
        var master = new EventIds(step, turn, "gm");
        List<Effect> known = new ArrayList<>();
        message.state().forEach((key, value) -> known.add(new Effect.Became(id, STATE + key, value)));
        message.rest().forEach((key, value) -> known.add(new Effect.Became(id, "kept." + key, value)));
        if (!known.isEmpty()) {
            writer.record(new Event.Resolved(master.next(), List.of(), "known", known, ""));
        }
        if (!message.hidden().isEmpty()) {
            writer.record(new Event.Replied(own.next(), List.of(), ATTEMPT, "act", "", message.hidden(), "used"));
        }
        var acted = new Event.Acted(own.next(), List.of(), new ActionSpec.Attempting(""), message.text());
        writer.record(acted);
        SequencedMap<String, String> done = new LinkedHashMap<>(message.action());
        message.time().ifPresent(time -> done.put(TIME, BigDecimal.valueOf(time).toPlainString()));
        if (!done.isEmpty()) {
            writer.record(new Event.Read(own.next(), List.of(acted.id()), ATTEMPT,
                    List.of(new Attempt(ATTEMPT, done, 0, 0)), List.of(), List.of()));
        }
        List<String> to = message.to().stream()
                .map(name -> name.equals(Message.EVERYBODY) ? name : ids.getOrDefault(name, "unknown")).toList();
        if (!to.isEmpty()) {
            writer.record(new Event.Resolved(master.next(), List.of(acted.id()), "said",
                    List.of(new Effect.Told("transcript", id, to, message.text())), ""));
        }
    }

    /// Names become ids of lower-case letters, digits and hyphens, each different.
    private static SequencedMap<String, String> ids(List<String> names) {
        SequencedMap<String, String> ids = new LinkedHashMap<>();
        Set<String> taken = new LinkedHashSet<>(List.of("gm", "unknown"));
        for (String name : names) {
            String id = slug(name);
            for (int number = 2; !taken.add(id); number++) {
                id = slug(name) + "-" + number;
            }
            ids.put(name, id);
        }
        return ids;
    }

    private static String slug(String name) {
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "person" : slug.length() > 60 ? slug.substring(0, 60) : slug;
    }

    /// A world that can be read. A name that could be no heading, or not be told from another there, is replaced by the person's id.
    private static String world(Run run, String scenario) {
        int steps = run.messages().stream().mapToInt(Message::step).max().orElse(1);
        var text = new StringBuilder("---\nformat: world/1\nid: " + scenario + "\nclock: {unit: step, steps: "
                + Math.max(1, steps)
                + "}\ngame-master: model\n---\n\n# Imported transcript\n\nA transcript that was imported. It can be read, shown and audited, not played.\n\n## People\n");
        Set<String> taken = new LinkedHashSet<>();
        ids(run.people()).forEach((name, id) -> {
            String plain = name.replaceAll("[^\\p{L}\\p{N} .'-]+", " ").strip().replaceAll(" +", " ");
            boolean readable = plain.codePoints().anyMatch(Character::isLetter) && taken.add(slug(plain));
            if (!readable) {
                taken.add(id);
            }
            text.append("\n### ").append(readable ? plain : id).append("\nSpeaks in the transcript.\n");
        });
        return text.toString();
    }
}
