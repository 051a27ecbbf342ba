package microcosm.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes what happened with its effects folded: of thousands of people whose harvest, gain and supply changed, three templates.
final class FoldedEffects {
    private static final Shape<Effect> EFFECT = new Shapes().of(Effect.class);
    private static final int END_OF_VALUE = "\"}".length();

    private final CastOrder cast;
    private final JsonText texts;
    private final List<Effect> waiting = new ArrayList<>();

    FoldedEffects(CastOrder cast, LongTexts longTexts) {
        this.cast = cast;
        texts = new JsonText(longTexts);
    }

    /// Writes an event as its shape would, but for the effects that can be folded.
    ///
    /// @throws IllegalArgumentException if it cannot be written
    void write(JsonText out, Event.Resolved event) {
        EventJson.SHAPE.write(out, new Event.Resolved(event.id(), event.causes(), event.what(), List.of(), ""));
        out.cutTo(out.length() - 1);
        out.raw(",\"effects\":[");
        int start = out.length();
        var fold = new Fold<Effect>(cast, FoldedEffects::alike);
        waiting.clear();
        for (Effect effect : event.effects()) {
            Optional<String> whom = whom(effect);
            if (whom.isEmpty()) {
                flush(out, start, fold);
                comma(out, start);
                EFFECT.write(out, effect);
            } else if (!add(fold, whom.get(), effect)) {
                flush(out, start, fold);
                if (!add(fold, whom.get(), effect)) {
                    waiting.add(effect);
                    flush(out, start, fold);
                }
            }
        }
        flush(out, start, fold);
        out.raw(']');
        if (!event.told().isEmpty()) {
            out.raw(",\"told\":");
            new Scalars.Text().write(out, event.told());
        }
        out.raw('}');
    }

    private boolean add(Fold<Effect> fold, String whom, Effect effect) {
        String number = effect instanceof Effect.Became(String _, String _, String value) && isPlain(value)
                ? value
                : "";
        if (fold.again(whom, effect, number)) {
            waiting.add(effect);
            return true;
        }
        texts.clear();
        EFFECT.write(texts, effect);
        int to = texts.length();
        int end = number.isEmpty() ? to : to - END_OF_VALUE;
        if (!fold.add(whom, effect, texts.bytes(), 0, to, end - number.length(), end, '$')) {
            return false;
        }
        waiting.add(effect);
        return true;
    }

    /// Numbers that people are given may differ.
    private static boolean alike(Effect a, String ofA, Effect b, String ofB) {
        if (a instanceof Effect.Became(String who, String attribute, String value) && isPlain(value)) {
            return b instanceof Effect.Became(String other, String same, String its) && who.equals(ofA)
                    && other.equals(ofB) && attribute.equals(same) && isPlain(its);
        }
        return EFFECT.alike(a, ofA, b, ofB);
    }

    private static boolean isPlain(String value) {
        if (value.isEmpty() || value.length() > LongTexts.IN_LINE) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'E') {
                return false;
            }
        }
        return true;
    }

    /// What fewer people were concerned by stands as it is.
    private void flush(JsonText out, int start, Fold<Effect> fold) {
        if (waiting.isEmpty()) {
            return;
        }
        if (fold.blocks() < Fold.LEAST) {
            for (Effect effect : waiting) {
                comma(out, start);
                EFFECT.write(out, effect);
            }
        } else {
            comma(out, start);
            out.raw("{\"effect\":\"each\",");
            fold.write(out, "effects");
            out.raw('}');
        }
        waiting.clear();
        fold.clear();
    }

    private static void comma(JsonText out, int start) {
        if (out.length() > start) {
            out.raw(',');
        }
    }

    /// @return whom alone an effect is about; empty for several
    private static Optional<String> whom(Effect effect) {
        return switch (effect) {
            case Effect.Became became -> Optional.of(became.subject());
            case Effect.Made made -> Optional.of(made.by());
            case Effect.Used used -> Optional.of(used.by());
            case Effect.Sanctioned sanctioned -> Optional.of(sanctioned.subject());
            case Effect.Paid _,Effect.Offered _,Effect.Closed _,Effect.Owed _,Effect.Settled _,Effect.Told _,Effect.Sent _,Effect.Moved _,Effect.Established _,Effect.Assigned _,Effect.HandedIn _ ->
                Optional.empty();
        };
    }
}
