package microcosm.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import microcosm.audit.ImportException;
import microcosm.models.BudgetException;
import microcosm.models.ModelException;
import microcosm.models.ModelSetupException;
import microcosm.prompts.TemplateException;
import microcosm.trace.TraceException;
import microcosm.viewer.Plain;
import microcosm.worlds.EvaluationException;
import microcosm.worlds.Problem;
import microcosm.worlds.WorldException;
import microcosm.worlds.syntax.Spelling;

/// Says what went wrong, to whoever can do something about it. Only a defect of ours is shown with a stack trace.
final class Failures implements CommandLine.IExecutionExceptionHandler {
    private final Console console;

    Failures(Console console) { this.console = console; }

    /// A command line that cannot be read: what is wrong, what was perhaps meant, and where help is.
    static int misspelt(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println("microcosm: " + said(failure));
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        command.getErr().flush();
        return ExitCode.USER;
    }

    private static String said(ParameterException failure) {
        CommandSpec command = failure.getCommandLine().getCommandSpec();
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return Plain.line(String.valueOf(failure.getMessage()));
        }
        String first = unmatched.getUnmatched().getFirst();
        if (unmatched.isUnknownOption()) {
            return Plain.line("unknown option " + first
                    + Spelling.suggestion(first, command.options().stream().map(OptionSpec::longestName).toList()));
        }
        if (command.parent() == null && !command.subcommands().isEmpty()) {
            List<String> known = List.copyOf(command.subcommands().keySet());
            return Plain
                    .line("no command \"" + first + "\"" + Spelling.suggestion(first.toLowerCase(Locale.ROOT), known))
                    + "\n  there are: " + String.join(", ", known);
        }
        return Plain.line("one argument too many: " + first);
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        console.flush();
        return switch (failure) {
            case WorldException world ->
                mistake(world.problems().stream().sorted().map(Problem::toString).collect(Collectors.joining("\n")));
            case EvaluationException without -> mistake(String.valueOf(without.getMessage()));
            case UserException user -> mistake("microcosm: " + user.getMessage());
            case ImportException unread -> mistake(lines(unread.problems()));
            case ModelSetupException setup -> mistake("microcosm: " + setup.getMessage());
            case TemplateException template -> mistake(lines(template.problems()));
            case TraceException trace -> mistake("microcosm: " + trace.getMessage());
            case ModelException model -> stopped(console, model);
            case UncheckedIOException unread when unread.getCause() instanceof FileSystemException file ->
                mistake(said(file));
            case FileSystemException file -> mistake(said(file));
            case IOException unread -> mistake("microcosm: " + unread.getMessage());
            default -> defect(failure);
        };
    }

    /// A run that stopped for want of a model or of money.
    static int stopped(Console console, ModelException model) {
        console.note("microcosm: " + Plain.line(String.valueOf(model.getMessage())));
        console.note("The same command continues from here; what has been received is kept.");
        return model instanceof BudgetException ? ExitCode.BUDGET : ExitCode.MODEL;
    }

    private static String lines(List<String> problems) {
        return problems.stream().flatMap(String::lines).map(Plain::line).collect(Collectors.joining("\n"));
    }

    private int mistake(String said) {
        console.note(said);
        return ExitCode.USER;
    }

    private int defect(Exception failure) {
        console.note("microcosm " + Version.number() + ": this is a defect of Microcosm, not a mistake of yours.");
        console.note("Please report it with the lines below and, if you can, the world and the run folder.");
        failure.printStackTrace(console.err());
        console.flush();
        return ExitCode.DEFECT;
    }

    private static String said(FileSystemException file) {
        String why = file instanceof NoSuchFileException
                ? "there is no such file or folder"
                : file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
        return "microcosm: " + file.getFile() + ": " + why;
    }
}
