package microcosm.worlds;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import microcosm.worlds.syntax.Block;
import microcosm.worlds.syntax.Links;
import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.Spelling;
import microcosm.worlds.syntax.Words;

/// What can be read and makes no sense. Some of it is wrong in one arm; some only when it is so in every arm, such as an action that
/// nobody can ever use.
final class Lint {
    private final Page page;
    private final Front front;
    private final Names names;
    private final Problems problems;
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> held = new LinkedHashSet<>();
    /// Things that must make sense in one arm at least: where and what they are → what is wrong while none does.
    private final Map<String, Problem> senseless = new LinkedHashMap<>();
    private final Set<String> sensible = new LinkedHashSet<>();

    Lint(Page page, Front front, Names names, Problems problems) {
        this.page = page;
        this.front = front;
        this.names = names;
        this.problems = problems;
    }

    void arm(World world, Iterable<String> usedHere) {
        usedHere.forEach(used::add);
        new LintOfDealings(world, names, this).check();
        new LintOfAttributes(page, names, problems).check(world.dealings());
        cast(world);
        claims(world);
        goods(world);
        schedules(world);
        gameMaster(world);
        world.watch().endings().forEach(ending -> ending.when().ifPresent(when -> {
            Optional<Boolean> constant = Arms.constant(when);
            inSomeArm("ending", constant.isEmpty(), when.at(),
                    "the ending \"" + ending.name() + "\" is " + (constant.orElse(true)
                            ? "reached before anything happens"
                            : "never reached"),
                    "a condition that what happens decides");
        }));
        world.watch().design().ifPresent(design -> primary(world, design));
    }

    void wrong(Position at, String what, String expected) { problems.add(new Problem(at, what, List.of(), expected)); }

    /// @param subject what of the thing at this place must make sense
    void inSomeArm(String subject, boolean sense, Position at, String what, String expected) {
        String key = at + " " + subject;
        if (sense) {
            sensible.add(key);
        } else {
            senseless.putIfAbsent(key, new Problem(at, what, List.of(), expected));
        }
    }

    void overAllArms() {
        senseless.forEach((key, problem) -> {
            if (!sensible.contains(key)) {
                problems.add(problem);
            }
        });
        front.parameters().values().stream().filter(parameter -> !used.contains(parameter.name()))
                .forEach(parameter -> problems.add(parameter.at(),
                        "parameter \"" + parameter.name() + "\" is never used",
                        "{{" + parameter.name() + "}}, a when clause, or an expression that names it"));
        Set<String> told = toldClaims();
        for (Page.Section section : page.sections()) {
            for (Page.Entity entity : section.entities()) {
                boolean nobodys = bullet(entity, "held by").isPresent();
                boolean holders = held.contains(entity.slug()) || told.contains(entity.slug());
                if (section.heading().is("Claims") && nobodys == holders) {
                    problems.add(entity.heading(), "claim " + Problems.quoted(entity.heading().text())
                            + (nobodys ? " is said to be nobody's and somebody holds it" : " is held by nobody"),
                            nobodys
                                    ? "no - held by: nobody"
                                    : "- believes: [" + entity.heading() + "](#" + entity.slug()
                                            + ") 0.9 somewhere, or - held by: nobody");
                }
                if (section.heading().is("Probes") && names.any(Names.Kind.CLAIM)
                        && bullet(entity, "about").isEmpty()) {
                    problems.add(entity.heading(),
                            "probe " + Problems.quoted(entity.heading().text()) + " does not name its claim",
                            "- about: a link to a claim, or - about: nothing");
                }
            }
        }
        new Secrets(page, problems).check();
    }

    private static Optional<Words> bullet(Page.Entity entity, String called) {
        return entity.blocks().stream()
                .flatMap(block -> block instanceof Block.Bullet(var key, var value) && key.is(called)
                        ? java.util.stream.Stream.of(value)
                        : java.util.stream.Stream.empty())
                .findFirst();
    }

