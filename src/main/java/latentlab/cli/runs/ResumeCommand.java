package latentlab.cli.runs;

import java.nio.file.Path;
import latentlab.cli.Command;
import latentlab.cli.Options;
import latentlab.cli.Outputs;
import latentlab.cli.TrainCommand;
import latentlab.cli.TrainOptions;
import latentlab.cli.Values;
import latentlab.cli.terminal.Screen;
import latentlab.engine.settings.Setting;
import latentlab.run.file.RunFile;
import latentlab.run.file.RunFileWriter;
import latentlab.text.Messages;
import latentlab.text.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The {@code resume} command: goes on with a run that {@code train --save} has kept, in the same file, to the same
 * numbers as if it had never been interrupted.
 */
public final class ResumeCommand implements Command {
    private final TrainCommand train;
    private final Screen screen;
    private final Messages messages;

    /** @param train whose table and files this has, too */
    public ResumeCommand(TrainCommand train, Screen screen, Messages messages) {
        this.train = train;
        this.screen = screen;
        this.messages = messages;
    }

    @Override
    public CommandSpec spec(Options options) {
        CommandSpec spec = options.command(this, "resume", "cli.resume.about");
        options.addRequiredValue(spec, "FILE", new Values.File(), "cli.option.resume");
        options.add(spec, "--epochs", "N", new Values.OfSetting<>(Setting.EPOCHS), "cli.option.resume.epochs");
        TrainOptions.addOutputs(spec, options);
        return spec;
    }

    @Override
    public boolean run(ParseResult parsed) throws Problem {
        Path path = parsed.matchedPositionalValue(0, null);
        Outputs outputs = TrainOptions.outputs(parsed);
        outputs.spare(path);
        try (RunFile file = RunFile.open(path)) {
            int done = file.history().size() - 1;
            int epochs = Math.toIntExact(parsed.matchedOptionValue("--epochs", (long) file.planned()));
            if (epochs <= done) {
                throw Problem.of("cli.resume.done", path.toString(), done);
            }
            return train.follow(
                    file.start().data().request(),
                    outputs,
                    RunFileWriter.goOn(path, done),
                    (training, dataset, listener, started) -> {
                        file.check(dataset.identity());
                        screen.out().println(messages.text("cli.resume.from", done, epochs) + "\n");
                        training.resume(dataset, file, epochs, listener, started);
                        if (!training.run().arithmetic().equals(file.start().arithmetic())) {
                            screen.err().println(messages.text("cli.resume.elsewhere"));
                        }
                    });
        }
    }
}
