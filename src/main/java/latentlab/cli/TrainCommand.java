package latentlab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import latentlab.cli.terminal.EpochTable;
import latentlab.cli.terminal.Interrupt;
import latentlab.cli.terminal.ProgressLine;
import latentlab.cli.terminal.Screen;
import latentlab.data.DataLoader;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.diagnosis.Advice;
import latentlab.diagnosis.Diagnosis;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.ModelSummary;
import latentlab.engine.settings.RunSettings;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.engine.weights.WeightFile;
import latentlab.export.EpochRange;
import latentlab.export.animation.AnimationGif;
import latentlab.run.Run;
import latentlab.run.RunEvent;
import latentlab.run.RunKeeper;
import latentlab.run.RunState;
import latentlab.run.StartWeights;
import latentlab.run.file.RunFileWriter;
import latentlab.run.findings.TestError;
import latentlab.run.follow.Training;
import latentlab.run.store.Scratch;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The {@code train} command: trains one run without a window, prints the epoch table as it grows, then the model
 * summary, and writes the files asked for. What has been learned is written even if the run is interrupted or diverges.
 */
public final class TrainCommand implements Command {
    private final Screen screen;
    private final Messages messages;
    private final DataLoader loader;

    TrainCommand(Screen screen, Messages messages, DataLoader loader) {
        this.screen = screen;
        this.messages = messages;
        this.loader = loader;
    }

    @Override
    public CommandSpec spec(Options options) {
        CommandSpec spec = options.command(this, "train", "cli.train.about");
        TrainOptions.addTo(spec, options);
        return spec;
    }

    @Override
    public boolean run(ParseResult parsed) throws Problem {
        RunSettings settings = TrainOptions.settings(parsed);
        DataRequest data = DataOptions.request(settings.data(), parsed);
        boolean chosen = TrainOptions.choosesBatch(parsed);
        Outputs outputs = TrainOptions.outputs(parsed);
        Path save = parsed.matchedOptionValue("--save", null);
        Path path = parsed.matchedOptionValue(TrainOptions.WEIGHTS, null);
        WeightFile weights = path == null ? null : WeightFile.read(path, Progress.NONE);
        if (path != null) {
            outputs.spare(path);
        }
        if (save == null) {
            return run(data, settings.config(), chosen, weights, outputs, RunKeeper.NONE);
        }
        outputs.checkWith(save);
        return run(data, settings.config(), chosen, weights, outputs, RunFileWriter.create(save));
    }

    /**
     * @param chosen whether somebody has chosen the batch; otherwise it goes with the number of images
     * @return whether all went well: trained to the end or to an interruption, and all files written
     * @throws Problem if no run could be started
     */
    boolean run(DataRequest data, TrainingConfig asked, boolean chosen, Outputs outputs) throws Problem {
        return run(data, asked, chosen, null, outputs, RunKeeper.NONE);
    }

    private boolean run(
            DataRequest data,
            TrainingConfig asked,
            boolean chosen,
            WeightFile weights,
            Outputs outputs,
            RunKeeper keeper)
            throws Problem {
        return follow(data, outputs, keeper, (training, dataset, listener, started) -> {
            TrainingConfig config = chosen ? asked : Loaded.fitted(asked, dataset, screen.out(), messages);
            training.follow(dataset, config, start(weights, config, dataset), listener, started);
        });
    }

    private StartWeights start(WeightFile file, TrainingConfig config, Dataset dataset) throws Problem {
        if (file == null) {
            return null;
        }
        float[] parameters = file.parameters(Autoencoder.checked(config, dataset.shape()));
        if (file.converted() != null) {
            say(file.converted());
        }
        return new StartWeights(new StartWeights.From(file.name(), file.hash()), parameters);
    }

    /** Starts a run or goes on with one, and trains it to its end. */
    public interface Following {
        void follow(Training training, Dataset dataset, Consumer<RunEvent> listener, Runnable started)
                throws Problem, InterruptedException;
    }