    /// Claims that somebody is told by a link, or that an event or an action passes on.
    private Set<String> toldClaims() {
        var told = new LinkedHashSet<String>();
        for (Page.Section section : page.sections()) {
            if (List.of("Memories", "Facts", "Events").contains(section.heading().text())) {
                section.blocks().forEach(block -> links(block, told));
                section.entities().forEach(entity -> entity.blocks().forEach(block -> links(block, told)));
            } else if (List.of("People", "Populations", "Roles").contains(section.heading().text())) {
                section.entities().forEach(entity -> entity.blocks().forEach(block -> {
                    if (block instanceof Block.Bullet(var key, _) && key.is("knows")) {
                        links(block, told);
                    }
                }));
            }
        }
        return told;
    }

    private static void links(Block block, Set<String> into) {
        List<Words> words = switch (block) {
            case Block.Paragraph(var paragraph) -> List.of(paragraph);
            case Block.Bullet(_, var value) -> List.of(value);
            case Block.Table table -> table.rows().stream().flatMap(row -> row.cells().stream()).toList();
            case Block.Fence _ -> List.of();
        };
        words.forEach(
                some -> Links.in(some).forEach(link -> into.add(link.destination().text().replaceFirst("^#", ""))));
    }

    private void cast(World world) {
        World.Cast cast = world.cast();
        if (cast.people().isEmpty() && cast.populations().isEmpty()) {
            wrong(new Position(page.source().file(), 1, 1), "a world without anybody",
                    "a section People or Populations");
        }
        long free = cast.people().stream().filter(person -> person.role().isEmpty()).count()
                + cast.populations().stream().mapToLong(Population::count).sum();
        long dealt = cast.roles().stream().mapToLong(Role::count).sum();
        for (Role role : cast.roles()) {
            boolean played = role.count() > 0
                    || cast.people().stream().anyMatch(person -> person.role().equals(Optional.of(role.id())))
                    || cast.populations().stream().anyMatch(p -> p.template().role().equals(Optional.of(role.id())));
            inSomeArm("players", played, role.at(), "role \"" + role.name() + "\" is played by nobody",
                    "- count: 2, or - role: under a person");
        }
        if (dealt > free) {
            wrong(cast.roles().getFirst().at(), dealt + " roles are dealt to " + free + " people",
                    "at most as many as there are people without a role");
        }
        if (!world.things().places().isEmpty()) {
            cast.people().stream().filter(person -> person.place().isEmpty()).forEach(person -> wrong(person.at(),
                    Problems.quoted(person.name()) + " is nowhere", "- place: a link to one of the places"));
        }
    }

    private void claims(World world) {
        world.cast().people().forEach(person -> person.believes().forEach(belief -> held.add(belief.claim())));
        world.cast().populations().forEach(p -> p.template().believes().forEach(belief -> held.add(belief.claim())));
    }

    private void goods(World world) {
        for (Good good : world.things().goods()) {
            boolean there = good.made()
                    || world.cast().people().stream()
                            .anyMatch(person -> person.holdings().amount(good.id()).signum() != 0)
                    || world.cast().populations().stream()
                            .anyMatch(p -> p.template().holdings().amount(good.id()).signum() != 0
                                    || p.draws().containsKey(good.id()));
            inSomeArm("holders", there, good.at(),
                    "good \"" + good.id() + "\" is never there: nobody holds it and nothing makes it",
                    "a column of Holdings, or made");
        }
    }

    private void schedules(World world) {
        int last = Optional.ofNullable(front.parameters().get(front.steps().text())).map(p -> p.most().intValue())
                .orElse(world.clock().steps());
        world.dealings().channels()
                .forEach(channel -> within(channel.open(), last, channel.at(), "channel \"" + channel.name() + "\""));
        world.dealings().events()
                .forEach(event -> within(event.schedule(), last, event.at(), "event \"" + event.name() + "\""));
        world.dealings().phases()
                .forEach(phase -> within(phase.open(), last, phase.at(), "phase \"" + phase.name() + "\""));
        world.watch().probes()
                .forEach(probe -> within(probe.schedule(), last, probe.at(), "probe \"" + probe.name() + "\""));
        world.watch().measures().forEach(
                measure -> within(measure.schedule(), last, measure.at(), "measure \"" + measure.name() + "\""));
    }

