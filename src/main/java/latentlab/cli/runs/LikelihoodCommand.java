package latentlab.cli.runs;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import latentlab.cli.Command;
import latentlab.cli.DataOptions;
import latentlab.cli.NativeLoading;
import latentlab.cli.Options;
import latentlab.cli.Values;
import latentlab.cli.terminal.Interrupt;
import latentlab.cli.terminal.ProgressLine;
import latentlab.cli.terminal.Screen;
import latentlab.data.DataLoader;
import latentlab.data.Dataset;
import latentlab.engine.model.ImageLikelihood;
import latentlab.engine.settings.ModelKind;
import latentlab.run.Run;
import latentlab.run.Runs;
import latentlab.run.file.RunFile;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The {@code likelihood} command: how likely test images are under a variational model that was kept. */
public final class LikelihoodCommand implements Command {
    private static final long USUAL_SAMPLES = 500;

    private final Screen screen;
    private final Messages messages;
    private final DataLoader loader;

    public LikelihoodCommand(Screen screen, Messages messages, DataLoader loader) {
        this.screen = screen;
        this.messages = messages;
        this.loader = loader;
    }

    @Override
    public CommandSpec spec(Options options) {
        CommandSpec spec = options.command(this, "likelihood", "cli.likelihood.about");
        options.addRequiredValue(spec, "FILE", new Values.File(), "cli.option.export");
        options.add(spec, "--epoch", "N", new Values.Whole(0, Integer.MAX_VALUE), "cli.option.likelihood.epoch");
        options.add(
                spec,
                "--samples",
                "N",
                new Values.Whole(1, ImageLikelihood.MOST_SAMPLES),
                "cli.option.likelihood.samples",
                USUAL_SAMPLES);
        options.add(spec, "--images", "N", new Values.Whole(1, Integer.MAX_VALUE), "cli.option.likelihood.images");
        options.add(spec, "--data", "DATA", new Values.Origin(), "cli.option.export.data");
        DataOptions.addTo(spec, options);
        return spec;
    }

    @Override
    public boolean run(ParseResult parsed) throws Problem {
        Path path = parsed.matchedPositionalValue(0, null);
        try (RunFile file = RunFile.open(path);
                Interrupt interrupt = new Interrupt(screen.out())) {
            if (file.config().kind() != ModelKind.VARIATIONAL) {
                throw Problem.of("cli.likelihood.kind", path.toString());
            }
            ProgressLine progress = new ProgressLine(screen, messages, interrupt::requested);
            NativeLoading.load(screen, messages, progress);
            Dataset dataset =
                    loader.load(DataOptions.request(parsed, file.start().data().request()), progress);
            file.check(dataset.identity());
            try (Run run = Runs.toLookAt(file, dataset)) {
                print(parsed, run, path, progress);
            }
            return true;
        } catch (CancellationException _) {
            return false;
        }
    }

    private void print(ParseResult parsed, Run run, Path path, ProgressLine progress) throws Problem {
        long last = run.history().size() - 1L;
        long epoch = parsed.matchedOptionValue("--epoch", last);
        if (epoch > last || !run.epochs().keeps((int) epoch)) {
            throw Problem.of("cli.likelihood.epoch", path.toString(), epoch, last);
        }
        long samples = parsed.matchedOptionValue("--samples", USUAL_SAMPLES);
        long all = run.dataset().test().count();
        long images = Math.min(all, parsed.matchedOptionValue("--images", all));
        Sentence what = Sentence.of("cli.likelihood.working");
        ImageLikelihood found = ImageLikelihood.of(
                run.config(),
                run.epochs().read((int) epoch),
                run.dataset().test(),
                (int) images,
                (int) samples,
                share -> progress.report(share, what),
                () -> true);
        progress.clear();
        screen.out()
                .println(messages.text(
                        "cli.likelihood.found",
                        epoch,
                        found.images(),
                        found.bound(),
                        found.negativeLogLikelihood(),
                        found.standardError(),
                        found.samples()));
    }
}
