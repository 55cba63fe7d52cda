package latentlab.view.latent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import latentlab.data.ImageSet;
import latentlab.embedding.TsneSettings;
import latentlab.run.Run;
import latentlab.text.Problem;
import latentlab.view.Texts;

/**
 * Lays test images out by t-SNE while people watch. That of an epoch starts from that of the epoch before, so that the points move
 * on instead of jumping; maps that are done are kept. Use from the user interface's thread.
 */
final class TsneController {
    private static final List<Integer> PERPLEXITIES = List.of(5, 10, 20, 30, 50, 100);
    private static final List<Integer> COUNTS = List.of(500, 1000, 2000, 5000, 10_000, 20_000);
    private static final int MOST_AT_FIRST = 5000;
    /** Iterations that bring the map of one epoch to the next. */
    private static final int FROM_NEIGHBOUR = 250;
    /** Maps kept, the oldest given up first. */
    private static final int KEPT = 100;

    /** What is laid out: the same key, the same map. */
    private record Key(Object data, int epoch, MapSource source, int perplexity, int count) {
        /** Whether a map of one can begin where one of the other is. */
        boolean continues(Key other) {
            return other != null && data == other.data && source == other.source && count == other.count;
        }
    }

    private final TsneBar bar;
    private final Texts texts;
    private final Executor userInterface;
    private final Consumer<MapPoints> show;
    private final Consumer<Problem> failed;
    private final Map<Key, TsneProcess.Look> done = new LinkedHashMap<>();
    /** What came from the process and has not been shown yet. */
    private final AtomicReference<Runnable> coming = new AtomicReference<>();

    private Key key;
    private Run run;
    private int epoch;
    private TsneProcess process;
    private TsneProcess.Look look;
    /** The choices are being set, not chosen by the user. */
    private boolean showing;

    /**
     * @param show receives each map
     * @param failed hears why there is none
     */
    TsneController(
            TsneBar bar, Texts texts, Executor userInterface, Consumer<MapPoints> show, Consumer<Problem> failed) {
        this.bar = bar;
        this.texts = texts;
        this.userInterface = userInterface;
        this.show = show;
        this.failed = failed;
        bar.perplexity.getItems().setAll(PERPLEXITIES);
        bar.perplexity.setValue((int) TsneSettings.DEFAULT.perplexity());
        for (ComboBox<Integer> box : List.of(bar.perplexity, bar.count)) {
            box.valueProperty().addListener(_ -> again());
        }
        bar.pause.setOnAction(_ -> {
            if (process != null) {
                process.setPaused(bar.pause.isSelected());
            }
        });
        bar.more.setOnAction(_ -> goOn());
        texts.messagesProperty().subscribe(this::describe);
    }

    private void again() {
        if (!showing && run != null) {
            show(run, epoch, key.source, false);
        }
    }

    /**
     * Shows the map of an epoch, made now or before.
     *
     * @param patient whether one under way may first come to its end: new epochs come faster than maps
     */
    void show(Run of, int atEpoch, MapSource source, boolean patient) {
        offerCounts(of.dataset().test().count());
        boolean pixels = source == MapSource.PIXELS;
        Key next = new Key(
                pixels ? of.dataset() : of,
                pixels ? 0 : atEpoch,
                source,
                bar.perplexity.getValue(),
                bar.count.getValue());
        run = of;
        epoch = atEpoch;
        boolean busy = process != null && look != null && !look.done();
        if (next.equals(key) && process != null || patient && busy && next.continues(key)) {
            return;
        }
        float[] from = next.continues(key) && look != null ? look.positions() : null;
        stop();
        key = next;
        TsneProcess.Look known = done.get(next);
        int[] images = spread(of.dataset().test().count(), next.count);
        if (known != null) {
            take(next, known, points(of, atEpoch, images, known));
        } else {
            look = null;
            begin(next, of, atEpoch, images, from, from == null ? TsneSettings.ITERATIONS : FROM_NEIGHBOUR);
        }
    }