    private void within(Schedule schedule, int last, Position at, String what) {
        int latest = switch (schedule) {
            case Schedule.Every(_, var from, _) -> from;
            case Schedule.Steps(var steps) -> steps.last();
            case Schedule.AtEnd _,Schedule.Never _ -> 1;
        };
        inSomeArm("schedule", latest <= last, at, what + " has " + front.unit() + " " + latest + ", after the last",
                front.unit() + "s 1 to " + last);
    }

    private void gameMaster(World world) {
        Position at = Problems.position(front.gameMasterAt());
        boolean rules = world.gameMaster() == World.GameMasterKind.RULES;
        if (rules && world.dealings().actions().isEmpty()) {
            wrong(at, "a game master of rules and no actions to settle", "a section Actions, or game-master: model");
        }
        if (rules && !world.dealings().gameMaster().equals(GameMasterBrief.NONE)) {
            wrong(at, "a game master of rules that is told what it may establish",
                    "game-master: model, or no section Game master");
        }
        world.dealings().phases().stream()
                .filter(phase -> rules
                        && phase.gameMaster().filter(kind -> kind != World.GameMasterKind.RULES).isPresent())
                .forEach(phase -> wrong(phase.at(), "the phase \"" + phase.name()
                        + "\" is left to a model, and the world's game master is rules", "game-master: model"));
        for (Ending ending : world.watch().endings()) {
            if (rules && ending.when().isEmpty()) {
                wrong(ending.at(), "the ending \"" + ending.name() + "\" is judged, and rules cannot judge",
                        "a condition, or game-master: model");
            }
        }
        boolean called = world.clock().order() == World.TurnOrder.CALLED;
        if (rules && called && world.dealings().phases().isEmpty()) {
            wrong(at, "turns by call, and rules call nobody",
                    "order: simultaneous, shuffled or in-turn; or phases; or game-master: model");
        }
    }

    /// `fear at day 12, rumour planted against none`.
    private void primary(World world, Design design) {
        Optional<Words> written = page.sections().stream().filter(section -> section.heading().is("Design"))
                .flatMap(section -> section.blocks().stream())
                .flatMap(block -> block instanceof Block.Bullet(var key, var value)
                        && key.is("primary") ? java.util.stream.Stream.of(value) : java.util.stream.Stream.empty())
                .findFirst();
        if (written.isEmpty()) {
            return;
        }
        Words words = written.get();
        String measure = words.text().split("[ ,]", 2)[0];
        List<String> measures = world.watch().measures().stream().map(Measure::name).toList();
        if (!measures.contains(measure)) {
            problems.unknown(words.sub(0, measure.length()), "measure", measures);
        }
        var against = java.util.regex.Pattern.compile("([a-z][a-z0-9_]*) (\\S+) against (\\S+)").matcher(words.text());
        if (against.find()) {
            Words factor = words.sub(against.start(1), against.end(1));
            if (!design.factors().containsKey(factor.text())) {
                problems.unknown(factor, "factor", design.factors().keySet());
            } else {
                for (int group = 2; group <= 3; group++) {
                    if (!design.factors().get(factor.text()).contains(against.group(group))) {
                        problems.add(new Problem(Problems.position(words.sub(against.start(group), against.end(group))),
                                "unknown level of " + factor + " " + Problems.quoted(against.group(group)),
                                Spelling.nearest(against.group(group), design.factors().get(factor.text())),
                                "known here: " + String.join(", ", design.factors().get(factor.text()))));
                    }
                }
            }
        } else if (!words.text().contains(" against ")) {
            problems.add(words, Problems.quoted(words.text()) + " compares nothing",
                    "measure at day 12, factor level against level");
        }
    }
}
