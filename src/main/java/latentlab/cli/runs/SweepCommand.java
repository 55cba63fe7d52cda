package latentlab.cli.runs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import latentlab.cli.Command;
import latentlab.cli.Loaded;
import latentlab.cli.NativeLoading;
import latentlab.cli.Options;
import latentlab.cli.Outputs;
import latentlab.cli.Values;
import latentlab.cli.terminal.Interrupt;
import latentlab.cli.terminal.ProgressLine;
import latentlab.cli.terminal.Screen;
import latentlab.comparison.ComparedRun;
import latentlab.comparison.Comparison;
import latentlab.comparison.Picture;
import latentlab.data.DataLoader;
import latentlab.data.Dataset;
import latentlab.export.LossPlot;
import latentlab.export.OutputFile;
import latentlab.run.store.Scratch;
import latentlab.sweep.Outcome;
import latentlab.sweep.Plan;
import latentlab.sweep.Sweep;
import latentlab.sweep.SweepPreset;
import latentlab.sweep.TrialAccuracy;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The {@code sweep} command: trains many runs into a folder, and sets them beside each other. Called again with the
 * same words it goes on where it was ended.
 */
public final class SweepCommand implements Command {
    private static final int MOST_WORKERS = 64;

    private final Screen screen;
    private final Messages messages;
    private final DataLoader loader;

    public SweepCommand(Screen screen, Messages messages, DataLoader loader) {
        this.screen = screen;
        this.messages = messages;
        this.loader = loader;
    }

    @Override
    public CommandSpec spec(Options options) {
        CommandSpec spec = options.command(this, "sweep", "cli.sweep.about");
        options.addRequired(spec, "--out", "DIR", new Values.File(), "cli.option.sweep.out");
        SweepOptions.addTo(spec, options);
        options.add(
                spec,
                "--workers",
                "W",
                new Values.Whole(1, MOST_WORKERS),
                "cli.option.sweep.workers",
                Sweep.usualWorkers());
        options.addSwitch(spec, "--accuracy", "cli.option.sweep.accuracy");
        options.add(spec, "--csv", "FILE", new Values.File(), "cli.option.sweep.csv");
        options.add(spec, "--png", "FILE", new Values.File(), "cli.option.compare.png");
        options.addSwitch(spec, "--json", "cli.option.sweep.json");
        return spec;
    }

    @Override
    public boolean run(ParseResult parsed) throws Problem {
        Plan plan = SweepOptions.plan(parsed);
        Path folder = parsed.matchedOptionValue("--out", null);
        Outputs.check(parsed.matchedOptionValue("--csv", null), parsed.matchedOptionValue("--png", null));
        boolean json = parsed.hasMatchedOption("--json");
        Sweep.check(plan, folder);
        try (Interrupt interrupt = new Interrupt(screen.out())) {
            ProgressLine progress = new ProgressLine(screen, messages, interrupt::requested);
            NativeLoading.load(screen, messages, progress);
            Dataset dataset = loader.load(plan.data(), progress);
            progress.clear();
            boolean usualBatch = !SweepOptions.choosesBatch(parsed);
            if (!json) {
                Loaded.tell(dataset, screen.out(), messages);
                if (usualBatch) {
                    Loaded.fitted(plan.base(), dataset, screen.out(), messages);
                }
            }
            // Not before: a folder whose data cannot be read would be taken for a sweep of them.
            try (Sweep sweep = Sweep.open(plan, folder)) {
                interrupt.keep(true);
                interrupt.onRequest(sweep::stop);
                SweepReporter reporter = new SweepReporter(sweep.trials(), screen, messages, progress, json);
                long workers = parsed.matchedOptionValue("--workers", (long) Sweep.usualWorkers());
                List<Outcome> outcomes =
                        sweep.run(dataset, usualBatch, false, Scratch.ofUser(), Math.toIntExact(workers), reporter);
                progress.clear();
                double[] accuracies = accuracies(parsed, outcomes, folder, dataset, interrupt);
                tell(new SweepTable(plan, outcomes, accuracies), folder, parsed);
                return outcomes.stream().allMatch(Outcome::fine);
            }
        } catch (CancellationException _) {
            return false; // interrupted before anything was trained
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * @return the accuracy of each trial that has epochs, NaN of the others and where the sweep was interrupted; null
     *     if nobody asks for it
     */
    private double[] accuracies(
            ParseResult parsed, List<Outcome> outcomes, Path folder, Dataset dataset, Interrupt interrupt)
            throws Problem {
        SweepPreset question = SweepOptions.question(parsed);
        if (!parsed.hasMatchedOption("--accuracy") && (question == null || !question.accuracy())) {
            return null;
        }
        double[] accuracies = new double[outcomes.size()];
        for (int i = 0; i < accuracies.length; i++) {
            Outcome outcome = outcomes.get(i);
            boolean wanted = outcome.run() != null && !interrupt.requested();
            accuracies[i] = wanted
                    ? TrialAccuracy.of(folder.resolve(outcome.trial().file()), dataset, Progress.NONE)
                    : Double.NaN;
        }
        return accuracies;
    }

    /** Prints the table, or all of it for programs, and what may be concluded; writes the files asked for. */
    private void tell(SweepTable table, Path folder, ParseResult parsed) throws Problem {
        List<ComparedRun> runs = table.outcomes().stream()
                .map(Outcome::run)
                .filter(Objects::nonNull)
                .toList();
        Comparison comparison = runs.isEmpty() ? null : Comparison.of(runs);
        List<Sentence> conclusions = comparison == null ? List.of() : comparison.conclusions();
        if (parsed.hasMatchedOption("--json")) {
            screen.out().println(table.json(folder, conclusions, messages));
        } else {
            screen.out().print("\n" + table.text());
            screen.out().print(conclusions.isEmpty() ? "" : "\n");
            conclusions.forEach(sentence -> screen.out().println(messages.text(sentence)));
            screen.out().flush();
        }
        Path csv = parsed.matchedOptionValue("--csv", null);
        if (csv != null) {
            OutputFile.write(csv, out -> out.write(table.csv().getBytes(StandardCharsets.UTF_8)));
            written(csv);
        }
        Path png = parsed.matchedOptionValue("--png", null);
        if (png != null && comparison != null) {
            LossPlot.write(png, comparison, Picture.first(Picture.Kind.LOSSES, comparison), messages);
            written(png);
        }
    }

    private void written(Path file) {
        screen.err().println(messages.text("cli.written", file.toString()));
    }
}