    private void offerCounts(int all) {
        List<Integer> offered = Stream.concat(COUNTS.stream().filter(each -> each < all), Stream.of(all))
                .toList();
        if (!offered.equals(bar.count.getItems())) {
            showing = true;
            bar.count.setValue(null);
            bar.count.getItems().setAll(offered);
            bar.count.setValue(offered.stream()
                    .filter(each -> each <= MOST_AT_FIRST)
                    .reduce((_, last) -> last)
                    .orElse(all));
            showing = false;
        }
    }

    private void begin(Key mine, Run of, int atEpoch, int[] images, float[] from, int iterations) {
        int dimension = mine.source == MapSource.PIXELS
                ? of.dataset().test().size()
                : of.model().latent();
        TsneProcess next = new TsneProcess(
                () -> mine.source == MapSource.PIXELS
                        ? pixels(of.dataset().test(), images)
                        : of.latent(atEpoch, images),
                dimension,
                from,
                TsneSettings.DEFAULT.withPerplexity(mine.perplexity),
                iterations,
                now -> {
                    MapPoints points = points(of, atEpoch, images, now);
                    later(() -> take(mine, now, points));
                },
                problem -> later(() -> fail(mine, problem)));
        process = next;
        bar.pause.setSelected(false);
        describe();
        next.start();
    }

    /** Of several that come before the window gets to them, the last is enough. */
    private void later(Runnable next) {
        if (coming.getAndSet(next) == null) {
            userInterface.execute(() -> coming.getAndSet(null).run());
        }
    }

    private void take(Key of, TsneProcess.Look now, MapPoints points) {
        if (!of.equals(key)) {
            return;
        }
        look = now;
        if (now.done()) {
            done.put(of, now);
            if (done.size() > KEPT) {
                done.remove(done.keySet().iterator().next());
            }
        }
        describe();
        show.accept(points);
        boolean late = key.source == MapSource.LATENT && key.epoch != epoch;
        if (now.done() && late) {
            show(run, epoch, key.source, true);
        }
    }

    private void fail(Key of, Problem problem) {
        if (of.equals(key)) {
            stop();
            failed.accept(problem);
        }
    }

    private void goOn() {
        if (process != null) {
            bar.pause.setSelected(false);
            process.more(TsneBar.MORE);
        } else if (look != null) {
            int[] images = spread(run.dataset().test().count(), key.count);
            begin(key, run, epoch, images, look.positions(), TsneBar.MORE);
        }
    }

    private void describe() {
        bar.pause.setDisable(process == null || look != null && look.done());
        bar.more.setDisable(look == null);
        bar.progress.setText(
                look == null
                        ? texts.get("view.latent.tsne.preparing")
                        : texts.get("view.latent.tsne.progress", look.iteration(), look.planned(), look.divergence()));
    }

    /** @return whether the map shown is to change by itself */
    boolean moving() {
        return process != null && (look == null || !look.done());
    }

    /** Computes nothing any more, for as long as nothing is asked for. */
    void stop() {
        if (process != null) {
            process.close();
            process = null;
        }
        key = null;
    }

    private static MapPoints points(Run run, int epoch, int[] images, TsneProcess.Look look) {
        return MapPoints.tsne(run, epoch, images, look.positions());
    }

    /** @return indices of so many images, spread evenly, since some sets are sorted by class */
    private static int[] spread(int all, int wanted) {
        int count = Math.min(all, wanted);
        return IntStream.range(0, count)
                .map(i -> (int) ((long) i * all / count))
                .toArray();
    }

    /** @return shape [images.length, pixels], ink 0 to 1 */
    static float[] pixels(ImageSet test, int[] images) {
        float[] pixels = new float[images.length * test.size()];
        for (int i = 0; i < images.length; i++) {
            for (int place = 0; place < test.size(); place++) {
                pixels[i * test.size() + place] = test.ink(images[i], place);
            }
        }
        return pixels;
    }
}
