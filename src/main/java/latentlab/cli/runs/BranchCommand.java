package latentlab.cli.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import latentlab.cli.Command;
import latentlab.cli.DataOptions;
import latentlab.cli.Options;
import latentlab.cli.Outputs;
import latentlab.cli.TrainCommand;
import latentlab.cli.TrainOptions;
import latentlab.cli.Values;
import latentlab.cli.terminal.ProgressLine;
import latentlab.cli.terminal.Screen;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.TrainerState;
import latentlab.run.PastState;
import latentlab.run.Run;
import latentlab.run.RunKeeper;
import latentlab.run.file.RunBranch;
import latentlab.run.file.RunFile;
import latentlab.run.file.RunFileWriter;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The {@code branch} command: goes on from an epoch of a run that was kept, with other settings or data, in a file of
 * its own.
 */
public final class BranchCommand implements Command {
    private final TrainCommand train;
    private final Screen screen;
    private final Messages messages;

    /** @param train whose table and files this has, too */
    public BranchCommand(TrainCommand train, Screen screen, Messages messages) {
        this.train = train;
        this.screen = screen;
        this.messages = messages;
    }

    /** The file of the new run, which there is only once the data have been loaded. */
    private static final class Later implements RunKeeper {
        private RunKeeper file = RunKeeper.NONE;

        @Override
        public List<Sentence> keep(Run run, EpochResult result, float[] parameters, Supplier<TrainerState> state)
                throws Problem {
            return file.keep(run, result, parameters, state);
        }

        @Override
        public void close() {
            file.close();
        }
    }

    @Override
    public CommandSpec spec(Options options) {
        CommandSpec spec = options.command(this, "branch", "cli.branch.about");
        options.addRequiredValue(spec, "FILE", new Values.File(), "cli.option.branch");
        options.addRequired(spec, "--at", "E", new Values.Whole(0, TrainingConfig.MAX_EPOCHS), "cli.option.branch.at");
        options.addRequired(spec, "--save", "FILE", new Values.File(), "cli.option.branch.save");
        options.add(spec, "--data", "DATA", new Values.Origin(), "cli.option.branch.data");
        DataOptions.addTo(spec, options);
        Setting.ALL.forEach(setting -> options.add(spec, setting));
        TrainOptions.addOutputs(spec, options);
        return spec;
    }

    @Override
    public boolean run(ParseResult parsed) throws Problem {
        Path path = parsed.matchedPositionalValue(0, null);
        Path save = parsed.matchedOptionValue("--save", null);
        long at = parsed.matchedOptionValue("--at", 0L);
        int epoch = Math.toIntExact(at);
        Outputs outputs = TrainOptions.outputs(parsed);
        outputs.checkWith(save);
        outputs.spare(path);
        Later keeper = new Later();
        try (RunFile parent = RunFile.open(path)) {
            TrainingConfig config = settings(parent, parsed);
            return train.follow(
                    DataOptions.request(parsed, parent.start().data().request()),
                    outputs,
                    keeper,
                    (training, dataset, listener, started) -> {
                        ProgressLine progress = new ProgressLine(screen, messages, () -> false);
                        PastState past = PastState.of(parent, dataset, epoch, progress);
                        progress.clear();
                        if (!past.exact()) {
                            screen.err().println(messages.text("cli.branch.inexact", epoch));
                        }
                        RunBranch.write(parent, past, config, dataset, save);
                        keeper.file = RunFileWriter.goOn(save, epoch);
                        RunFile branch = RunFile.open(save);
                        int epochs = branch.planned();
                        if (epochs <= epoch) {
                            throw Problem.of("cli.branch.done", epoch, epochs, save.toString());
                        }
                        screen.out().println(messages.text("cli.branch.from", epoch, epochs) + "\n");
                        training.resume(dataset, branch, epochs, listener, started);
                    });
        }
    }

    private static TrainingConfig settings(RunFile parent, ParseResult parsed) throws Problem {
        TrainingConfig config = parent.config();
        for (Setting<?> setting : Setting.ALL) {
            config = TrainOptions.over(config, setting, parsed);
        }
        return config.validated();
    }
}
