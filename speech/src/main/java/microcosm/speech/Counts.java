package microcosm.speech;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import microcosm.speech.Mention.RefKind;
import microcosm.worlds.ActionRule.Kind;
import microcosm.worlds.World;

/// The numbers around a verb, each with the market or place it goes to.
final class Counts {
    private static final Mention NOTHING = new Mention.Thing(0, 0, List.of());

    private final World world;
    private final Passage passage;
    private final Slots.Region region;
    private final Deed deed;
    private final List<Count> all = new ArrayList<>();
    private Optional<String> everywhere = Optional.empty();
    private boolean unclear;
    private boolean touched;
    private int to;

    /// A number and the market or place it goes to.
    record Count(BigDecimal number, Optional<String> where) {}

    private Counts(World world, Passage passage, Slots.Region region, Deed deed) {
        this.world = world;
        this.passage = passage;
        this.region = region;
        this.deed = deed;
        this.to = region.verbEnd();
    }

    static Counts of(World world, Passage passage, Slots.Region region, Deed deed) {
        return new Counts(world, passage, region, deed).read();
    }

    List<Count> all() { return all; }

    /// Whether one of the numbers can be read in more than one way.
    boolean unclear() { return unclear; }

    /// Whether any number was said, clear or not.
    boolean touched() { return touched; }

    /// The end of the last word that counts.
    int to() { return to; }

    /// The first market, where the same number was said for every one.
    Optional<String> everywhere() { return everywhere; }

    /// Whether these words say "in each of them".
    static boolean everywhere(Passage passage, Slots.Region region) {
        for (int i = region.verbEnd(); i < region.to(); i++) {
            if (WordSet.of("each", "both", "every", "either").contains(passage.token(i).word())) {
                return true;
            }
        }
        return false;
    }

    static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private Counts read() {
        for (int i = region.verbEnd(); i < region.to(); i++) {
            Mention mention = passage.mentionAt(i);
            Optional<BigDecimal> number = switch (mention) {
                case Mention.Figure n when n.clear() -> Optional.of(n.value());
                case Mention.Figure n -> Optional.empty();
                case Mention.Goods goods -> goods.amount();
                case null, default -> Optional.empty();
            };
            boolean none = all.isEmpty() && List.of("nothing", "none").contains(passage.token(i).word())
                    && i == region.verbEnd();
            boolean vague = (mention instanceof Mention.Figure n && !n.clear())
                    || (mention instanceof Mention.Goods g && !g.vague().isEmpty());
            unclear |= vague;
            touched |= number.isPresent() || vague;
            if ((number.isPresent() && !repeated(i)) || none) {
                all.add(new Count(number.orElse(BigDecimal.ZERO),
                        whereOf(i, mention == null ? i + 1 : mention.to())));
                to = Math.max(to, mention == null ? i + 1 : mention.to());
            }
            i = mention == null ? i : mention.to() - 1;
        }
        if (!all.isEmpty() && !unclear) {
            spread();
        }
        return this;
    }

    /// `each`, `a week`, `%`: numbers that are not the amount.
    private boolean repeated(int i) {
        boolean placed = !deed.parameters(Kind.SomeMarket.class).isEmpty()
                || !deed.parameters(Kind.SomePlace.class).isEmpty();
        return (!all.isEmpty() && !placed)
                || (i > 0 && WordSet.of("of", "day", "round", "than").contains(passage.token(i - 1).word())
                        && !all.isEmpty());
    }

    private Optional<String> whereOf(int from, int after) {
        Optional<String> behind = near(after, Math.min(region.to(), after + 7), 1);
        return behind.isPresent() ? behind : near(from - 1, Math.max(region.before() - 1, from - 5), -1);
    }

    private Optional<String> near(int from, int limit, int step) {
        for (int i = from; i != limit && (step > 0 ? i < limit : i > limit); i += step) {
            Mention mention = passage.mentionAt(i);
            Optional<String> market = Slots.ref(mention == null ? NOTHING : mention, RefKind.MARKET);
            Optional<String> place = Slots.ref(mention == null ? NOTHING : mention, RefKind.PLACE);
            if (market.isPresent() || place.isPresent()) {
                to = step > 0 ? Math.max(to, Objects.requireNonNull(mention).to()) : to;
                return market.isPresent() ? market : place;
            }
            if (mention instanceof Mention.Figure || mention instanceof Mention.Goods) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// `20 in each town`: the same for every market.
    private void spread() {
        if (all.size() == 1 && all.getFirst().where.isEmpty() && deed.parameters(Kind.SomeMarket.class).size() == 1
                && everywhere(passage, region)) {
            BigDecimal number = all.getFirst().number;
            all.clear();
            world.dealings().markets().forEach(m -> all.add(new Count(number, Optional.of(m.id()))));
            everywhere = Optional.of(world.dealings().markets().getFirst().id());
        }
    }
}
