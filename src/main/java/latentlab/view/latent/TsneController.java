package latentlab.view.latent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import latentlab.data.ImageSet;
import latentlab.embedding.TsneSettings;
import latentlab.engine.model.StuckUnits;
import latentlab.map.LayoutIntervals;
import latentlab.map.MapPoints;
import latentlab.map.MapSource;
import latentlab.map.TsneProcess;
import latentlab.run.Run;
import latentlab.run.findings.TsneMap;
import latentlab.run.findings.TsneMap.Space;
import latentlab.text.Problem;
import latentlab.view.LatestOnly;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/**
 * Maps test images by t-SNE while the user watches. The map of an epoch starts from that of the epoch before, so that
 * the points move instead of jumping; a run in training is followed at intervals, so that the map comes to rest between
 * them. Finished maps are kept, also among what is known of the run. Use only on the user interface's thread.
 */
final class TsneController {
    private static final List<Integer> PERPLEXITIES = List.of(5, 10, 20, 30, 50, 100);
    private static final List<Integer> COUNTS = List.of(500, 1000, 2000, 5000, 10_000, 20_000);
    private static final int MOST_AT_FIRST = 5000;
    /** Iterations that turn the map of one epoch into that of the next. */
    private static final int FROM_NEIGHBOUR = 250;
    /** Most finished maps kept; the oldest is dropped first. */
    private static final int KEPT = 100;

    /** Identifies a map: the same key means the same map. */
    private record Key(Object data, int epoch, MapSource source, int perplexity, int count) {
        /** Whether this map can start from the other. */
        boolean continues(Key other) {
            return other != null && data == other.data && source == other.source && count == other.count;
        }
    }

    /** A map, and its progress. @param finished the map to keep; null while it moves */
    private record Layout(TsneProcess.Look look, MapPoints points, TsneMap finished) {}

    private final TsneBar bar;
    private final Texts texts;
    private final Executor userInterface;
    private final LatestOnly reading;
    private final Consumer<MapPoints> show;
    private final Consumer<Problem> failed;
    private final Map<Key, Layout> done = new LinkedHashMap<>();

    private Key key;
    private Run run;
    private int epoch;
    private MapSource source;
    private TsneProcess process;
    private Layout layout;
    /** Where the points were last; null for nowhere. */
    private float[] positions;
    /** Iterations that has taken, over all epochs it went through. */
    private int iterations;
    /** Of the run that is followed. */
    private LayoutIntervals intervals = new LayoutIntervals();
    /** Whether the map follows a run in training. */
    private boolean follows;
    /** What the user has chosen; few points get less. */
    private int perplexity = (int) TsneSettings.DEFAULT.perplexity();
    /** Whether the choices are being set by the program, not by the user. */
    private boolean showing;

