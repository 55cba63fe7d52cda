package latentlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import latentlab.text.Sentence;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The {@code maps} command: the three maps a course notebook on autoencoders ends with, a t-SNE or UMAP each of the
 * pixels, of two latent units and of twenty, with figures of how well each keeps the classes apart. Ctrl-C ends the
 * current map as in {@link EmbedCommand} and skips those that follow.
 */
final class MapsCommand implements Command {
    private static final List<Long> UNITS = List.of(2L, 20L);

    private final Screen screen;
    private final Messages messages;
    private final DataLoader loader;

    MapsCommand(Screen screen, Messages messages, DataLoader loader) {
        this.screen = screen;
        this.messages = messages;
        this.loader = loader;
    }

    @Override
    public CommandSpec spec(Options options) {
        CommandSpec spec = options.command(this, "maps", "cli.maps.about");
        MapOptions.addImages(spec, options);
        MapOptions.addMethod(spec, options, MapMaker.Method.TSNE, MapMaker.Method.UMAP);
        options.add(spec, Setting.MODEL);
        options.add(spec, Setting.EPOCHS);
        options.add(spec, Setting.SEED);
        options.addRequired(spec, "--out", "DIR", new Values.File(), "cli.option.out");
        return spec;
    }

    @Override
    public boolean run(ParseResult parsed) throws Problem {
        MapMaker.Method method = MapOptions.method(parsed);
        Path folder = folder(parsed.matchedOptionValue("--out", null));
        TrainingConfig config = TrainingConfig.DEFAULT;
        for (Setting<?> setting : List.of(Setting.MODEL, Setting.EPOCHS, Setting.SEED)) {
            config = TrainOptions.over(config, setting, parsed);
        }
        List<String> names = new ArrayList<>(List.of("pixels"));
        UNITS.forEach(units -> names.add("latent-" + units));
        for (String name : names) {
            Outputs.check(csv(folder, name), png(folder, name));
        }
        try (Interrupt interrupt = new Interrupt(screen.out())) {
            ProgressLine progress = new ProgressLine(screen, messages, interrupt::requested);
            NativeLoading.load(screen, messages, progress);
            Dataset dataset = loader.load(DataOptions.request(parsed), progress);
            progress.clear();
            Loaded.tell(dataset, screen.out(), messages);
            TrainingConfig fitted = Loaded.fitted(config, dataset, screen.out(), messages);
            ImagesToMap source = MapOptions.source(parsed, dataset, screen.out(), messages);
            MapMaker maker = MapOptions.maker(parsed, method, source.indices().length);
            for (int map = 0; map < names.size() && !interrupt.requested(); map++) {
                PointsToMap points = map == 0
                        ? source.pixels()
                        : new CodeTraining(progress, interrupt)
                                .codes(source, fitted.with(Setting.LATENT, UNITS.get(map - 1)));
                progress.clear();
                if (map > 0) {
                    screen.out().println();
                }
                MapReport report = new MapReport(source, points, maker);
                MapMaker.Made made = maker.make(points, source.labels(), progress, interrupt::requested, () -> {
                    interrupt.keep(true);
                    progress.clear();
                    report.printHeading(screen.out(), messages);
                });
                progress.clear();
                report.printFigures(made, screen.out(), messages);
                report.write(made, csv(folder, names.get(map)), png(folder, names.get(map)), messages);
                interrupt.keep(false);
            }
            return true;
        } catch (CancellationException _) {
            return true; // interrupted: the maps done so far are written
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path csv(Path folder, String name) {
        return folder.resolve(name + ".csv");
    }

    private static Path png(Path folder, String name) {
        return folder.resolve(name + ".png");
    }

    private static Path folder(Path folder) throws Problem {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Problem(Sentence.of("cli.folder", folder.toString()), e);
        }
    }
}
