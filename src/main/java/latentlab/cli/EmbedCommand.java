package latentlab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import latentlab.cli.terminal.Interrupt;
import latentlab.cli.terminal.ProgressLine;
import latentlab.cli.terminal.Screen;
import latentlab.data.DataLoader;
import latentlab.data.Dataset;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Messages;
import latentlab.text.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The {@code embed} command: maps images without a window, by their pixels, or by their latent codes after training.
 * Ctrl-C ends a t-SNE or UMAP early and writes the map as it is by then; before there is a map, nothing is written.
 */
final class EmbedCommand implements Command {
    private final Screen screen;
    private final Messages messages;
    private final DataLoader loader;

    EmbedCommand(Screen screen, Messages messages, DataLoader loader) {
        this.screen = screen;
        this.messages = messages;
        this.loader = loader;
    }

    @Override
    public CommandSpec spec(Options options) {
        CommandSpec spec = options.command(this, "embed", "cli.embed.about");
        MapOptions.addImages(spec, options);
        MapOptions.addMethod(spec, options, MapMaker.Method.values());
        Values<?> models = new Values.OfSetting<>(Setting.MODEL);
        options.add(spec, "--model", "MODEL", models, "cli.option.embed.model", models.expected());
        options.add(spec, Setting.LATENT);
        options.add(spec, Setting.EPOCHS);
        options.add(spec, Setting.SEED);
        options.addRequired(spec, "--csv", "FILE", new Values.File(), "cli.option.map.csv");
        options.add(spec, "--png", "FILE", new Values.File(), "cli.option.map.png");
        return spec;
    }

    @Override
    public boolean run(ParseResult parsed) throws Problem {
        TrainingConfig config = config(parsed);
        MapMaker.Method method = MapOptions.method(parsed);
        Path csv = parsed.matchedOptionValue("--csv", null);
        Path png = parsed.matchedOptionValue("--png", null);
        Outputs.check(csv, png);
        try (Interrupt interrupt = new Interrupt(screen.out())) {
            ProgressLine progress = new ProgressLine(screen, messages, interrupt::requested);
            NativeLoading.load(screen, messages, progress);
            Dataset dataset = loader.load(DataOptions.request(parsed), progress);
            progress.clear();
            Loaded.tell(dataset, screen.out(), messages);
            ImagesToMap source = MapOptions.source(parsed, dataset, screen.out(), messages);
            MapMaker maker = MapOptions.maker(parsed, method, source.indices().length);
            PointsToMap points = config == null
                    ? source.pixels()
                    : new CodeTraining(progress, interrupt)
                            .codes(source, Loaded.fitted(config, dataset, screen.out(), messages));
            MapReport report = new MapReport(source, points, maker);
            MapMaker.Made made = maker.make(points, source.labels(), progress, interrupt::requested, () -> {
                interrupt.keep(true);
                progress.clear();
                report.printHeading(screen.out(), messages);
            });
            progress.clear();
            report.printFigures(made, screen.out(), messages);
            report.write(made, csv, png, messages);
            return true;
        } catch (CancellationException _) {
            return true; // interrupted before there was a map
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The configuration of the training; null to map pixels. */
    private static TrainingConfig config(ParseResult parsed) throws Problem {
        if (!parsed.hasMatchedOption("--model")) {
            for (Setting<?> setting : List.of(Setting.LATENT, Setting.EPOCHS)) {
                if (parsed.hasMatchedOption("--" + setting.name())) {
                    throw Problem.of("cli.embed.nomodel", "--" + setting.name());
                }
            }
            return null;
        }
        TrainingConfig config = TrainingConfig.DEFAULT;
        for (Setting<?> setting : List.of(Setting.MODEL, Setting.LATENT, Setting.EPOCHS, Setting.SEED)) {
            config = TrainOptions.over(config, setting, parsed);
        }
        return config;
    }
}
