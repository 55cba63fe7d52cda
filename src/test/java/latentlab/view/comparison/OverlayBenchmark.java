package latentlab.view.comparison;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import latentlab.comparison.Axis;
import latentlab.comparison.ComparedRun;
import latentlab.comparison.Comparison;
import latentlab.comparison.MadeUpRuns;
import latentlab.engine.settings.TrainingConfig;
import latentlab.figure.comparison.OverlayFigure;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.paint.CanvasPen;

/**
 * Prints how long the overlay of 100 runs of 100 epochs takes to be drawn in software, again with every frame: the time
 * on the processor of the user interface's thread and of its renderer for a frame, whatever else the machine does, and
 * the time from frame to frame.
 *
 * <pre>
 * ./mvnw -q test-compile exec:exec@benchmark -Dbenchmark.main=latentlab.view.comparison.OverlayBenchmark
 * </pre>
 */
final class OverlayBenchmark {
    private OverlayBenchmark() {}

    public static void main(String[] args) {
        System.setProperty("prism.order", "sw");
        System.setProperty("javafx.animation.fullspeed", "true");
        Application.launch(Drawing.class);
    }

    /** The figure alone in a window. */
    public static final class Drawing extends Application {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private static final int FRAMES = 300;
        private static final int COLD = 100;

        @Override
        public void start(Stage stage) {
            Canvas canvas = new Canvas(960, 420);
            ThemeColours colours = new ThemeColours();
            Scene scene = new Scene(new StackPane(colours, canvas), 960, 420);
            for (String sheet : List.of("latentlab", "charts", "explore")) {
                scene.getStylesheets()
                        .add(OverlayBenchmark.class
                                .getResource("/latentlab/view/" + sheet + ".css")
                                .toExternalForm());
            }
            stage.setScene(scene);
            stage.show();
            CanvasPen pen = new CanvasPen(canvas.getGraphicsContext2D(), colours);
            OverlayFigure figure = new OverlayFigure(
                    Comparison.of(runs()), Axis.EPOCH, 960, 420, new ComparisonWords(new Texts()), "Loss", "Epoch");
            List<Double> drawn = new ArrayList<>();
            List<Double> rendered = new ArrayList<>();
            List<Double> frames = new ArrayList<>();
            new AnimationTimer() {
                private long last;
                private long lastRendered;
                private int frame;

                @Override
                public void handle(long now) {
                    long start = System.nanoTime();
                    long renderer = renderer();
                    if (frame > COLD) {
                        frames.add((start - last) * 1e-6);
                        rendered.add((renderer - lastRendered) * 1e-6);
                    }
                    last = start;
                    lastRendered = renderer;
                    long before = THREADS.getCurrentThreadCpuTime();
                    canvas.getGraphicsContext2D().clearRect(0, 0, 960, 420);
                    figure.draw(pen);
                    if (frame > COLD) {
                        drawn.add((THREADS.getCurrentThreadCpuTime() - before) * 1e-6);
                    }
                    if (++frame == FRAMES) {
                        stop();
                        print("on the user interface's thread", drawn);
                        print("of the renderer", rendered);
                        print("from frame to frame", frames);
                        Platform.exit();
                    }
                }
            }.start();
        }

        /** @return nanoseconds that the renderer has had of the processor */
        private static long renderer() {
            return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                    .filter(thread -> thread != null && thread.getThreadName().startsWith("QuantumRenderer"))
                    .mapToLong(thread -> THREADS.getThreadCpuTime(thread.getThreadId()))
                    .sum();
        }

        private static List<ComparedRun> runs() {
            Random random = new Random(1);
            List<ComparedRun> runs = new ArrayList<>();
            for (int latent = 1; latent <= 100; latent++) {
                double[] losses = new double[101];
                double end = 0.02 + 0.04 * random.nextDouble();
                Arrays.setAll(losses, epoch -> end + 0.2 * Math.exp(-epoch / 12.0) + 0.004 * random.nextDouble());
                runs.add(MadeUpRuns.run("run " + latent, TrainingConfig.DEFAULT.withLatent(latent), losses));
            }
            return runs;
        }

        private static void print(String what, List<Double> millis) {
            Collections.sort(millis);
            System.out.printf(
                    "%s: median %.1f ms, nine of ten below %.1f ms%n",
                    what, millis.get(millis.size() / 2), millis.get(millis.size() * 9 / 10));
        }
    }
}
