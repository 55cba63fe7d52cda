package latentlab.view.loss;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Tooltip;
import latentlab.run.NeighbourAccuracy;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.run.findings.Extent;
import latentlab.run.store.EpochStore;
import latentlab.session.TrainingModel;
import latentlab.view.LatestOnly;
import latentlab.view.Texts;
import latentlab.view.Tip;
import latentlab.view.ViewContext;

/**
 * Works out the accuracy of nearest neighbours in latent space for every epoch of the run, while that is wanted: one
 * epoch at a time, until there is none left, and again when more come.
 */
final class AccuracyController {
    /** While the run trains, it rests for so many times as long as it works: the processor is the training's. */
    private static final int REST = 4;

    /** The first epoch takes long, since the virtual machine is cold: no reason to keep the next one waiting. */
    private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(500);

    private final LossView view;
    private final TrainingModel model;
    private final Texts texts;
    private final LatestOnly computation;
    private final Tooltip why = new Tip();
    private final ReadOnlyObjectWrapper<double[]> values = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper progress = new ReadOnlyStringWrapper("");
    /** Of the run shown; null where there can be none. */
    private NeighbourAccuracy accuracy;

    private boolean wanted;
    private boolean computing;
    /** How long the last epoch took. */
    private long lastNanos;
    /** Before the next one. */
    private volatile long restNanos;

    AccuracyController(LossView view, ViewContext context) {
        this.view = view;
        model = context.model();
        texts = context.texts();
        Executor rested =
                task -> CompletableFuture.delayedExecutor(restNanos, TimeUnit.NANOSECONDS, context.background())
                        .execute(task);
        computation = new LatestOnly(rested, context.userInterface(), context.background()::isShutdown);
        why.textProperty().bind(texts.bind("view.loss.accuracy.none"));
        texts.messagesProperty().subscribe(this::tellProgress);
        model.runProperty().subscribe(this::open);
        InvalidationListener more = _ -> goOn();
        model.history().addListener(more);
        model.selectedEpochProperty().addListener(more);
    }

    /**
     * Element e is the share of epoch e, 0 to 1: NaN where it is not known yet. Null while it is not wanted, or there
     * is none.
     */
    ReadOnlyObjectProperty<double[]> valuesProperty() {
        return values.getReadOnlyProperty();
    }

    /** How far the curve has come, so that its first dots, which lie far apart, are not taken for all there is. */
    ReadOnlyStringProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What is known is kept with the run. */
    void setWanted(boolean now) {
        if (now != wanted) {
            wanted = now;
            show();
            goOn();
        }
    }

    private void open(Run run) {
        computation.forget();
        computing = false;
        accuracy = run == null ? null : run.accuracy();
        boolean none = run != null && accuracy == null;
        view.accuracy.setDisable(none);
        if (none) {
            Tooltip.install(view.accuracyPlace, why);
        } else {
            Tooltip.uninstall(view.accuracyPlace, why);
        }
        show();
    }

    /** How many neighbours of an image vote on its class; 0 where there can be no accuracy. */
    int neighbours() {
        return accuracy == null ? 0 : accuracy.neighbours();
    }

    private void show() {
        values.set(wanted && accuracy != null ? accuracy.known(model.history().size()) : null);
        tellProgress();
    }

    private void tellProgress() {
        Extent extent =
                wanted && accuracy != null ? accuracy.extent(model.history().size()) : Extent.NONE;
        progress.set(
                extent.whole()
                        ? ""
                        : texts.get(
                                "view.loss.progress",
                                texts.get("view.loss.accuracyCurve", accuracy.neighbours()),
                                extent.computed(),
                                extent.epochs()));
    }

    private void goOn() {
        if (!wanted || accuracy == null || computing) {
            return;
        }
        NeighbourAccuracy asked = accuracy;
        int epoch =
                asked.next(model.history().size(), model.selectedEpochProperty().get());
        if (epoch < 0) {
            return;
        }
        computing = true;
        boolean training = model.stateProperty().get() == RunState.TRAINING;
        restNanos = training ? Math.min(REST * lastNanos, LONGEST_REST) : 0;
        computation.request(asking -> time(asked, epoch, asking), nanos -> {
            lastNanos = nanos;
            computing = false;
            show();
            goOn();
        });
    }

    /** @return how long an epoch took, in nanoseconds */
    private static long time(NeighbourAccuracy accuracy, int epoch, BooleanSupplier asking) {
        long start = System.nanoTime();
        try {
            accuracy.of(epoch, asking);
        } catch (EpochStore.Dropped _) {
            // Training made room for others meanwhile: there are more to go on with.
        }
        return System.nanoTime() - start;
    }
}
