package latentlab.cli.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import latentlab.cli.Command;
import latentlab.cli.DataOptions;
import latentlab.cli.NativeLoading;
import latentlab.cli.Options;
import latentlab.cli.Outputs;
import latentlab.cli.TrainOptions;
import latentlab.cli.Values;
import latentlab.cli.terminal.Interrupt;
import latentlab.cli.terminal.ProgressLine;
import latentlab.cli.terminal.Screen;
import latentlab.data.DataLoader;
import latentlab.data.Dataset;
import latentlab.export.EpochRange;
import latentlab.run.Run;
import latentlab.run.Runs;
import latentlab.run.file.RunFile;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The {@code export} command: writes files of a run that was kept, of its epochs or of some of them. */
public final class ExportCommand implements Command {
    private final Screen screen;
    private final Messages messages;
    private final DataLoader loader;

    public ExportCommand(Screen screen, Messages messages, DataLoader loader) {
        this.screen = screen;
        this.messages = messages;
        this.loader = loader;
    }

    @Override
    public CommandSpec spec(Options options) {
        CommandSpec spec = options.command(this, "export", "cli.export.about");
        options.addRequiredValue(spec, "FILE", new Values.File(), "cli.option.export");
        options.add(spec, "--epochs", "A:B:STEP", new Values.Epochs(), "cli.option.export.epochs");
        options.add(spec, "--data", "DATA", new Values.Origin(), "cli.option.export.data");
        DataOptions.addTo(spec, options);
        TrainOptions.addOutputs(spec, options);
        return spec;
    }

    @Override
    public boolean run(ParseResult parsed) throws Problem {
        Path path = parsed.matchedPositionalValue(0, null);
        EpochRange range = parsed.matchedOptionValue("--epochs", EpochRange.ALL);
        Outputs outputs = TrainOptions.outputs(parsed);
        if (outputs.files().isEmpty()) {
            throw Problem.of("cli.export.nothing", path.toString());
        }
        outputs.spare(path);
        outputs.check();
        try (RunFile file = RunFile.open(path);
                Interrupt interrupt = new Interrupt(screen.out())) {
            ProgressLine progress = new ProgressLine(screen, messages, interrupt::requested);
            NativeLoading.load(screen, messages, progress);
            Dataset dataset =
                    loader.load(DataOptions.request(parsed, file.start().data().request()), progress);
            file.check(dataset.identity());
            outputs.images().check(dataset);
            try (Run run = Runs.toLookAt(file, dataset)) {
                return written(outputs, run, range, progress);
            }
        } catch (CancellationException _) {
            return false;
        }
    }

    private boolean written(Outputs outputs, Run run, EpochRange range, ProgressLine progress) {
        List<Problem> problems = outputs.write(run, range, messages, progress, done -> {
            progress.clear();
            say(done);
        });
        progress.clear();
        problems.forEach(problem -> say(problem.sentence()));
        return problems.isEmpty();
    }

    private void say(Sentence sentence) {
        screen.err().println(messages.text(sentence));
    }
}
