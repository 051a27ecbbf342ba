package microcosm.speech;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.speech.Mention.RefKind;
import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionRule.Kind;
import microcosm.worlds.Assertion;
import microcosm.worlds.World;

/// The parameters of one action, filled from the words around its verb.
final class Filling {
    private final World world;
    private final Passage passage;
    private final Optional<String> addressee;
    private final Sentence sentence;
    private final Slots.Region region;
    private final Deed deed;
    private final List<Assertion> claims;
    private final boolean addressed;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Counts.Count> counted = new ArrayList<>();
    private String missing = "";
    private boolean touched;
    private int to;

    Filling(World world, Passage passage, Optional<String> addressee, Sentence sentence, Slots.Region region, Deed deed,
            List<Assertion> claims, boolean addressed) {
        this.world = world;
        this.passage = passage;
        this.addressee = addressee;
        this.sentence = sentence;
        this.region = region;
        this.deed = deed;
        this.claims = claims;
        this.addressed = addressed;
        this.to = region.verbEnd();
    }

    /// Whether every parameter that is needed was found.
    boolean complete() {
        boolean goods = !deed.parameters(Kind.SomeGoods.class).isEmpty();
        for (ActionRule.Parameter parameter : deed.rule().parameters()) {
            Optional<String> value = switch (parameter.kind()) {
                case Kind.SomePerson any -> person(goods);
                case Kind.SomeGoods any -> goods();
                case Kind.Quantity quantity -> quantity();
                case Kind.Choice choice -> choice(choice);
                case Kind.SomeMarket any -> thing(RefKind.MARKET, onlyMarket(), "for which market");
                case Kind.SomePlace any -> thing(RefKind.PLACE, Optional.empty(), "to which place");
                case Kind.SomeChannel any -> thing(RefKind.CHANNEL, Optional.empty(), "by which channel");
                case Kind.SomeClaim any -> claim();
                case Kind.SomeOffer any -> Optional.empty();
                case Kind.Words any -> Optional.empty();
            };
            value.ifPresent(found -> values.put(parameter.name(), found));
            if (value.isEmpty() && !parameter.optional()) {
                return false;
            }
            if (value.isPresent()) {
                missing = "";
            }
        }
        return true;
    }

    /// Whether anything was said of what it needs, clear or not.
    boolean touched() { return touched; }

    String missing() {
        return missing.isEmpty()
                ? "what is meant by \"" + passage.words(region.verb(), region.verbEnd()) + "\" is not clear"
                : missing;
    }

    int to() { return Math.max(to, region.verbEnd()); }

    /// @return one map of arguments, or one for each market a number was said for
    List<SequencedMap<String, String>> all() {
        Optional<String> amount = deed.parameters(Kind.Quantity.class).stream().findFirst();
        List<String> where = new ArrayList<>(deed.parameters(Kind.SomeMarket.class));
        where.addAll(deed.parameters(Kind.SomePlace.class));
        if (amount.isEmpty() || where.isEmpty() || counted.size() < 2) {
            return List.of(Slots.ordered(deed.rule(), values));
        }
        var all = new ArrayList<SequencedMap<String, String>>();
        for (Counts.Count one : counted) {
            values.put(amount.get(), Counts.plain(one.number()));
            one.where().ifPresent(id -> values.put(where.getFirst(), id));
            all.add(Slots.ordered(deed.rule(), values));
        }
        return all;
    }

    private Optional<String> person(boolean goods) {
        for (int i = region.verbEnd(); i < region.to(); i++) {
            Optional<String> found = personAt(i);
            if (found.isPresent() || !missing.isEmpty()) {
                return found;
            }
        }
        for (int i = region.before(); i < region.verb(); i++) {
            boolean to = i > 0 && List.of("to", "for", "with", "against").contains(passage.token(i - 1).word());
            if (to && personAt(i).isPresent()) {
                return personAt(i);
            }
        }
        if (goods && addressed && addressee.isPresent()) {
            return addressee;
        }
        missing = goods ? "to whom is not said" : "who is meant is not said";
        return Optional.empty();
    }

    private Optional<String> personAt(int i) {
        Mention.Someone someone = passage.nameStartingAt(i);
        boolean beside = i > region.verbEnd() && Slots.isBeside(passage.token(i - 1).word());
        if (beside) {
            return Optional.empty();
        }
        if (someone != null) {
            if (Address.isVocative(passage, sentence, someone) || someone.possessive()) {
                return Optional.empty();
            }
            touched = true;
            if (someone.ids().size() > 1) {
                missing = Whom.several(passage, someone);
                return Optional.empty();
            }
            boolean either = or(someone.to()) && passage.nameStartingAt(someone.to() + 1) != null;
            if (either) {
                missing = "one or the other, not which";
                return Optional.empty();
            }
            to = Math.max(to, someone.to());
            return Optional.of(someone.ids().getFirst());
        }
        String word = passage.token(i).word();
        return switch (word) {
            case "you", "yours" -> reached(i, addressee, "whom \"you\" means is not clear");
            case "him", "her", "them" -> isPossessive(i)
                    ? Optional.empty()
                    : reached(i, passage.onlyOtherBefore(i), "\"" + word + "\" could be more than one person");
            case "myself" -> reached(i, Optional.of(passage.setting().speaker()), "");
            default -> Optional.empty();
        };
    }

