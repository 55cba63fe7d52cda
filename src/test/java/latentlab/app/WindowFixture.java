package latentlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import latentlab.data.DataLoader;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.digits.BuiltInDigits;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.Export;
import latentlab.export.ExportCatalogue;
import latentlab.preferences.Theme;
import latentlab.run.Run;
import latentlab.run.store.Scratch;
import latentlab.session.TrainingModel;
import latentlab.text.Progress;
import latentlab.view.FilePicker;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The real window, opened before each test and closed after it, in a folder of its own, with answers laid out for its
 * file dialogs. Small enough for the headless screen of 1000 x 1000.
 */
public final class WindowFixture implements BeforeEachCallback, AfterEachCallback {
    public static final Dataset DIGITS = BuiltInDigits.create(Progress.NONE);

    private final double width;
    private final double height;
    private DataLoader loader = (_, _) -> DIGITS;
    private String origin = "digits";
    private List<Export> exports = ExportCatalogue.ALL;
    private Function<Path, Scratch> scratch = Scratch::new;
    public Path folder;
    /** Makes the files that are opened as the window opens. */
    private Function<Path, List<Path>> files = _ -> List.of();

    public final Deque<Path> answers = new ArrayDeque<>();
    /** Files and folders that have been opened in the system's programs for them. */
    public final List<Path> shown = Collections.synchronizedList(new ArrayList<>());
    /** For each of them, whether the user interface's thread had to wait for that. */
    public final List<Boolean> waited = Collections.synchronizedList(new ArrayList<>());

