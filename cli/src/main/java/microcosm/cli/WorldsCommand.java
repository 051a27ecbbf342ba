package microcosm.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

/// `worlds`
@Command(name = "worlds", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "List the worlds that are shipped.", "", "Example:  microcosm worlds"})
final class WorldsCommand implements Callable<Integer> {
    private static final int WIDTH = 84;

    private final Console console;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    WorldsCommand(Console console) { this.console = console; }

    @Override
    public Integer call() {
        List<World> worlds = WorldFile.shippedIds().stream()
                .map(id -> WorldFile.shipped(id).world(new LinkedHashMap<>())).toList();
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("worlds", worlds.stream().map(WorldsCommand::asJson).toList());
            console.json(result);
            return ExitCode.DONE;
        }
        int widest = worlds.stream().mapToInt(world -> world.id().length()).max().orElse(0);
        for (World world : worlds) {
            console.say(console.bold(world.id()) + " ".repeat(widest + 2 - world.id().length())
                    + shortened(firstSentence(world.premise())));
        }
        return ExitCode.DONE;
    }

    private static SequencedMap<String, Object> asJson(World world) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", world.id());
        row.put("title", world.title());
        row.put("summary", firstSentence(world.premise()));
        row.put("steps", world.clock().steps());
        row.put("not_executed", world.notExecuted());
        return row;
    }

    private static String firstSentence(String premise) {
        String flat = premise.replaceAll("\\s+", " ").strip();
        int end = flat.indexOf(". ");
        return end < 0 ? flat : flat.substring(0, end + 1);
    }

    private static String shortened(String text) {
        return text.length() <= WIDTH ? text : text.substring(0, text.lastIndexOf(' ', WIDTH - 1)) + " …";
    }
}