    /**
     * @param show receives each map
     * @param failed receives the reason if there can be no map
     */
    TsneController(TsneBar bar, ViewContext context, Consumer<MapPoints> show, Consumer<Problem> failed) {
        this.bar = bar;
        texts = context.texts();
        userInterface = context.userInterface();
        reading = context.latestOnly();
        this.show = show;
        this.failed = failed;
        bar.perplexity.getItems().setAll(PERPLEXITIES);
        bar.perplexity.setValue(perplexity);
        bar.perplexity.valueProperty().subscribe(chosen -> {
            if (!showing) {
                perplexity = chosen;
                again();
            }
        });
        bar.count.valueProperty().addListener(_ -> again());
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
            show(run, epoch, source, false);
        }
    }

    /**
     * Shows the map of an epoch, computed now or before.
     *
     * @param following whether the run is in training: a map under way then finishes first, and stays for a while,
     *     since new epochs come faster than maps
     */
    void show(Run of, int atEpoch, MapSource what, boolean following) {
        offerCounts(of.dataset().test().count());
        offerPerplexities(bar.count.getValue());
        boolean pixels = what == MapSource.PIXELS;
        Key next = new Key(
                pixels ? of.dataset() : of,
                pixels ? 0 : atEpoch,
                what,
                bar.perplexity.getValue(),
                bar.count.getValue());
        run = of;
        epoch = atEpoch;
        source = what;
        follows = following && !pixels;
        boolean continues = next.continues(key);
        if (!continues) {
            intervals = new LayoutIntervals();
        }
        if (next.equals(key) || follows && continues && (moving() || !intervals.due(atEpoch))) {
            describe();
            return;
        }
        float[] from = continues ? positions : null;
        int taken = from == null ? 0 : iterations;
        stop();
        key = next;
        positions = from;
        iterations = taken;
        Layout known = done.get(next);
        TsneMap kept = of.findings().map(space(what), pixels ? -1 : atEpoch, next.perplexity, next.count);
        if (known != null) {
            if (kept == null) {
                // Of pixels, made while another run was shown.
                of.findings().add(known.finished);
            }
            take(next, known);
        } else if (kept != null) {
            reading.request(_ -> restored(of, atEpoch, kept), layout -> take(next, layout));
        } else {
            // One that was left early has not found its way yet.
            begin(from, Math.max(FROM_NEIGHBOUR, TsneSettings.ITERATIONS - taken));
        }
    }

    private static Space space(MapSource source) {
        return source == MapSource.PIXELS ? Space.PIXELS : Space.LATENT;
    }

    private static Layout restored(Run run, int epoch, TsneMap kept) {
        TsneProcess.Look look =
                new TsneProcess.Look(kept.positions(), kept.iterations(), kept.iterations(), kept.divergence());
        StuckUnits stuck = kept.space() == Space.LATENT ? MapPoints.stuck(run, run.latent(epoch)) : null;
        return new Layout(look, MapPoints.tsne(run, epoch, kept.images(), kept.positions(), stuck), kept);
    }

    private void offerCounts(int all) {
        List<Integer> offered = Stream.concat(COUNTS.stream().filter(each -> each < all), Stream.of(all))
                .toList();
        offer(bar.count, offered, MOST_AT_FIRST, all);
    }

    /** Offers other numbers where they have changed, and chooses the greatest up to one, or a certain one. */
    private void offer(ComboBox<Integer> box, List<Integer> offered, int most, int otherwise) {
        if (!offered.equals(box.getItems())) {
            showing = true;
            box.setValue(null);
            box.getItems().setAll(offered);
            box.setValue(offered.stream()
                    .filter(each -> each <= most)
                    .reduce((_, last) -> last)
                    .orElse(otherwise));
            showing = false;
        }
    }

    /** Those that go with so many points, and the greatest that fits where that is less than the default. */
    private void offerPerplexities(int points) {
        int fitting = (int) TsneSettings.fittingPerplexity(points);
        List<Integer> offered = Stream.concat(
                        PERPLEXITIES.stream().filter(each -> each <= fitting || 3 * each < points), Stream.of(fitting))
                .distinct()
                .sorted()
                .toList();
        offer(bar.perplexity, offered, perplexity, fitting);
    }

    private void begin(float[] from, int iterations) {
        Key mine = key;
        Run of = run;
        int at = epoch;
        ImageSet test = of.dataset().test();
        int[] images = ImageSet.spread(test.count(), mine.count);
        boolean pixels = mine.source == MapSource.PIXELS;
        AtomicReference<StuckUnits> stuck = new AtomicReference<>();
        // If several states arrive before the window takes one, only the last is shown.
        AtomicReference<Layout> coming = new AtomicReference<>();
        TsneSettings settings = TsneSettings.DEFAULT.withPerplexity(mine.perplexity);
        TsneSettings asRun = from == null ? settings : settings.withExaggerated(0);
        process = new TsneProcess(
                () -> {
                    if (pixels) {
                        return test.ink(images);
                    }
                    float[] codes = of.latent(at, images);
                    stuck.set(MapPoints.stuck(of, codes));
                    return codes;
                },
                pixels ? test.size() : of.model().latent(),
                from,
                settings,
                iterations,
                look -> {
                    TsneMap finished = look.done()
                            ? new TsneMap(
                                    space(mine.source),
                                    pixels ? -1 : at,
                                    asRun,
                                    look.iteration(),
                                    look.divergence(),
                                    images,
                                    look.positions())
                            : null;
                    if (finished != null) {
                        of.findings().add(finished);
                    }
                    MapPoints points = MapPoints.tsne(of, at, images, look.positions(), stuck.get());
                    Layout next = new Layout(look, points, finished);
                    if (coming.getAndSet(next) == null) {
                        userInterface.execute(() -> take(mine, coming.getAndSet(null)));
                    }
                },
                problem -> userInterface.execute(() -> fail(mine, problem)));
        bar.pause.setSelected(false);
        describe();
        process.start();
    }

    private void take(Key of, Layout now) {
        if (!of.equals(key)) {
            return;
        }
        iterations += now.look.iteration() - (layout == null ? 0 : layout.look.iteration());
        layout = now;
        positions = now.look.positions();
        if (now.look.done()) {
            intervals.settled(of.epoch, epoch);
            done.put(of, now);
            if (done.size() > KEPT) {
                done.remove(done.keySet().iterator().next());
            }
        }
        describe();
        show.accept(now.points);
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
        } else {
            float[] from = layout.look.positions();
            layout = null;
            begin(from, TsneBar.MORE);
        }
    }

    private void describe() {
        bar.pause.setDisable(!moving());
        bar.more.setDisable(layout == null);
        if (layout != null) {
            TsneProcess.Look look = layout.look;
            bar.progress.setText(
                    texts.get("view.latent.tsne.progress", look.iteration(), look.planned(), look.divergence()));
        } else {
            bar.progress.setText(process == null ? "" : texts.get("view.latent.tsne.preparing"));
        }
        bar.interval.setText(
                follows && key != null ? texts.get("view.latent.tsne.interval", key.epoch, intervals.every()) : "");
    }

    /** @return whether the map shown will still change by itself */
    boolean moving() {
        return process != null && (layout == null || !layout.look.done());
    }

    /** Stops the t-SNE until another map is requested. */
    void stop() {
        if (process != null) {
            process.close();
            process = null;
        }
        reading.forget();
        key = null;
        layout = null;
        positions = null;
        iterations = 0;
        describe();
    }
}
