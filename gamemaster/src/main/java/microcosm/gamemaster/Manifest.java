package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

import microcosm.gamemaster.Interventions.Branch;
import microcosm.models.ModelSpec;
import microcosm.trace.EventId;
import microcosm.trace.RunFolder;
import microcosm.worlds.World;

/// Everything the identity of a run rests on, besides world id and seed: written into the first event, and read from it again.
///
/// A fork adds, for each run it left, `fork.N.parent`, `fork.N.at`, `fork.N.prefix`,
/// `fork.N.set.PARAMETER` and `fork.N.model.PERSON`, N from 1; for each change
/// `edit.EVENT`, `drop.EVENT` or `hear.PERSON:EVENT`.
final class Manifest {
    static final String EMBEDDER = "embedder";
    private static final String SETTING = "set.";
    private static final String MODEL = "model.";
    private static final String EDIT = "edit.";
    private static final String DROP = "drop.";
    private static final String HEAR = "hear.";
    private static final String FORK = "fork.";
    private static final String DROPPED = "does nothing";

    private Manifest() {}

    /// @param embedder what memories are compared by
    static SequencedMap<String, String> of(World world, Interventions changes, Minds minds, String embedder) {
        var manifest = new LinkedHashMap<String, String>();
        manifest.put("engine", Engine.VERSION);
        manifest.put(RunFolder.WORLD_DIGEST, world.digest());
        world.settings().forEach((name, value) -> manifest.put(SETTING + name, value));
        manifest.putAll(minds.manifest(minds.asks(changes)));
        manifest.put(EMBEDDER, embedder);
        world.dealings().governance().ifPresent(written -> {
            manifest.put("governance.semantic", written.semanticDigest());
            manifest.put("governance.text", written.textDigest());
        });
        for (int i = 0; i < changes.branches().size(); i++) {
            Branch branch = changes.branches().get(i);
            String fork = FORK + (i + 1) + ".";
            manifest.put(fork + "parent", branch.parent());
            manifest.put(fork + "at", Integer.toString(branch.at()));
            manifest.put(fork + "prefix", branch.prefix());
            branch.settings().forEach((name, value) -> manifest.put(fork + SETTING + name, value));
            branch.models().forEach((person, name) -> manifest.put(fork + MODEL + person, name.toString()));
        }
        changes.said().forEach((event, text) -> manifest.put((text.isBlank() ? DROP : EDIT) + event,
                text.isBlank() ? DROPPED : text));
        changes.heard().forEach((person, heard) -> heard
                .forEach((event, text) -> manifest.put(HEAR + person + ":" + event, text)));
        return manifest;
    }

    static SequencedMap<String, String> settings(SequencedMap<String, String> manifest) {
        return after(SETTING, manifest);
    }

    /// @throws IllegalArgumentException if an event id or a step is none
    static Interventions interventions(SequencedMap<String, String> manifest) {
        var said = new LinkedHashMap<EventId, String>();
        after(EDIT, manifest).forEach((event, text) -> said.put(EventId.parse(event), text));
        after(DROP, manifest).forEach((event, _) -> said.put(EventId.parse(event), ""));
        var heard = new LinkedHashMap<String, SequencedMap<EventId, String>>();
        after(HEAR, manifest).forEach((where, text) -> {
            int colon = where.indexOf(':');
            heard.computeIfAbsent(where.substring(0, colon), _ -> new LinkedHashMap<>())
                    .put(EventId.parse(where.substring(colon + 1)), text);
        });
        var branches = new ArrayList<Branch>();
        for (String fork = FORK + 1 + "."; manifest.containsKey(fork + "parent"); fork = FORK + (branches.size() + 1)
                + ".") {
            SequencedMap<String, String> of = after(fork, manifest);
            branches.add(new Branch(of.getOrDefault("parent", ""), Integer.parseInt(of.getOrDefault("at", "")),
                    of.getOrDefault("prefix", ""), after(SETTING, of), models(of)));
        }
        return new Interventions(said, heard, branches);
    }

    private static SequencedMap<String, ModelSpec> models(SequencedMap<String, String> branch) {
        var models = new LinkedHashMap<String, ModelSpec>();
        after(MODEL, branch).forEach((person, name) -> models.put(person, ModelSpec.of(name)));
        return models;
    }

    private static SequencedMap<String, String> after(String prefix, SequencedMap<String, String> manifest) {
        var found = new LinkedHashMap<String, String>();
        manifest.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }
}
