package microcosm.trace;

import java.util.ArrayList;
import java.util.List;

/// The events of a step that are written together, so that what many people do alike is one line: see [Fold].
final class Sheaf {
    private static final String GAME_MASTERS = EventId.GAME_MASTER;

    private final CastOrder cast = new CastOrder();
    private final FoldedEffects effects;
    private final JsonText out;
    private final Chain chain;
    private final JsonText texts;
    private final List<Item> items = new ArrayList<>();
    private final Fold<Event> fold = new Fold<>(cast, Sheaf::alike);
    private long lines;

    /// @param from where its text is, where it has been written; below 0 where another's stands for it
    /// @param to after the last byte of its text
    private record Item(Event event, int from, int to) {}

    /// @param out where the lines of the step are put
    Sheaf(LongTexts longTexts, JsonText out, Chain chain) {
        texts = new JsonText(longTexts);
        effects = new FoldedEffects(cast, longTexts);
        this.out = out;
        this.chain = chain;
    }

    /// @throws IllegalArgumentException if the event cannot be written; it has not been taken in then
    void add(Event event) {
        if (!take(event)) {
            flush();
            if (!take(event)) {
                items.add(written(event));
                flush();
            }
        }
        cast.happened(event);
    }

    /// Writes what is left of the step.
    ///
    /// @return how many lines the step has
    long end() {
        flush();
        long all = lines;
        lines = 0;
        return all;
    }

    private boolean take(Event event) {
        String whom = whom(event);
        EventId id = event.id();
        if (whom.isEmpty() || !(items.isEmpty() || goesOn(items.getFirst().event.id(), id))) {
            return false;
        }
        if (fold.again(whom, event, "")) {
            items.add(new Item(event, -1, -1));
            return true;
        }
        Item item = written(event);
        int at = item.to;
        int end = item.to;
        if (id.owner().equals(GAME_MASTERS)) {
            at = item.from;
            for (int slashes = 0; slashes < 2; at++) {
                slashes += texts.bytes()[at] == '/' ? 1 : 0;
            }
            end = at + Integer.toString(id.ordinal()).length();
        }
        if (!fold.add(whom, event, texts.bytes(), item.from, item.to, at, end, '#')) {
            texts.cutTo(item.from);
            return false;
        }
        items.add(item);
        return true;
    }

    private boolean goesOn(EventId first, EventId next) {
        boolean ours = next.owner().equals(GAME_MASTERS);
        return next.step() == first.step() && next.turn() == first.turn() && ours == first.owner().equals(GAME_MASTERS)
                && (!ours || next.ordinal() == first.ordinal() + items.size());
    }

    private Item written(Event event) {
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
        return new Item(event, from, texts.length());
    }

    /// Ordinals of the game master's are counted up from the first.
    private static boolean alike(Event a, String ofA, Event b, String ofB) {
        boolean counted = a.id().owner().equals(GAME_MASTERS) && b.id().owner().equals(GAME_MASTERS);
        return EventJson.SHAPE.alike(a, ofA, b, ofB, counted ? 1 : 0);
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

    private void flush() {
        if (fold.blocks() >= Fold.LEAST) {
            int start = out.length();
            EventId id = items.getFirst().event.id();
            out.raw("{\"event\":\"each\",\"id\":\"" + id.step() + "." + id.turn() + "\",");
            if (id.owner().equals(GAME_MASTERS)) {
                out.raw("\"from\":" + id.ordinal() + ",");
            }
            fold.write(out, "events");
            chain.seal(out, start);
            lines++;
        } else {
            for (Item item : items) {
                int start = out.length();
                if (item.from < 0) {
                    EventJson.SHAPE.write(out, item.event);
                    out.cutTo(out.length() - 1);
                } else {
                    out.append(texts, item.from, item.to - 1);
                }
                chain.seal(out, start);
                lines++;
            }
        }
        fold.clear();
        items.clear();
        texts.clear();
    }
}
