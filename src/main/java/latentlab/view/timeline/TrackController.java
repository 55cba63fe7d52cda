package latentlab.view.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.MouseEvent;
import latentlab.data.ImageSet;
import latentlab.engine.model.Reconstructions;
import latentlab.engine.training.EpochResult;
import latentlab.preferences.LossOptions;
import latentlab.run.RateChange;
import latentlab.run.Run;
import latentlab.session.EpochComparison.Pinned;
import latentlab.session.EpochRange;
import latentlab.session.ImageChanges;
import latentlab.session.TrainingModel;
import latentlab.view.LatestOnly;
import latentlab.view.ViewContext;

/**
 * What lies behind the track and what the pointer does there: it previews epochs, goes to them, and with Shift marks
 * the range that is played.
 */
final class TrackController {
    private final TimelineView view;
    private final ViewContext context;
    private final TrainingModel model;
    private final ObjectProperty<LossOptions> options;
    private final ObjectProperty<EpochRange> range;
    private final IntConsumer pin;
    private final TrackPreview preview = new TrackPreview();
    private final LatestOnly previewing;
    private final LatestOnly comparing;
    private ImageChanges changes;
    /** Epochs at which images change, so far as is known. */
    private List<Integer> standingOut = List.of();
    /** The epoch under the pointer; -1 for none. */
    private int hovered = -1;
    /** Where marking a range has begun; -1 while none is being marked. */
    private int anchor = -1;

