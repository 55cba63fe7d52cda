package latentlab.measure.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import latentlab.app.EarlyDigits;
import latentlab.app.Environment;
import latentlab.app.SystemFilePicker;
import latentlab.app.Window;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.preferences.Theme;
import latentlab.run.RunState;
import latentlab.run.store.Scratch;
import latentlab.session.TrainingModel;

/**
 * Measures the real window from within, in a process of its own, see {@link WindowProcess}. Arguments: origin of the
 * images, a folder to work in, start time of the process (milliseconds since 1970), and optionally
 * {@value #START_ONLY}. Writes lines "name value" to {@code figures} in the folder as it goes, times in seconds.
 */
public final class WindowMeasurement extends Application {
    static final String FIGURES = "figures";
    static final String START_ONLY = "start-only";

    /** More epochs than the default, so that training lasts for a minute. */
    private static final TrainingConfig CONFIG = TrainingConfig.DEFAULT.withEpochs(1000);

    private static final long MINUTE = 60_000_000_000L;
    private static final int ROUNDS = 5;
    private static final long QUIET_MILLIS = 500;
    private static final long MOST_QUIET_MILLIS = 20_000;
    /** Fewest epochs of a round. */
    private static final int EPOCHS_A_ROUND = 10;

    /** Training time of a round, unless its fewest epochs take longer: epochs that come fast are shown together. */
    private static final double SECONDS_A_ROUND = 2;

    private final long startNanos = System.nanoTime();
    private final long startMillis = System.currentTimeMillis();
    private Path folder;
    private long processNanos;
    private Window window;
    private Scene scene;

    @Override
    public void start(Stage stage) {
        List<String> arguments = getParameters().getRaw();
        folder = Path.of(arguments.get(1));
        processNanos = startNanos - 1_000_000 * (startMillis - Long.parseLong(arguments.get(2)));
        DataRequest data = DataRequest.of(arguments.getFirst());
        Environment environment = new Environment(
                folder.resolve("settings.properties"),
                new Scratch(folder),
                folder.resolve("runs"),
                EarlyDigits.loader(data),
                List.of(),
                SystemFilePicker::new,
                _ -> {},
                Theme.LIGHT,
                Locale.ENGLISH,
                null,
                data,
                List.of());
        window = new Window(stage, environment);
        window.model().setSettings(CONFIG);
        window.show();
        scene = stage.getScene();
        CompletableFuture<Long> shown = painted();
        // Continues training for as long as the measurement takes.
        window.model().stateProperty().subscribe(state -> {
            if (state == RunState.FINISHED) {
                window.model().train();
            }
        });
        Thread.ofPlatform().daemon().name("measurement").start(() -> measure(shown));
    }

    @Override
    public void stop() {
        window.close();
    }

    private void measure(CompletableFuture<Long> shown) {
        try {
            write("shown", seconds(processNanos, shown.join()));
            long ready = onFx(() -> when(window.model().runProperty(), Objects::nonNull))
                    .join();
            write("ready", seconds(processNanos, ready));
            write("first-epoch", firstEpoch());
            if (getParameters().getRaw().contains(START_ONLY)) {
                return;
            }
            Pulses pulses = onFx(() -> Pulses.record(MINUTE)).join();
            write("late-99", pulses.lateness(0.99));
            write("late-worst", pulses.lateness(1));
            pause().join();
            compareWithoutWindow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Platform.exit();
        }
    }

    /** @return seconds from the click on Train until grid and map have been painted with the epoch */
    private double firstEpoch() {
        return onFx(() -> {
                    List<Label> changing = List.of(label("#reconstruction-caption"), label("#map-note"));
                    List<CompletableFuture<Long>> changes = changing.stream()
                            .map(label -> {
                                String before = label.getText();
                                return when(
                                        label.textProperty(),
                                        text -> !text.equals(before)
                                                && window.model()
                                                                .selectedEpochProperty()
                                                                .get()
                                                        > 0);
                            })
                            .toList();
                    long click = System.nanoTime();
                    ((Button) scene.lookup("#train")).fire();
                    return CompletableFuture.allOf(changes.toArray(CompletableFuture[]::new))
                            .thenCompose(_ -> painted())
                            .thenApply(painted -> seconds(click, painted));
                })
                .join();
    }

    private Label label(String id) {
        return (Label) scene.lookup(id);
    }

