package latentlab.view.latent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import latentlab.data.ImageSet;
import latentlab.embedding.TsneSettings;
import latentlab.embedding.umap.UmapSettings;
import latentlab.engine.model.StuckUnits;
import latentlab.map.LayoutIntervals;
import latentlab.map.LayoutProcess;
import latentlab.map.MapMethod;
import latentlab.map.MapPoints;
import latentlab.map.MapSource;
import latentlab.run.Run;
import latentlab.run.findings.LaidOutMap;
import latentlab.run.findings.LaidOutMap.Space;
import latentlab.run.findings.LayoutWay;
import latentlab.run.findings.LayoutWay.ByTsne;
import latentlab.run.findings.LayoutWay.ByUmap;
import latentlab.text.Problem;
import latentlab.view.LatestOnly;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/**
 * Maps test images by t-SNE or UMAP while the user watches. The map of an epoch starts from that of the epoch before,
 * so that the points move instead of jumping; a run in training is followed at intervals, so that the map comes to rest
 * between them. Finished maps are kept, also among what is known of the run. Use only on the user interface's thread.
 */
final class LayoutController {
    /** Iterations that turn the map of one epoch into that of the next, by t-SNE and by UMAP. */
    private static final int FROM_NEIGHBOUR = 250;

    private static final int UMAP_FROM_NEIGHBOUR = 100;
    /** Most finished maps kept; the oldest is dropped first. */
    private static final int KEPT = 100;

    /** Identifies a map: the same key means the same map. */
    private record Key(Object data, int epoch, MapSource source, LayoutWay way, int count) {
        /** Whether this map can start from the other. */
        boolean continues(Key other) {
            return other != null
                    && data == other.data
                    && source == other.source
                    && way.getClass() == other.way.getClass()
                    && count == other.count;
        }
    }

    /** A map, and its progress. @param finished the map to keep; null while it moves */
    private record Layout(LayoutProcess.Look look, MapPoints points, LaidOutMap finished) {}

    private final LayoutBar bar;
    private final LayoutChoices choices;
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
    private MapMethod method;
    private LayoutProcess process;
    private Layout layout;
    /** Where the points were last; null for nowhere. */
    private float[] positions;
    /** Iterations that has taken, over all epochs it went through. */
    private int iterations;
    /** Of the run that is followed. */
    private LayoutIntervals intervals = new LayoutIntervals();
    /** Whether the map follows a run in training. */
    private boolean follows;

    /**
     * @param show receives each map
     * @param failed receives the reason if there can be no map
     */
    LayoutController(LayoutBar bar, ViewContext context, Consumer<MapPoints> show, Consumer<Problem> failed) {
        this.bar = bar;
        texts = context.texts();
        userInterface = context.userInterface();
        reading = context.latestOnly();
        this.show = show;
        this.failed = failed;
        choices = new LayoutChoices(bar, this::again);
        bar.pause.setOnAction(_ -> {
            if (process != null) {
                process.setPaused(bar.pause.isSelected());
            }
        });
        bar.more.setOnAction(_ -> goOn());
        texts.messagesProperty().subscribe(this::describe);
    }

    private void again() {
        if (run != null) {
            show(run, epoch, source, method, false);
        }
    }

    /**
     * Shows the map of an epoch, computed now or before.
     *
     * @param following whether the run is in training: a map under way then finishes first, and stays for a while,
     *     since new epochs come faster than maps
     */
    void show(Run of, int atEpoch, MapSource what, MapMethod by, boolean following) {
        choices.offer(of.dataset().test().count());
        bar.show(by);
        boolean pixels = what == MapSource.PIXELS;
        Key next = new Key(pixels ? of.dataset() : of, pixels ? 0 : atEpoch, what, choices.way(by), choices.count());
        run = of;
        epoch = atEpoch;
        source = what;
        method = by;
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
        LaidOutMap kept = of.findings().map(space(what), pixels ? -1 : atEpoch, next.way, next.count);
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
            begin(from, Math.max(by == MapMethod.UMAP ? UMAP_FROM_NEIGHBOUR : FROM_NEIGHBOUR, whole() - taken));
        }
    }

    /** Iterations of a new map. */
    private int whole() {
        return method == MapMethod.UMAP ? UmapSettings.fittingEpochs(key.count) : TsneSettings.ITERATIONS;
    }

    /** @return the way a map is laid out from another one's places, null for a new one */
    private LayoutWay way(float[] from, int planned) {
        return switch (key.way) {
            case ByTsne(TsneSettings settings) -> from == null ? key.way : new ByTsne(settings.withExaggerated(0));
            case ByUmap(UmapSettings settings) -> {
                // One that was left early is still on its way: it goes on about as it was.
                double rate = from == null ? 1 : Math.max(UmapSettings.GENTLE, 1 - (double) iterations / whole());
                yield new ByUmap(settings.withEpochs(planned).withRate(rate));
            }
        };
    }

    private static MapPoints.Kind kind(LayoutWay way) {
        return way instanceof ByUmap ? MapPoints.Kind.UMAP : MapPoints.Kind.TSNE;
    }

    private static Space space(MapSource source) {
        return source == MapSource.PIXELS ? Space.PIXELS : Space.LATENT;
    }

    private static Layout restored(Run run, int epoch, LaidOutMap kept) {
        LayoutProcess.Look look =
                new LayoutProcess.Look(kept.positions(), kept.iterations(), kept.iterations(), kept.divergence());
        StuckUnits stuck = kept.space() == Space.LATENT ? MapPoints.stuck(run, run.latent(epoch)) : null;
        return new Layout(
                look, MapPoints.laidOut(kind(kept.way()), run, epoch, kept.images(), kept.positions(), stuck), kept);
    }

    private void begin(float[] from, int planned) {
        Key mine = key;
        Run of = run;
        int at = epoch;
        ImageSet test = of.dataset().test();
        int[] images = ImageSet.spread(test.count(), mine.count);
        boolean pixels = mine.source == MapSource.PIXELS;
        AtomicReference<StuckUnits> stuck = new AtomicReference<>();
        // If several states arrive before the window takes one, only the last is shown.
        AtomicReference<Layout> coming = new AtomicReference<>();
        LayoutWay way = way(from, planned);
        process = new LayoutProcess(
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
                way,
                planned,
                look -> {
                    LaidOutMap finished = look.done()
                            ? new LaidOutMap(
                                    space(mine.source),
                                    pixels ? -1 : at,
                                    way,
                                    look.iteration(),
                                    look.divergence(),
                                    images,
                                    look.positions())
                            : null;
                    if (finished != null) {
                        of.findings().add(finished);
                    }
                    MapPoints points = MapPoints.laidOut(kind(way), of, at, images, look.positions(), stuck.get());
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
            process.more(LayoutBar.MORE);
        } else {
            float[] from = layout.look.positions();
            layout = null;
            begin(from, LayoutBar.MORE);
        }
    }

    private void describe() {
        bar.pause.setDisable(!moving());
        bar.more.setDisable(layout == null);
        if (layout != null) {
            LayoutProcess.Look look = layout.look;
            bar.progress.setText(
                    method == MapMethod.UMAP
                            ? texts.get("view.latent.umap.progress", look.iteration(), look.planned())
                            : texts.get(
                                    "view.latent.tsne.progress", look.iteration(), look.planned(), look.divergence()));
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

    /** Stops the layout until another map is requested. */
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
