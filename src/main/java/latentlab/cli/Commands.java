package latentlab.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import latentlab.cli.lessons.LessonCommand;
import latentlab.cli.runs.BranchCommand;
import latentlab.cli.runs.CompareCommand;
import latentlab.cli.runs.ExportCommand;
import latentlab.cli.runs.LikelihoodCommand;
import latentlab.cli.runs.ResumeCommand;
import latentlab.cli.runs.RunsCommand;
import latentlab.cli.runs.SweepCommand;
import latentlab.cli.terminal.Screen;
import latentlab.data.DataLoader;
import latentlab.measure.WindowProbe;
import latentlab.text.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command line as a whole: the window's options, and the commands. */
final class Commands {
    private final Screen screen;
    private final Messages messages;
    private final TrainCommand train;
    private final List<Command> all;

    Commands(Screen screen, Messages messages, DataLoader loader, WindowProbe probe) {
        this.screen = screen;
        this.messages = messages;
        train = new TrainCommand(screen, messages, loader);
        all = List.of(
                train,
                new ResumeCommand(train, screen, messages),
                new BranchCommand(train, screen, messages),
                new ExportCommand(screen, messages, loader),
                new LikelihoodCommand(screen, messages, loader),
                new CompareCommand(screen, messages),
                new SweepCommand(screen, messages, loader),
                new RunsCommand(screen, messages),
                new DataCommand(screen, messages, loader),
                new EmbedCommand(screen, messages, loader),
                new MapsCommand(screen, messages, loader),
                new LessonCommand(screen, messages),
                new BenchCommand(screen, messages, loader, probe));
    }

    /** The command {@code train}, which also runs where no window can be opened. */
    TrainCommand train() {
        return train;
    }

    CommandLine line() {
        Options options = new Options(messages);
        CommandSpec window = options.command(null, "latent-lab", "cli.window.about");
        options.addValues(window, "FILE", new Values.Origin(), "cli.window.files");
        options.addData(window);
        options.addLanguageAndHelp(window);
        for (Command command : all) {
            CommandSpec spec = command.spec(options);
            options.addLanguageAndHelp(spec);
            window.addSubcommand(spec.name(), spec);
        }
        String names = window.subcommands().keySet().stream().collect(Collectors.joining("|", "[", " …]"));
        window.usageMessage().synopsisSubcommandLabel(names);
        return new CommandLine(window)
                .setOut(new PrintWriter(screen.out(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setUsageHelpAutoWidth(true)
                .setOverwrittenOptionsAllowed(true)
                // "@name" is an ordinary value, not a file of further arguments.
                .setExpandAtFiles(false)
                .setTrimQuotes(false);
    }

    /** The command given, or null for the window. */
    static Command asked(ParseResult parsed) {
        return parsed.hasSubcommand()
                ? (Command) parsed.subcommand().commandSpec().userObject()
                : null;
    }
}