    /**
     * Measures how much longer an epoch takes with the window open and Live than without a window, in turns, and what
     * the window's own threads do meanwhile.
     */
    private void compareWithoutWindow() throws IOException, InterruptedException {
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        double own = 0;
        Dataset dataset = window.model().datasetProperty().get();
        try (BareRun bare = new BareRun(dataset, CONFIG, folder)) {
            int epochs = Math.max(EPOCHS_A_ROUND, (int) (SECONDS_A_ROUND / median(newest(EPOCHS_A_ROUND))));
            for (int round = 0; round < ROUNDS; round++) {
                double before = OwnTime.seconds();
                with.addAll(epochsInWindow(epochs));
                // Not what only begins when training pauses, as the map's quality.
                own += OwnTime.seconds() - before;
                awaitQuiet();
                without.addAll(bare.epochs(epochs));
            }
        }
        write("slowdown", median(with) / median(without) - 1);
        write("own", own / with.size());
    }

    /** Waits until the views have no more to compute of the epochs there are: a run beside that is no bare one. */
    private static void awaitQuiet() {
        long before = processorMillis();
        for (long waited = 0; waited < MOST_QUIET_MILLIS; waited += QUIET_MILLIS) {
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(QUIET_MILLIS, TimeUnit.MILLISECONDS))
                    .join();
            long after = processorMillis();
            if (after - before < QUIET_MILLIS / 10) {
                return;
            }
            before = after;
        }
    }

    /** @return processor time of this process; where the system does not say it, as if it were always busy */
    private static long processorMillis() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(System.nanoTime() / 1_000_000);
    }

    /** @return seconds of each of the next epochs, without the one in which training is paused */
    private List<Double> epochsInWindow(int count) {
        TrainingModel model = window.model();
        int before = onFx(() -> {
                    int epochs = model.history().size();
                    model.train();
                    // While Live, the selected epoch is the newest; unlike a binding of the history's size, the
                    // property is not garbage-collected.
                    return when(model.selectedEpochProperty(), epoch -> epoch.intValue() >= epochs + count)
                            .thenApply(_ -> epochs);
                })
                .join();
        return pause().thenApply(_ -> seconds(before + 1, before + 1 + count)).join();
    }

    /** @return seconds of each of the epochs trained last */
    private List<Double> newest(int count) {
        return onFx(() -> {
                    int epochs = window.model().history().size();
                    return CompletableFuture.completedFuture(seconds(epochs - count, epochs));
                })
                .join();
    }

    private List<Double> seconds(int from, int to) {
        return window.model().history().subList(from, to).stream()
                .map(EpochResult::seconds)
                .toList();
    }

    private CompletableFuture<Long> pause() {
        return onFx(() -> {
            window.model().pause();
            return when(window.model().stateProperty(), state -> state != RunState.TRAINING);
        });
    }

    // ---- waiting

    /** @return the result of an action started on the user interface's thread */
    private static <T> CompletableFuture<T> onFx(Supplier<CompletableFuture<T>> action) {
        return CompletableFuture.supplyAsync(action, Platform::runLater).thenCompose(result -> result);
    }

    /**
     * @return the time (System.nanoTime) at which a value satisfies the condition. Call it on the user interface's
     *     thread
     */
    private static <T> CompletableFuture<Long> when(ObservableValue<T> value, Predicate<T> wanted) {
        CompletableFuture<Long> reached = new CompletableFuture<>();
        value.subscribe(now -> {
            if (wanted.test(now)) {
                reached.complete(System.nanoTime());
            }
        });
        return reached;
    }

    /** @return the time at which the scene has been painted as it is now. Call it on the user interface's thread */
    private CompletableFuture<Long> painted() {
        return pulse().thenCompose(_ -> pulse());
    }

    /** The time of the next pulse, which begins once the layout of the one before is painted. */
    private CompletableFuture<Long> pulse() {
        CompletableFuture<Long> pulse = new CompletableFuture<>();
        Runnable[] listener = new Runnable[1];
        listener[0] = () -> {
            scene.removePostLayoutPulseListener(listener[0]);
            pulse.complete(System.nanoTime());
        };
        scene.addPostLayoutPulseListener(listener[0]);
        Platform.requestNextPulse();
        return pulse;
    }

    private static double seconds(long from, long to) {
        return (to - from) * 1e-9;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private void write(String name, double value) throws IOException {
        String line = name + " " + value + "\n";
        Files.writeString(folder.resolve(FIGURES), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
