package latentlab.cli.runs;

import java.util.List;
import java.util.concurrent.CancellationException;
import latentlab.cli.Command;
import latentlab.cli.Options;
import latentlab.cli.terminal.Screen;
import latentlab.text.Messages;
import latentlab.text.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The {@code runs} command: lists saved runs, and has commands of its own for what else there is to do with them. */
public final class RunsCommand implements Command {
    private final Command list;
    private final List<Command> others;

    public RunsCommand(Screen screen, Messages messages) {
        RunsAtHand runs = new RunsAtHand(screen, messages);
        list = new RunsListCommand(runs);
        others = List.of(
                new RunsShowCommand(runs),
                new RunsRemoveCommand(runs),
                new RunsRestoreCommand(runs),
                new RunsRescueCommand(screen, messages));
    }

    @Override
    public CommandSpec spec(Options options) {
        CommandSpec spec = options.command(this, "runs", "cli.runs.about");
        add(spec, list, options);
        others.forEach(each -> add(spec, each, options));
        return spec;
    }

    private static void add(CommandSpec spec, Command command, Options options) {
        CommandSpec own = command.spec(options);
        options.addLanguageAndHelp(own);
        spec.addSubcommand(own.name(), own);
    }

    /** Without a command of its own, the list is what one wants to see. */
    @Override
    public boolean run(ParseResult parsed) throws Problem {
        try {
            if (!parsed.hasSubcommand()) {
                return list.run(parsed);
            }
            ParseResult own = parsed.subcommand();
            return ((Command) own.commandSpec().userObject()).run(own);
        } catch (CancellationException _) {
            return false; // interrupted while files were read, before anything was done
        }
    }
}