    /**
     * @param range that is played, which this sets
     * @param pin goes to an epoch
     */
    TrackController(TimelineView view, ViewContext context, ObjectProperty<EpochRange> range, IntConsumer pin) {
        this.view = view;
        this.context = context;
        this.range = range;
        this.pin = pin;
        model = context.model();
        options = context.preferences().lossOptionsProperty();
        previewing = context.latestOnly();
        comparing = context.latestOnly();
        view.backdrop.setContent(this::content);
        InvalidationListener repaint = _ -> view.backdrop.requestLayout();
        model.history().addListener(repaint);
        model.rateChanges().addListener(repaint);
        options.addListener(repaint);
        range.addListener(repaint);
        context.comparison().pinnedProperty().addListener(repaint);
        model.runProperty().subscribe(this::restart);
        model.history().addListener((InvalidationListener) _ -> compare());

        view.marked.addEventFilter(MouseEvent.ANY, this::mark);
        // Filters, since a slider keeps events of the mouse to itself.
        view.marked.addEventFilter(MouseEvent.MOUSE_PRESSED, this::go);
        view.marked.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::go);
        view.marked.addEventFilter(
                MouseEvent.MOUSE_MOVED, event -> hover(view.backdrop.scale().epoch(event.getX()), event.getX()));
        view.marked.setOnMouseExited(_ -> leave());
    }

    private TrackBackdrop.Content content() {
        Run run = model.runProperty().get();
        return run == null
                ? null
                : new TrackBackdrop.Content(
                        model.history().stream()
                                .mapToDouble(EpochResult::validLoss)
                                .toArray(),
                        options.get().logarithmic(),
                        model.rateChanges(),
                        range.get(),
                        run.epochs().stride() > 1,
                        run.epochs()::keeps,
                        standingOut,
                        pinned());
    }

    private int pinned() {
        Pinned a = context.comparison().pinnedProperty().get();
        return a == null ? -1 : a.epoch();
    }

    private void restart(Run run) {
        comparing.forget();
        changes = run == null ? null : new ImageChanges(run);
        standingOut = List.of();
        leave();
        view.backdrop.requestLayout();
    }

    /** Goes on comparing images, a few epochs at a time, so that newer epochs do not keep what is known from sight. */
    private void compare() {
        ImageChanges of = changes;
        if (of != null && !comparing.pending()) {
            comparing.request(of::more, known -> {
                List<Integer> found = ImageChanges.standingOut(known.changes());
                if (!found.equals(standingOut)) {
                    standingOut = found;
                    view.backdrop.requestLayout();
                }
                if (!known.complete() || model.history().size() > known.newest() + 1) {
                    compare();
                }
            });
        }
    }

    /** Goes to the next epoch at which images change, after the last such one to the first. */
    void toNextChange() {
        int selected = model.selectedEpochProperty().get();
        standingOut.stream()
                .filter(epoch -> epoch > selected)
                .findFirst()
                .or(() -> standingOut.stream().findFirst())
                .ifPresentOrElse(
                        pin::accept, () -> view.position.say(context.texts().get("view.timeline.change.none")));
    }

    /** Beside the track itself, which has ways of its own. */
    private void go(MouseEvent event) {
        boolean marking = event.isShiftDown() || anchor >= 0;
        if (event.isPrimaryButtonDown()
                && !marking
                && (event.getTarget() == view.marked || event.getTarget() == view.track)) {
            pin.accept(view.backdrop.scale().epoch(event.getX()));
        }
    }

    private void mark(MouseEvent event) {
        int epoch = Math.min(
                view.backdrop
                        .scale()
                        .epoch(view.marked.sceneToLocal(event.getSceneX(), 0).getX()),
                Math.max(0, model.history().size() - 1));
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED && event.isShiftDown() && event.isPrimaryButtonDown()) {
            anchor = epoch;
            event.consume();
        } else if (anchor >= 0 && event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            if (epoch != anchor) {
                range.set(EpochRange.between(anchor, epoch));
            }
            event.consume();
        } else if (anchor >= 0 && event.getEventType() == MouseEvent.MOUSE_RELEASED) {
            range.set(epoch == anchor ? null : EpochRange.between(anchor, epoch));
            anchor = -1;
            event.consume();
        }
    }

    private void hover(int epoch, double x) {
        Run run = model.runProperty().get();
        if (run == null || epoch >= model.history().size()) {
            leave();
            return;
        }
        preview.show(view.marked, x, lines(run, epoch));
        if (epoch == hovered) {
            return;
        }
        hovered = epoch;
        int[] samples = context.images().shownProperty().get().inOrder();
        previewing.request(
                () -> {
                    Reconstructions made = run.reconstruct(run.epochs().kept(epoch), samples);
                    return new Pictures(run.dataset().test(), samples, made);
                },
                this::show);
    }

    private record Pictures(ImageSet test, int[] samples, Reconstructions made) {}

    private void show(Pictures pictures) {
        preview.picture(
                pictures.test().pixelsOf(pictures.samples()),
                pictures.made().pixels(),
                pictures.test().shape());
    }

    private void leave() {
        hovered = -1;
        previewing.forget();
        preview.hide();
        preview.picture(null, null, null);
    }

    /** What there is to say about an epoch: its loss, and what the marks at its place mean. */
    private List<String> lines(Run run, int epoch) {
        List<EpochResult> history = model.history();
        List<String> lines = new ArrayList<>();
        lines.add(context.texts()
                .get("view.reconstruction.caption", epoch, history.get(epoch).validLoss()));
        int kept = run.epochs().kept(epoch);
        if (kept != epoch) {
            lines.add(context.texts().get("view.timeline.mark.dropped", kept));
        }
        double[] losses = history.stream().mapToDouble(EpochResult::validLoss).toArray();
        if (epoch == pinned()) {
            lines.add(context.texts().get("view.timeline.mark.pinned"));
        }
        if (history.size() > 1 && TrackCurve.best(losses) == epoch) {
            lines.add(context.texts().get("view.timeline.mark.best"));
        }
        for (RateChange rate : model.rateChanges()) {
            if (rate.epoch() == epoch) {
                lines.add(context.texts().get("view.timeline.mark.rate", rate.before(), rate.after()));
            }
        }
        if (standingOut.contains(epoch)) {
            lines.add(context.texts().get("view.timeline.mark.change"));
        }
        return lines;
    }
}
