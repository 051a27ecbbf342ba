package microcosm.worlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// Says in words what can be done in a world, and what is asked, measured and compared.
final class PortraitsOfDealings {
    private final World world;
    private final Phrases say;
    private final List<Portrait> all = new ArrayList<>();

    private PortraitsOfDealings(World world, Phrases say) {
        this.world = world;
        this.say = say;
    }

    static List<Portrait> of(World world, Phrases say) {
        var portraits = new PortraitsOfDealings(world, say);
        world.dealings().channels().forEach(portraits::channel);
        portraits.markets();
        world.dealings().actions().forEach(portraits::action);
        world.dealings().phases().forEach(portraits::phase);
        world.dealings().tools().forEach(portraits::tool);
        world.dealings().oversight().forEach(portraits::oversight);
        world.dealings().events().forEach(portraits::event);
        world.dealings().governance().ifPresent(portraits::governance);
        portraits.brief(world.dealings().gameMaster());
        portraits.watch();
        world.watch().design().ifPresent(portraits::design);
        return portraits.all;
    }

    private void add(String section, String id, String subject, List<Facet> facets) {
        all.add(new Portrait(section, id, subject, facets));
    }

    private static String the(String name) { return name.startsWith("the ") ? name : "the " + name; }

    private void channel(Channel channel) {
        add("Channels", channel.id(), the(channel.name()), List.of(
                Facet.one("who may speak", "may now be spoken on by", say.members(channel.speakers())),
                Facet.one("heard by", "is now heard by", say.members(channel.hearers())),
                Facet.one("open", "is now open", say.schedule(channel.open())),
                Facet.one("open if", "is now open only if", channel.openWhen().map(say::formula).orElse("")),
                Facet.one("delay", "is now heard after", channel.delay() == 0 ? "" : say.steps(channel.delay())),
                Facet.one("loss", "now loses this share of messages:",
                        channel.loss().signum() == 0 ? "" : channel.loss().toPlainString()),
                Facet.one("limit", "now carries at most this many messages a person and " + world.clock().unit() + ":",
                        channel.limit() == 0 ? "" : Integer.toString(channel.limit())),
                Facet.one("longest", "now carries at most this many characters a message:",
                        channel.longest() == 0 ? "" : Integer.toString(channel.longest())),
                Facet.one("monitored by", "is now monitored by",
                        channel.monitors().isEmpty() ? "" : say.names(channel.monitors())),
                Facet.one("paraphrase", "is now paraphrased by", channel.paraphrase().orElse(""))));
    }

    private void markets() {
        for (Market market : world.dealings().markets()) {
            add("Markets", market.id(), the(market.name()), List.of(
                    Facet.one("mechanism", "is now settled by", market.mechanism()),
                    Facet.one("price", "now has the price", market.price().map(say::formula).orElse("")),
                    Portraits.columns(market.columns())));
        }
    }

    private void action(ActionRule action) {
        add("Actions", action.name(), "the action " + Phrases.quoted(action.name()), List.of(
                Facet.one("takes", "now takes",
                        String.join(", ", action.parameters().stream().map(say::parameter).toList())),
                Facet.one("needs", "now needs", action.needs().map(say::formula).orElse("")),
                Facet.one("effect", "now does", say.effects(action.effects())),
                Facet.one("phase", "is now possible in",
                        action.phases().isEmpty() ? "" : say.names(action.phases()))));
    }

    private void tool(Tool tool) {
        add("Tools", tool.id(), "the tool " + Phrases.quoted(tool.name()), List.of(
                Facet.one("kind", "is now a", tool.kind()),
                Facet.one("about", "is now described as", tool.about()),
                Facet.one("used by", "may now be used by", tool.users().map(say::names).orElse("everyone")),
                Facet.one("uses", "may now be used in one turn this often:", Integer.toString(tool.uses())),
                Facet.one("says", "now says", tool.text()),
                Facet.one("rows", "now holds", String.join("; ",
                        tool.rows().stream().map(row -> String.join(", ", row.sequencedValues())).toList()))));
    }

    private void oversight(Oversight oversight) {
        add("Oversight", oversight.overseer() + " " + say.members(oversight.of()),
                say.name(oversight.overseer()) + " over " + say.members(oversight.of()), List.of(
                        Facet.one("actions", "now gives leave for", String.join(", ", oversight.actions()))));
    }

