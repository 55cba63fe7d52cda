package latentlab;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Application;
import latentlab.bench.Figure;
import latentlab.bench.Unit;
import latentlab.bench.WindowProbe;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** Opens the window in a Java of its own, started as this one was, and collects what it measures: {@link WindowMeasurement}. */
final class WindowProcess implements WindowProbe {
    /** Of a minute of pulses, some epochs and the start. */
    private static final double USUAL_SECONDS = 90;

    private static final double MOST_SECONDS = 600;

    /**
     * What the other process measures.
     *
     * @param factor from its number to the unit
     */
    private record Measured(String name, Unit unit, double factor, double goal) {}

    private static final List<Measured> MEASURED = List.of(
            new Measured("shown", Unit.SECONDS, 1, 2),
            new Measured("ready", Unit.SECONDS, 1, Double.NaN),
            new Measured("first-epoch", Unit.SECONDS, 1, 2.5),
            new Measured("late-99", Unit.MILLISECONDS, 1e3, 50),
            new Measured("late-worst", Unit.MILLISECONDS, 1e3, 200),
            new Measured("slowdown", Unit.PERCENT, 1e2, 5));

    private final boolean display;

    /** @param display whether there is one; else JavaFX's headless platform takes its place */
    WindowProcess(boolean display) {
        this.display = display;
    }

    /** The other process, which like {@link Main} is no JavaFX Application. Arguments: those of {@link WindowMeasurement}. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        LogFile.install(Path.of(arguments[1], "latent-lab.log"));
        Application.launch(WindowMeasurement.class, arguments);
        System.exit(0);
    }

    @Override
    public void measure(String origin, Consumer<Figure> figures, Progress progress)
            throws Problem, InterruptedException {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("latent-lab-bench-");
            run(origin, folder, progress);
            tell(values(folder.resolve(WindowMeasurement.FIGURES)), figures);
        } catch (IOException e) {
            throw new Problem(Sentence.of("bench.window.failed"), e);
        } finally {
            delete(folder);
        }
    }

    private void run(String origin, Path folder, Progress progress) throws IOException, Problem, InterruptedException {
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
        Process process = start(options, display, origin, folder, false);
        try {
            long start = System.nanoTime();
            while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
                double seconds = (System.nanoTime() - start) * 1e-9;
                if (seconds > MOST_SECONDS) {
                    throw Problem.of("bench.window.failed");
                }
                progress.report(Math.min(1, seconds / USUAL_SECONDS), Sentence.of("bench.progress.window"));
            }
        } finally {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }

    /**
     * Starts the other process.
     *
     * @param options of its Java
     * @param origin of the images
     * @param folder for what it writes
     * @param startOnly whether it ends once it has shown an epoch
     */
    static Process start(List<String> options, boolean display, String origin, Path folder, boolean startOnly)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        if (!display) {
            command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
        command.add(WindowProcess.class.getName());
        command.addAll(List.of(origin, folder.toString(), Long.toString(System.currentTimeMillis())));
        if (startOnly) {
            command.add(WindowMeasurement.START_ONLY);
        }
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

    private void tell(Map<String, Double> values, Consumer<Figure> figures) throws Problem {
        Sentence where = Sentence.of(display ? "bench.window.display" : "bench.window.headless");
        for (Measured each : MEASURED) {
            Double value = values.get(each.name);
            if (value == null) {
                throw Problem.of("bench.window.failed");
            }
            figures.accept(new Figure(
                    "window." + each.name,
                    Sentence.of("bench.window." + each.name, where),
                    value * each.factor,
                    each.unit,
                    each.goal));
        }
    }

    private static void delete(Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException _) {
            // In the system's folder for temporary files, which the system empties.
        }
    }
}
