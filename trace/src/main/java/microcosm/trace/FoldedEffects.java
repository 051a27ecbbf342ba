package microcosm.trace;

import java.util.List;
import java.util.Optional;

/// Writes what happened with its effects folded: of thousands of people whose harvest, gain and supply changed, three templates.
final class FoldedEffects {
    private static final Shape<Effect> EFFECT = new Shapes().of(Effect.class);
    private static final int END_OF_VALUE = "\"}".length();

    private final CastOrder cast;
    private final JsonText texts;

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
        var fold = new Fold(cast);
        texts.clear();
        for (Effect effect : event.effects()) {
            Optional<String> whom = whom(effect);
            if (whom.isEmpty()) {
                flush(out, start, fold);
                comma(out, start);
                EFFECT.write(out, effect);
            } else if (!add(fold, whom.get(), effect)) {
                flush(out, start, fold);
                if (!add(fold, whom.get(), effect)) {
                    EFFECT.write(texts, effect);
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

    private boolean add(Fold fold, String whom, Effect effect) {
        int before = texts.length();
        if (before > 0) {
            texts.raw(',');
        }
        int from = texts.length();
        EFFECT.write(texts, effect);
        int to = texts.length();
        int end = to;
        int value = to;
        if (effect instanceof Effect.Became(String _, String _, String number) && isPlain(number)) {
            end = to - END_OF_VALUE;
            value = end - number.length();
        }
        boolean folds = fold.add(whom, texts.bytes(), from, to, value, end, '$');
        if (!folds) {
            texts.cutTo(before);
        }
        return folds;
    }

    private static boolean isPlain(String value) {
        return !value.isEmpty() && value.length() <= LongTexts.IN_LINE
                && value.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'E');
    }

    /// What fewer people were concerned by stands as it is.
    private void flush(JsonText out, int start, Fold fold) {
        if (texts.length() == 0) {
            return;
        }
        comma(out, start);
        if (fold.blocks() < Fold.LEAST) {
            out.append(texts);
        } else {
            out.raw("{\"effect\":\"each\",");
            fold.write(out, "effects");
            out.raw('}');
        }
        texts.clear();
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