    public final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    public Stage stage;
    private boolean first;
    public Window window;
    private boolean closed;
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord record) {
            if (record.getMessage() != null && record.getLevel().intValue() >= 900) {
                complaints.add(record.getLoggerName() + ": " + record.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** The built-in digits in a window of this size. */
    public WindowFixture(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** @param other loads the data in place of the built-in digits */
    public WindowFixture loading(DataLoader other) {
        loader = other;
        return this;
    }

    /** @param other of the data the window opens with */
    public WindowFixture from(String other) {
        origin = other;
        return this;
    }

    /** @param other makes files in the fixture's folder, which the window opens with */
    public WindowFixture opening(Function<Path, List<Path>> other) {
        files = other;
        return this;
    }

    /** @param other what can be saved of a run */
    public WindowFixture exporting(List<Export> other) {
        exports = other;
        return this;
    }

    /** @param other where epochs are kept, in the fixture's folder */
    public WindowFixture keeping(Function<Path, Scratch> other) {
        scratch = other;
        return this;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        folder = Files.createTempDirectory("latent-lab-test-");
        FxToolkit.registerPrimaryStage();
        // Not before: the first test of all starts JavaFX, which has something of its own to say then.
        Logger.getLogger("").addHandler(listener);
        FxToolkit.setupStage(this::open);
    }

    /** Opened as for somebody who has never trained anything, whom it offers a first run. */
    public WindowFixture firstStart() {
        first = true;
        return this;
    }

    /** Else each window would time some batches, for its offer of a first run. */
    private void welcome() {
        Path settings = folder.resolve("settings.properties");
        if (!first && !Files.exists(settings)) {
            try {
                Files.writeString(settings, "welcomed=true\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void open(Stage toShow) {
        welcome();
        stage = new Stage();
        FilePicker picker = new FilePicker() {
            @Override
            public Path openFolder(String title) {
                return answers.poll();
            }

            @Override
            public Path openFile(String title) {
                return answers.poll();
            }

            @Override
            public Path save(String title, String name, String extension) {
                return answers.poll();
            }
        };
        window = new Window(
                stage,
                new Environment(
                        folder.resolve("settings.properties"),
                        scratch.apply(folder),
                        folder.resolve("runs"),
                        loader,
                        exports,
                        (_, _) -> picker,
                        path -> {
                            waited.add(Platform.isFxApplicationThread());
                            shown.add(path);
                        },
                        Theme.LIGHT,
                        Locale.ENGLISH,
                        null,
                        DataRequest.of(origin),
                        files.apply(folder)));
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
        window.open();
    }

    /** Fails the test where a style sheet was wrong, too. */
    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        try {
            Hand.ONLY.rest();
            close();
        } finally {
            FxToolkit.cleanupStages();
        }
        assertStyled();
    }

    /** Looks on the user interface's thread: nodes come and go meanwhile, as the cells of a list. */
    @SuppressWarnings("unchecked")
    public <T extends Node> T find(String selector) {
        if (Platform.isFxApplicationThread()) {
            return (T) stage.getScene().lookup(selector);
        }
        AtomicReference<Node> found = new AtomicReference<>();
        onFx(() -> found.set(stage.getScene().lookup(selector)));
        return (T) found.get();
    }

    /** @return the run that the window shows; null before there is one */
    public Run run() {
        return window.model().runProperty().get();
    }

    /** What a node looks like now. From the test's thread. */
    public WritableImage picture(String selector) {
        AtomicReference<WritableImage> picture = new AtomicReference<>();
        onFx(() -> picture.set(snapshot(selector)));
        return picture.get();
    }

    /** What a node looks like now. From the user interface's thread. */
    public WritableImage snapshot(String selector) {
        return find(selector).snapshot(null, null);
    }

    public static boolean samePixels(WritableImage a, WritableImage b) {
        int width = (int) a.getWidth();
        int height = (int) a.getHeight();
        return width == (int) b.getWidth()
                && height == (int) b.getHeight()
                && Arrays.equals(pixels(a, width, height), pixels(b, width, height));
    }

    private static int[] pixels(WritableImage image, int width, int height) {
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    /** Waits until something holds on the user interface's thread. */
    public static void until(String what, BooleanSupplier holds) {
        try {
            WaitForAsyncUtils.waitFor(
                    60,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(holds::getAsBoolean).get());
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain until " + what, e);
        }
    }

    public static void onFx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, action);
    }

    /**
     * Trains the first run, to its end, on the data that are loaded.
     *
     * @param settings made of those the window shows
     */
    public void train(int epochs, UnaryOperator<TrainingConfig> settings) {
        TrainingModel model = window.model();
        until("ready", () -> model.history().size() == 1);
        onFx(() -> {
            model.setSettings(settings.apply(model.settingsProperty().get()).withEpochs(epochs));
            model.train();
        });
        // Each may take as long as anything else that is waited for: the machine may be busy.
        for (int epoch = 1; epoch < epochs; epoch++) {
            int trained = epoch;
            until("trained " + trained, () -> model.history().size() > trained);
        }
        until(
                "trained",
                () -> model.history().size() == epochs + 1
                        && model.selectedEpochProperty().get() == epochs);
    }

    /** Waits until a map shows an epoch. */
    public void untilMapped(String map, int epoch) {
        until("epoch " + epoch + " on " + map, () -> {
            Node node = find(map);
            return node != null
                    && node.getAccessibleText() != null
                    && node.getAccessibleText().contains("after epoch " + epoch + ";");
        });
    }

    private void assertStyled() {
        assertThat(List.copyOf(complaints))
                .as("style sheets")
                .noneMatch(complaint -> complaint.contains("resolve") || complaint.contains("ClassCastException"));
    }

    /** What the application does when its window is gone, on the thread that does it there. Once only. */
    public void closeWindow() {
        if (!Platform.isFxApplicationThread()) {
            onFx(this::closeWindow);
        } else if (!closed) {
            closed = true;
            window.close();
        }
    }

    /** Closes the window and opens it again, as the next start of the program does. */
    public void reopen() {
        onFx(() -> {
            stage.hide();
            closeWindow();
            closed = false;
            open(stage);
        });
    }

    private void close() throws IOException {
        Platform.runLater(stage::hide);
        WaitForAsyncUtils.waitForFxEvents();
        closeWindow();
        Logger.getLogger("").removeHandler(listener);
        delete(folder);
    }

    public static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Drops files on the window, as from the system's file browser. */
    public void drop(Path... dropped) throws Exception {
        Dragboard board =
                WaitForAsyncUtils.asyncFx(() -> HeldOut.files(dropped)).get();
        AtomicBoolean accepted = new AtomicBoolean();
        AtomicBoolean completed = new AtomicBoolean();
        onFx(() -> {
            Scene scene = stage.getScene();
            scene.addEventHandler(DragEvent.DRAG_OVER, event -> accepted.set(event.isAccepted()));
            scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> completed.set(event.isDropCompleted()));
            for (EventType<DragEvent> type : List.of(DragEvent.DRAG_OVER, DragEvent.DRAG_DROPPED)) {
                DragEvent event = new DragEvent(
                        type,
                        board,
                        300,
                        300,
                        300,
                        300,
                        TransferMode.COPY,
                        null,
                        scene,
                        new PickResult(scene, 300, 300));
                Event.fireEvent(scene.getRoot(), event);
            }
        });
        assertThat(accepted).isTrue();
        assertThat(completed).isTrue();
    }
}