    private boolean or(int i) { return i + 1 < region.to() && passage.token(i).is("or"); }

    private boolean isPossessive(int i) {
        return passage.token(i).is("her") && i + 1 < region.to() && passage.token(i + 1).isWord()
                && !(passage.mentionAt(i + 1) instanceof Mention.Goods goods && goods.amount().isPresent())
                && !List.of("back", "with", "in", "for", "now", "the").contains(passage.token(i + 1).word());
    }

    private Optional<String> reached(int i, Optional<String> who, String otherwise) {
        touched = true;
        if (who.isEmpty()) {
            missing = otherwise;
        } else {
            to = Math.max(to, i + 1);
        }
        return who;
    }

    private Optional<String> goods() {
        var found = new ArrayList<Mention.Goods>();
        for (int i = region.before(); i < region.to(); i++) {
            if (passage.mentionAt(i) instanceof Mention.Goods goods && (i >= region.verbEnd() || found.isEmpty())) {
                touched = true;
                if (goods.amount().isEmpty()) {
                    missing = goods.vague().isEmpty()
                            ? "how much " + goods.good() + " is not said"
                            : "\"" + passage.words(goods.from(), goods.to()) + "\" is no amount (" + goods.vague()
                                    + ")";
                    continue;
                }
                if (!found.isEmpty() && "for".equals(passage.token(i - 1).word())) {
                    break;
                }
                found.add(goods);
                to = Math.max(to, goods.to());
            }
        }
        if (found.isEmpty()) {
            missing = missing.isEmpty() ? "what and how much is not said" : missing;
            return Optional.empty();
        }
        return Optional.of(Slots.bundle(found).toString());
    }

    private Optional<String> quantity() {
        var counts = Counts.of(world, passage, region, deed);
        touched |= counts.touched();
        to = Math.max(to, counts.to());
        if (counts.all().isEmpty() || counts.unclear()) {
            missing = counts.unclear() ? "the amount can be read in more than one way" : "how much is not said";
            return Optional.empty();
        }
        counted.addAll(counts.all());
        counts.everywhere().ifPresent(market -> values.put(deed.parameters(Kind.SomeMarket.class).getFirst(), market));
        return Optional.of(Counts.plain(counted.getFirst().number()));
    }

    private Optional<String> choice(Kind.Choice choice) {
        var found = new ArrayList<String>();
        for (int i = region.before(); i < region.to(); i++) {
            Optional<String> option = passage.mentionAt(i) instanceof Mention.Thing thing
                    ? thing.refs().stream().filter(r -> r.kind() == RefKind.OPTION && choice.options().contains(r.id()))
                            .map(Mention.Ref::id).findFirst()
                    : Optional.empty();
            if (option.isEmpty()) {
                option = Options.meant(choice, passage, i);
            }
            if (option.isPresent() && !found.contains(option.get()) && !isArticle(option.get(), i)) {
                found.add(option.get());
                to = Math.max(to, i + 1);
                touched = true;
            }
        }
        if (found.size() != 1) {
            missing = found.isEmpty()
                    ? "which of " + String.join(", ", choice.options()) + " is not said"
                    : "which of " + String.join(", ", found) + " is not clear";
            return Optional.empty();
        }
        return Optional.of(found.getFirst());
    }

    /// The option A is written with a capital; "a" is an article.
    private boolean isArticle(String option, int i) {
        return option.length() == 1 && (option.equalsIgnoreCase("a") || option.equalsIgnoreCase("i"))
                && !passage.token(i).capital();
    }

    private Optional<String> onlyMarket() {
        return world.dealings().markets().size() == 1
                ? Optional.of(world.dealings().markets().getFirst().id())
                : Optional.empty();
    }

    private Optional<String> thing(RefKind kind, Optional<String> otherwise, String question) {
        for (int pass = 0; pass < 2; pass++) {
            int from = pass == 0 ? region.verbEnd() : region.before();
            for (int i = from; i < (pass == 0 ? region.to() : region.verb()); i++) {
                Mention mention = passage.mentionAt(i);
                Optional<String> id = mention == null ? Optional.empty() : Slots.ref(mention, kind);
                boolean leaving = (i > 0 && passage.token(i - 1).is("from"))
                        || (i > 1 && passage.token(i - 1).is("the") && passage.token(i - 2).is("from"));
                if (id.isPresent() && !leaving && mention != null) {
                    to = Math.max(to, mention.to());
                    touched = true;
                    return id;
                }
            }
        }
        if (otherwise.isEmpty()) {
            if (deed.parameters(Kind.SomeMarket.class).size() == 1 && Counts.everywhere(passage, region)) {
                return Optional.of(world.dealings().markets().getFirst().id());
            }
            missing = question + " is not said";
        }
        return otherwise;
    }

    private Optional<String> claim() {
        int from = passage.start(sentence.from());
        int end = passage.end(sentence.to());
        Optional<Assertion> claim = claims.stream().filter(c -> c.from() < end && from < c.to()).findFirst();
        if (claim.isEmpty()) {
            missing = "which claim is meant is not clear";
        }
        return claim.map(Assertion::claim);
    }
}