    private void phase(Phase phase) {
        add("Phases", phase.id(), "the phase " + Phrases.quoted(phase.name()), List.of(
                Facet.one("who", "is now played by", say.members(phase.who())),
                Facet.one("order", "now has its turns", phase.order().map(Portraits::turns).orElse("")),
                Facet.one("open", "now takes place", say.schedule(phase.open())),
                Facet.one("open if", "now takes place only if", phase.when().map(say::formula).orElse("")),
                Facet.one("until", "is now broken off once", phase.until().map(say::formula).orElse("")),
                Facet.one("game master", "is now left to", phase.gameMaster().map(kind -> Phrases.quoted(
                        kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))).orElse("")),
                Facet.one("settled by", "is now settled by", phase.mechanism().orElse("")),
                Facet.one("afterwards", "now ends in", say.effects(phase.afterwards())),
                Portraits.columns(phase.columns())));
    }

    private void event(Happening event) {
        add("Events", event.id(), "the event " + Phrases.quoted(event.name()), List.of(
                Facet.one("on", "now happens", say.schedule(event.schedule())),
                Facet.one("if", "now happens only if", event.when().map(say::formula).orElse("")),
                Facet.one("effect", "now does", say.effects(event.effects())),
                Facet.prose("told", event.told()), Facet.one("told to", "is now told to", say.members(event.to()))));
    }

    private void governance(Governance governance) {
        var tables = new ArrayList<String>();
        governance.tables().forEach((table, rows) -> rows.forEach(row -> {
            var cells = new ArrayList<String>();
            row.forEach((column, cell) -> cells.add(column + " " + cell));
            tables.add(String.join(", ", cells));
        }));
        add("Governance", "governance", "the institution", List.of(
                Facet.one("states", "now has the states", String.join(", ", governance.states())),
                Facet.many("arrows", "an arrow",
                        governance.transitions().stream()
                                .map(arrow -> arrow.from() + " to " + arrow.to() + " by " + arrow.event()).toList()),
                Facet.many("rows", "a row", tables), Portraits.columns(governance.options()),
                Facet.prose("rule", governance.ruleText())));
    }

    private void brief(GameMasterBrief brief) {
        if (!brief.equals(GameMasterBrief.NONE)) {
            add("Game master", "game-master", "the game master", List.of(
                    Facet.many("may establish", "the right to establish", brief.mayEstablish()),
                    Facet.many("may change", "the right to change", brief.mayChange()),
                    Facet.many("manner", "a manner", brief.manner())));
        }
    }

    private void watch() {
        World.Watch watch = world.watch();
        watch.probes().forEach(probe -> add("Probes", probe.id(), "the probe " + Phrases.quoted(probe.name()), List.of(
                Facet.one("about", "is now about", probe.about().map(say::name).orElse("")),
                Facet.one("ask", "is now put to", say.members(probe.ask())),
                Facet.one("when", "is now put", say.schedule(probe.schedule())),
                Facet.one("record", "is now", probe.offTheRecord() ? "off the record" : "on the record"),
                Facet.one("question", "now asks", probe.question().ask()),
                Facet.one("answer", "is now answered with", say.answer(probe.question())))));
        watch.measures().forEach(measure -> add("Measures", measure.name(), "the measure " + measure.name(), List.of(
                Facet.one("when", "is now taken", say.schedule(measure.schedule())),
                Facet.one("is", "is now", say.formula(measure.is())))));
        watch.endings().forEach(ending -> add("Endings", ending.name(), "the ending " + Phrases.quoted(ending.name()),
                List.of(Facet.one("when", "is now reached when",
                        ending.when().map(say::formula).orElse("the game master judges so")),
                        Facet.prose("told", ending.told()))));
        watch.audits().forEach(audit -> add("Audits", audit.auditor() + " " + audit.of(),
                "the audit " + Phrases.quoted(audit.auditor() + (audit.of().isEmpty() ? "" : " of " + audit.of())),
                List.of()));
    }

    private void design(Design design) {
        var factors = new LinkedHashMap<String, String>();
        design.factors().forEach((factor, levels) -> factors.put(factor, String.join(", ", levels)));
        add("Design", "design", "the design", List.of(
                Portraits.keyed("factors", "gains the factor %i (%v)", "loses the factor %i",
                        "now varies %i over %v", factors),
                Facet.one("replicates", "now has this many replicates:", Integer.toString(design.replicates())),
                Facet.one("seeds", "now has seeds that are", design.pairedSeeds() ? "paired" : "not paired"),
                Facet.one("primary", "now compares first", design.primary().orElse("")),
                Facet.many("baselines", "a baseline", design.baselines())));
    }
}
