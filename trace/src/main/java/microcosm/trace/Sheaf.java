package microcosm.trace;

import java.util.ArrayList;
import java.util.List;

/// The events of a step that are written together, so that what many people do alike is one line: see [Fold].
final class Sheaf {
    private static final String GAME_MASTERS = EventId.GAME_MASTER;

    private final CastOrder cast = new CastOrder();
    private final FoldedEffects effects;
    private final JsonText texts;
    private final List<Item> items = new ArrayList<>();
    private final Fold fold = new Fold(cast);

    /// @param to after the last byte of its text
    private record Item(Event event, int from, int to) {}

    Sheaf(LongTexts longTexts) {
        texts = new JsonText(longTexts);
        effects = new FoldedEffects(cast, longTexts);
    }

    /// @throws IllegalArgumentException if the event cannot be written; it has not been taken in then
    void add(Event event) {
        cast.happened(event);
        int from = texts.length();
        try {
            if (event instanceof Event.Resolved resolved && resolved.effects().size() >= Fold.LEAST) {
                effects.write(texts, resolved);
            } else {
                EventJson.SHAPE.write(texts, event);
            }
        } catch (RuntimeException e) {
            texts.cutTo(from);
            throw e;
        }
        items.add(new Item(event, from, texts.length()));
    }

    /// Writes the lines of the step, and forgets it.
    ///
    /// @return how many
    long write(JsonText out, Chain chain) {
        long lines = 0;
        int first = 0;
        fold.clear();
        for (int i = 0; i < items.size(); i++) {
            if (!take(first, i)) {
                lines += end(first, i, out, chain);
                first = i;
                if (!take(first, i)) {
                    lines += end(first, i + 1, out, chain);
                    first = i + 1;
                }
            }
        }
        lines += end(first, items.size(), out, chain);
        items.clear();
        texts.clear();
        return lines;
    }

    /// @param first the first of those it should stand together with
    private boolean take(int first, int i) {
        Item item = items.get(i);
        EventId id = item.event.id();
        EventId before = items.get(first).event.id();
        String whom = whom(item.event);
        boolean together = id.step() == before.step() && id.turn() == before.turn()
                && id.owner().equals(GAME_MASTERS) == before.owner().equals(GAME_MASTERS);
        if (whom.isEmpty() || !together) {
            return false;
        }
        if (!id.owner().equals(GAME_MASTERS)) {
            return fold.add(whom, texts.bytes(), item.from, item.to, item.to, item.to, '#');
        }
        if (id.ordinal() != before.ordinal() + i - first) {
            return false;
        }
        int at = item.from;
        for (int slashes = 0; slashes < 2; at++) {
            slashes += texts.bytes()[at] == '/' ? 1 : 0;
        }
        return fold.add(whom, texts.bytes(), item.from, item.to, at, at + Integer.toString(id.ordinal()).length(), '#');
    }

    /// @return whom alone an event is about; empty for everybody
    private static String whom(Event event) {
        EventId id = event.id();
        if (!id.owner().equals(GAME_MASTERS)) {
            return event instanceof Event.Cast ? "" : id.owner();
        }
        return event.causes().isEmpty() || !(event instanceof Event.Resolved || event instanceof Event.Refused)
                ? ""
                : event.causes().getFirst().owner();
    }

    private long end(int first, int end, JsonText out, Chain chain) {
        long lines = 0;
        if (fold.blocks() >= Fold.LEAST) {
            int start = out.length();
            EventId id = items.get(first).event.id();
            out.raw("{\"event\":\"each\",\"id\":\"" + id.step() + "." + id.turn() + "\",");
            if (id.owner().equals(GAME_MASTERS)) {
                out.raw("\"from\":" + id.ordinal() + ",");
            }
            fold.write(out, "events");
            chain.seal(out, start);
            lines = 1;
        } else {
            for (Item item : items.subList(first, end)) {
                int start = out.length();
                out.append(texts, item.from, item.to - 1);
                chain.seal(out, start);
                lines++;
            }
        }
        fold.clear();
        return lines;
    }
}
