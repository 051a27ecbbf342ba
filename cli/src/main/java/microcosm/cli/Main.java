package microcosm.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command `microcosm`.
@Command(name = "microcosm", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Grow a small society of agents from one page of markdown, play it, and look at what happened.", "",
        "Start with:  microcosm run weir-village"})
public final class Main {
    private static final SequencedMap<String, Class<?>> COMMANDS = new LinkedHashMap<>();
    static {
        COMMANDS.put("new", NewCommand.class);
        COMMANDS.put("run", RunCommand.class);
        COMMANDS.put("replay", ReplayCommand.class);
        COMMANDS.put("verify", VerifyCommand.class);
        COMMANDS.put("fork", ForkCommand.class);
        COMMANDS.put("trace", TraceCommand.class);
        COMMANDS.put("ask", AskCommand.class);
        COMMANDS.put("audit", AuditCommand.class);
        COMMANDS.put("auditors", AuditorsCommand.class);
        COMMANDS.put("import", ImportCommand.class);
        COMMANDS.put("export", ExportCommand.class);
        COMMANDS.put("check", CheckCommand.class);
        COMMANDS.put("show", ShowCommand.class);
        COMMANDS.put("fmt", FmtCommand.class);
        COMMANDS.put("diff", DiffCommand.class);
        COMMANDS.put("worlds", WorldsCommand.class);
        COMMANDS.put("models", ModelsCommand.class);
        COMMANDS.put("replicate", ReplicateCommand.class);
        COMMANDS.put("bench", BenchCommand.class);
        COMMANDS.put("doctor", DoctorCommand.class);
    }

    private Main() {}

    public static void main(String[] arguments) { System.exit(run(Console.ofThisProcess(), arguments)); }

    /// @return the names of all commands, in the order in which help lists them
    static List<String> commands() { return List.copyOf(COMMANDS.sequencedKeySet()); }

    /// Runs one command, as from a shell.
    ///
    /// @return the exit code of the contract: 0 done, 1 something differs or was found, 2 the user's mistake, 3 a model or the network
    ///         failed, 4 a budget was reached, 70 a defect of ours
    static int run(Console console, String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("help")) {
            return run(console, arguments.length == 1 ? new String[]{} : new String[]{arguments[1], "--help"});
        }
        var line = new CommandLine(new Main(), new Commands(console));
        wanted(arguments).forEach(line::addSubcommand);
        line.setOut(console.out());
        line.setErr(console.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                console.coloured() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setExecutionExceptionHandler(new Failures(console));
        line.setParameterExceptionHandler(Failures::misspelt);
        line.setUsageHelpWidth(110);
        int code = arguments.length == 0 ? usage(line) : line.execute(arguments);
        console.flush();
        return code;
    }

    /// Only what is asked for is looked at, so that a start does not pay for every command there is.
    private static SequencedMap<String, Class<?>> wanted(String[] arguments) {
        var wanted = new LinkedHashMap<String, Class<?>>();
        if (arguments.length > 0 && COMMANDS.containsKey(arguments[0])) {
            wanted.put(arguments[0], COMMANDS.get(arguments[0]));
        } else if (arguments.length == 0 || (!arguments[0].equals("--version") && !arguments[0].equals("-V"))) {
            wanted.putAll(COMMANDS);
        }
        return wanted;
    }

    private static int usage(CommandLine line) {
        line.usage(line.getOut());
        return 0;
    }
}
