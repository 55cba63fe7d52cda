package latentlab.measure.window;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Application;
import latentlab.Main;
import latentlab.app.LogFile;
import latentlab.files.ScratchFolder;
import latentlab.measure.BenchmarkPart;
import latentlab.measure.Figure;
import latentlab.measure.Unit;
import latentlab.measure.WindowProbe;
import latentlab.natives.NativeLibraries;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Opens the window in another JVM, started like this one, and collects what it measures: {@link WindowMeasurement},
 * {@link MapMeasurement}.
 */
public final class WindowProcess implements WindowProbe {
    /** Expected duration: a minute of pulses, some epochs and the start. */
    private static final double USUAL_SECONDS = 100;

    private static final double MOST_SECONDS = 600;
    /** Images on the map: as many as MNIST has. */
    private static final int MAPPED = 70_000;

    private static final double FRAME = 1000 / 60.0;

    /**
     * One value measured by the other process.
     *
     * @param factor from its value to the unit
     * @param goal NaN for none
     */
    private record Measured(String name, Unit unit, double factor, double goal) {}

    private static final List<Measured> WINDOW = List.of(
            new Measured("shown", Unit.SECONDS, 1, 1.2),
            new Measured("ready", Unit.SECONDS, 1, 2),
            new Measured("first-epoch", Unit.SECONDS, 1, 2.5),
            new Measured("late-99", Unit.MILLISECONDS, 1e3, 50),
            new Measured("late-worst", Unit.MILLISECONDS, 1e3, 200),
            new Measured("slowdown", Unit.PERCENT, 1e2, 5),
            new Measured("own", Unit.MILLISECONDS, 1e3, Double.NaN));

    private static final List<Measured> MAP = List.of(
            new Measured("zoom-median", Unit.MILLISECONDS, 1e3, FRAME),
            new Measured("zoom-99", Unit.MILLISECONDS, 1e3, FRAME),
            new Measured("zoom-long", Unit.PERCENT, 1e2, 1),
            new Measured("move-median", Unit.MILLISECONDS, 1e3, FRAME),
            new Measured("move-99", Unit.MILLISECONDS, 1e3, FRAME),
            new Measured("move-long", Unit.PERCENT, 1e2, 1));

    private final boolean display;

    /** @param display whether there is one; otherwise JavaFX's headless platform is used */
    public WindowProcess(boolean display) {
        this.display = display;
    }

    /**
     * Entry point of the other process, which like {@link Main} is no JavaFX Application. Arguments: those of
     * {@link WindowMeasurement} or of {@link MapMeasurement}.
     */
    public static void main(String[] arguments) throws Problem {
        System.setProperty("java.awt.headless", "true");
        LogFile.install(Path.of(arguments[1], "latent-lab.log"), _ -> {});
        NativeLibraries.placeToolkit();
        boolean map = arguments[arguments.length - 1].equals(MapMeasurement.MAP);
        Application.launch(map ? MapMeasurement.class : WindowMeasurement.class, arguments);
        System.exit(0);
    }

    @Override
    public void measure(BenchmarkPart part, String origin, Consumer<Figure> figures, Progress progress)
            throws Problem, InterruptedException {
        try (ScratchFolder scratch = ScratchFolder.create("bench")) {
            Path folder = scratch.path();
            List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
            run(
                    part == BenchmarkPart.MAP
                            ? startMap(options, display, MAPPED, folder)
                            : start(options, display, origin, folder, false),
                    progress);
            tell(part, values(folder.resolve(WindowMeasurement.FIGURES)), figures);
        } catch (IOException e) {
            throw new Problem(Sentence.of("measure.window.failed"), e);
        }
    }

    private static void run(Process process, Progress progress) throws Problem, InterruptedException {
        try {
            long start = System.nanoTime();
            while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
                double seconds = (System.nanoTime() - start) * 1e-9;
                if (seconds > MOST_SECONDS) {
                    throw Problem.of("measure.window.failed");
                }
                progress.report(Math.min(1, seconds / USUAL_SECONDS), Sentence.of("measure.progress.window"));
            }
        } finally {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }

    /**
     * Starts the other process.
     *
     * @param options of its JVM
     * @param origin of the images
     * @param folder for its output
     * @param startOnly whether it ends once it has shown an epoch
     */
    static Process start(List<String> options, boolean display, String origin, Path folder, boolean startOnly)
            throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of(origin, folder.toString(), Long.toString(System.currentTimeMillis())));
        if (startOnly) {
            arguments.add(WindowMeasurement.START_ONLY);
        }
        return start(options, display, arguments);
    }

    /**
     * Starts the process that measures the map.
     *
     * @param options of its JVM
     * @param images number of images on the map
     * @param folder for its output
     */
    static Process startMap(List<String> options, boolean display, int images, Path folder) throws IOException {
        List<String> more = new ArrayList<>(options);
        // Runs frame after frame: otherwise each would wait for the next sixtieth of a second, and its own time would
        // not show.
        more.add("-Djavafx.animation.fullspeed=true");
        return start(more, display, List.of(Integer.toString(images), folder.toString(), MapMeasurement.MAP));
    }

    private static Process start(List<String> options, boolean display, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        if (!display) {
            command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        command.add(WindowProcess.class.getName());
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Map<String, Double> values(Path file) throws IOException {
        Map<String, Double> values = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] words = line.split(" ");
            values.put(words[0], Double.valueOf(words[1]));
        }
        return values;
    }

    private void tell(BenchmarkPart part, Map<String, Double> values, Consumer<Figure> figures) throws Problem {
        Sentence where = Sentence.of(display ? "measure.window.display" : "measure.window.headless");
        for (Measured each : part == BenchmarkPart.MAP ? MAP : WINDOW) {
            Double value = values.get(each.name);
            if (value == null) {
                throw Problem.of("measure.window.failed");
            }
            figures.accept(new Figure(
                    part.name().toLowerCase(Locale.ROOT) + "." + each.name,
                    part == BenchmarkPart.MAP
                            ? Sentence.of("measure.map." + each.name, where, MAPPED)
                            : Sentence.of("measure.window." + each.name, where),
                    value * each.factor,
                    each.unit,
                    each.goal));
        }
    }
}
