package latentlab.measure.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import latentlab.app.Environment;
import latentlab.app.SystemFilePicker;
import latentlab.app.Window;
import latentlab.data.DataRequest;
import latentlab.data.digits.BuiltInDigits;
import latentlab.preferences.Theme;
import latentlab.run.store.Scratch;

/**
 * Measures the frame times of the latent map in the real window with many images on it, zoomed and moved by one scroll
 * event a frame, in a process of its own, see {@link WindowProcess}. Arguments: number of images, a folder to work in,
 * {@value #MAP}. Writes lines "name value" to {@value WindowMeasurement#FIGURES} in the folder, times in seconds.
 */
public final class MapMeasurement extends Application {
    static final String MAP = "map";

    private static final int TRAINING_IMAGES = 1000;
    private static final double FRAME = 1 / 60.0;
    /** Frames of zooming in from the whole map, and as many of zooming out. */
    private static final int WAY = 100;

    private static final int ROUNDS = 3;
    /** Turn of the wheel per frame; over all frames of the way in, it enlarges the map 64 times. */
    private static final double WHEEL = 7.5;
    /** Frames zoomed in before the map is moved: a few times larger, with most of the points still visible. */
    private static final int WAY_TO_MOVE = 30;
    /** Movement per frame, in pixels. */
    private static final double STEP = 12;

    /** A series of frames, one event each. Those without a name are not recorded. */
    private record Pass(String name, int frames, IntFunction<ScrollEvent> event) {}

    private Path folder;
    private Window window;
    private Node map;
    private boolean begun;

    @Override
    public void start(Stage stage) {
        List<String> arguments = getParameters().getRaw();
        int images = Integer.parseInt(arguments.getFirst());
        folder = Path.of(arguments.get(1));
        Environment environment = new Environment(
                folder.resolve("settings.properties"),
                new Scratch(folder),
                folder.resolve("runs"),
                (_, progress) -> BuiltInDigits.create(TRAINING_IMAGES, images, progress),
                List.of(),
                SystemFilePicker::new,
                _ -> {},
                Theme.LIGHT,
                Locale.ENGLISH,
                null,
                DataRequest.of(BuiltInDigits.ORIGIN),
                List.of());
        window = new Window(stage, environment);
        window.show();
        map = stage.getScene().lookup("#latent-map");
        // The map's quality is computed last, after the map is shown.
        Node quality = stage.getScene().lookup("#map-quality");
        quality.accessibleTextProperty().subscribe(text -> {
            if (!text.isEmpty() && !begun) {
                begun = true;
                measure();
            }
        });
    }

    @Override
    public void stop() {
        window.close();
    }

    private void measure() {
        List<Pass> passes = new ArrayList<>();
        // The first round warms up the just-in-time compiler.
        passes.add(new Pass(null, 2 * WAY, this::zoom));
        passes.add(new Pass("zoom", 2 * WAY * ROUNDS, this::zoom));
        passes.add(new Pass(null, WAY_TO_MOVE, _ -> scroll(0, WHEEL)));
        passes.add(new Pass("move", 2 * WAY * ROUNDS, this::move));
        run(passes, 0);
    }

    private void run(List<Pass> passes, int which) {
        if (which == passes.size()) {
            Platform.exit();
            return;
        }
        Pass pass = passes.get(which);
        List<Double> seconds = new ArrayList<>();
        new AnimationTimer() {
            private long last = System.nanoTime();

            @Override
            public void handle(long time) {
                long now = System.nanoTime();
                seconds.add((now - last) * 1e-9);
                last = now;
                if (seconds.size() <= pass.frames) {
                    Event.fireEvent(map, pass.event.apply(seconds.size() - 1));
                } else {
                    stop();
                    // The first time is that of waiting for the pulse, not of a frame.
                    write(pass.name, seconds.subList(1, seconds.size()));
                    run(passes, which + 1);
                }
            }
        }.start();
    }

    private ScrollEvent zoom(int frame) {
        return scroll(0, Math.floorDiv(frame, WAY) % 2 == 0 ? WHEEL : -WHEEL);
    }

    /** A movement in a circle. */
    private ScrollEvent move(int frame) {
        double angle = 2 * Math.PI * frame / WAY;
        return scroll(STEP * Math.cos(angle), STEP * Math.sin(angle));
    }

    /** @return a scroll event over the middle of the map: vertical for zooming, with a horizontal part for moving */
    private ScrollEvent scroll(double right, double down) {
        double x = map.localToScene(map.getLayoutBounds()).getCenterX();
        double y = map.localToScene(map.getLayoutBounds()).getCenterY();
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                y,
                x,
                y,
                false,
                false,
                false,
                false,
                false,
                false,
                right,
                down,
                right,
                down,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private void write(String name, List<Double> seconds) {
        if (name == null) {
            return;
        }
        List<Double> sorted = seconds.stream().sorted().toList();
        double late = sorted.stream().filter(each -> each > FRAME).count();
        String lines = String.format(
                Locale.ROOT,
                "%s-median %s%n%s-99 %s%n%s-long %s%n",
                name,
                sorted.get(sorted.size() / 2),
                name,
                sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1),
                name,
                late / sorted.size());
        try {
            Files.writeString(
                    folder.resolve(WindowMeasurement.FIGURES),
                    lines,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
