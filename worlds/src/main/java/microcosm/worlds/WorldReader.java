package microcosm.worlds;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.Words;

/// Puts the world of one arm together.
final class WorldReader {
    static final int MOST_STEPS = 100_000_000;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Reading reading;
    private final Front front;

    WorldReader(Reading reading, Front front) {
        this.reading = reading;
        this.front = front;
    }

    World world() {
        var cells = new Cells(reading);
        var holdings = new HoldingsReader(cells);
        var people = new PeopleReader(cells, holdings, new FragmentReader(reading));
        var things = new ThingsReader(cells);
        var dealings = new DealingsReader(cells);
        var deployment = new DeploymentReader(cells);
        var watch = new WatchReader(cells);
        List<Person> persons = people.people();
        var populations = new PopulationReader(cells, people).populations();
        var world = new World(front.id(), reading.page.title().map(reading::prose).orElse(front.id()),
                reading.prose(reading.page.premise()),
                new World.Clock(front.unit(), steps(), front.order(), front.announceEnd()), front.gameMaster(),
                front.speech(), front.memory(),
                front.budget(), reading.settings, new World.Cast(persons, populations, things.roles()),
                new World.Things(things.places(), holdings.goods(), things.claims(), things.facts(),
                        new RelationReader(cells, things).relations()),
                new World.Dealings(dealings.channels(), dealings.markets(), new ActionReader(cells).actions(),
                        dealings.phases(),
                        dealings.events(), new GovernanceReader(cells).governance(), dealings.gameMaster(),
                        deployment.tools(), deployment.oversight()),
                new World.Watch(watch.probes(), watch.measures(), watch.endings(), watch.audits(), watch.design()),
                List.of(),
                "", "");
        String text = reading.writtenOut.text();
        return new World(world.id(), world.title(), world.premise(), world.clock(), world.gameMaster(), world.speech(),
                world.memory(),
                world.budget(), world.settings(), world.cast(), world.things(), world.dealings(), world.watch(),
                NotExecuted.of(world, reading.lexicon), text,
                Digest.of(text));
    }

    private int steps() {
        Words written = front.steps();
        String text = Optional.ofNullable(reading.settings.get(written.text())).orElse(written.text());
        if (reading.settings.containsKey(written.text())) {
            reading.used.add(written.text());
        }
        boolean number = NUMBER.matcher(text).matches();
        int steps = number ? Integer.parseInt(text) : 0;
        if (steps < 1 || steps > MOST_STEPS) {
            if (number || reading.parameters.isEmpty()) {
                reading.wrong(written, Problems.quoted(text) + " steps",
                        "a whole number from 1 to " + MOST_STEPS + ", or a parameter");
            } else {
                reading.unknown(written, "parameter", reading.parameters.keySet());
            }
            return 1;
        }
        return steps;
    }

    /// @return whether the page is whole enough to say what its parts mean
    static boolean isReadable(Page page) { return page.title().isPresent() || !page.sections().isEmpty(); }
}