    /** @param keeper closed when all is done */
    public boolean follow(DataRequest data, Outputs outputs, RunKeeper keeper, Following following) throws Problem {
        try (Interrupt interrupt = new Interrupt(screen.out());
                Training training = new Training(Scratch.ofUser(), keeper)) {
            outputs.check();
            if (outputs.animated()) {
                Thread.ofPlatform().daemon().name("fonts").start(AnimationGif::prepare);
            }
            ProgressLine progress = new ProgressLine(screen, messages, interrupt::requested);
            NativeLoading.load(screen, messages, progress);
            Dataset dataset = loader.load(data, progress);
            progress.clear();
            outputs.images().check(dataset);
            Loaded.tell(dataset, screen.out(), messages);
            EpochTable table = new EpochTable(screen.out(), screen.colours());
            Reporter reporter = new Reporter(progress, table);
            following.follow(
                    training,
                    dataset,
                    event -> {
                        if (event instanceof RunEvent.Opened) {
                            interrupt.keep(true);
                        }
                        reporter.tell(event);
                    },
                    () -> interrupt.onRequest(training::stop));
            progress.clear();
            return finish(training, outputs);
        } catch (CancellationException _) {
            return true; // interrupted before there was anything to keep
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean finish(Training training, Outputs outputs) {
        screen.out().print("\n" + ModelSummary.text(training.run().model()));
        screen.out().println();
        printError(training.run());
        screen.out().println(messages.text(training.run().arithmetic().sentence()));
        StartWeights.From weights = training.run().start().weights();
        if (weights != null) {
            screen.out().println(messages.text("run.weights", weights.file(), weights.hash()));
        }
        screen.out().flush();
        boolean fine = training.fault() == null;
        if (!fine) {
            Sentence error = training.fault().sentence();
            // The run's own sentence refers to a button of the window.
            say(training.state() == RunState.DIVERGED ? new Sentence("cli.diverged", error.values()) : error);
        }
        int all = training.run().history().size();
        int kept = training.run().kept(training.run().history()).size();
        if (fine) {
            sayAdvice(training.run());
        }
        if (outputs.animated() && kept < all) {
            say(Sentence.of("cli.kept", kept, all));
        }
        ProgressLine writing = new ProgressLine(screen, messages, () -> false);
        List<Problem> problems = outputs.write(training.run(), EpochRange.ALL, messages, writing, done -> {
            writing.clear();
            say(done);
        });
        writing.clear();
        problems.forEach(problem -> say(problem.sentence()));
        return fine && problems.isEmpty();
    }

    /** After the last epoch that is kept, so that runs with other losses can be compared. */
    private void printError(Run run) {
        if (run.history().isEmpty()) {
            return;
        }
        int epoch = Diagnosis.lastError(run, () -> true);
        TestError error = run.findings().errors().get(epoch);
        screen.out().println(messages.text("diagnosis.error", epoch, error.mse(), error.psnr()));
    }

    private void sayAdvice(Run run) {
        Advice.of(run, () -> true).ifPresent(advice -> {
            Advice.Change<?> change = advice.change();
            say(Sentence.of(
                    "diagnosis.option", advice.sentence(), change.setting().name(), change.text()));
        });
    }

    private void say(Sentence sentence) {
        screen.err().println(messages.text(sentence));
    }

    /** Turns events into rows of the table and the progress line below them. */
    private final class Reporter {
        private final ProgressLine progress;
        private final EpochTable table;
        private int epochs;
        private int done;
        private double seconds;

        Reporter(ProgressLine progress, EpochTable table) {
            this.progress = progress;
            this.table = table;
        }

        void tell(RunEvent event) {
            switch (event) {
                case RunEvent.EpochDone epoch -> {
                    EpochResult result = epoch.result();
                    done = result.epoch();
                    seconds = result.seconds();
                    progress.clear();
                    table.print(result);
                }
                case RunEvent.EpochProgress now -> report(now.fraction());
                case RunEvent.Remarked(String _, Sentence what) -> {
                    progress.tell(what);
                }
                case RunEvent.StateChanged changed -> epochs = changed.planned();
                case RunEvent.Opened _, RunEvent.Refused _, RunEvent.RateChanged _ -> {}
            }
        }

        private void report(double fraction) {
            double share = (done + fraction) / Math.max(1, epochs);
            Sentence what = done == 0
                    ? Sentence.of("cli.training.first", epochs)
                    : Sentence.of("cli.training", done + 1, epochs, Math.ceil(seconds * (epochs - done - fraction)));
            progress.show(share, what);
        }
    }
}
