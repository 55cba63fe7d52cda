package latentlab.cli.runs;

import java.nio.file.Path;
import latentlab.cli.Command;
import latentlab.cli.Options;
import latentlab.cli.Values;
import latentlab.cli.terminal.Screen;
import latentlab.run.file.RunRescue;
import latentlab.text.Messages;
import latentlab.text.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The {@code runs rescue} command: saves what can be relied on of a damaged run file in a new one. */
final class RunsRescueCommand implements Command {
    private final Screen screen;
    private final Messages messages;

    RunsRescueCommand(Screen screen, Messages messages) {
        this.screen = screen;
        this.messages = messages;
    }

    @Override
    public CommandSpec spec(Options options) {
        CommandSpec spec = options.command(this, "rescue", "cli.runs.rescue.about");
        options.addRequiredValue(spec, "FILE", new Values.File(), "cli.option.rescue");
        options.addRequired(spec, "--save", "FILE", new Values.File(), "cli.option.rescue.save");
        return spec;
    }

    @Override
    public boolean run(ParseResult parsed) throws Problem {
        Path save = parsed.matchedOptionValue("--save", null);
        RunRescue rescue = RunRescue.of(parsed.matchedPositionalValue(0, null), save);
        screen.out().println(messages.text("run.rescue.done", save.toString(), rescue.epochs(), rescue.lost()));
        return true;
    }
}
