package latentlab.view.loss;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import latentlab.diagnosis.Diagnosis;
import latentlab.diagnosis.EpochDiagnosis;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.run.findings.Extent;
import latentlab.session.TrainingModel;
import latentlab.view.LatestOnly;
import latentlab.view.ViewContext;

/**
 * Works out the diagnosis of every epoch of the run, while that is wanted: one epoch at a time, until there is none
 * left, and again when more come.
 */
final class DiagnosisController {
    /** While the run trains, it rests for so many times as long as it works: the processor is the training's. */
    private static final int REST = 4;

    private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(500);

    /** A run's diagnosis, made in the background when it is first asked for. */
    private static final class OfRun {
        private final Run run;
        private Diagnosis diagnosis;
        private boolean closed;

        OfRun(Run run) {
            this.run = run;
        }

        synchronized Diagnosis get() {
            if (closed || run.gone()) {
                throw new CancellationException("the run is closed");
            }
            if (diagnosis == null) {
                diagnosis = new Diagnosis(run);
            }
            return diagnosis;
        }

        synchronized void close() {
            closed = true;
            if (diagnosis != null) {
                diagnosis.close();
            }
        }
    }

    private final TrainingModel model;
    private final ViewContext context;
    private final LatestOnly computation;
    private final ReadOnlyObjectWrapper<SortedMap<Integer, EpochDiagnosis>> known =
            new ReadOnlyObjectWrapper<>(new TreeMap<>());
    private OfRun ofRun;
    private boolean wanted;
    private boolean computing;
    private volatile long restNanos;

    DiagnosisController(ViewContext context) {
        this.context = context;
        model = context.model();
        Executor rested =
                task -> CompletableFuture.delayedExecutor(restNanos, TimeUnit.NANOSECONDS, context.background())
                        .execute(task);
        computation = new LatestOnly(rested, context.userInterface(), context.background()::isShutdown);
        model.runProperty().subscribe(this::open);
        InvalidationListener more = _ -> goOn();
        model.history().addListener(more);
        model.selectedEpochProperty().addListener(more);
    }

    /** What has been worked out of the run on screen, by epoch. */
    ReadOnlyObjectProperty<SortedMap<Integer, EpochDiagnosis>> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** How far it has come with the epochs there are. */
    Extent extent() {
        return ofRun == null
                ? Extent.NONE
                : Extent.of(known.get().keySet(), model.history().size(), ofRun.run.epochs()::keeps);
    }

    /** What is known is kept until there is another run. */
    void setWanted(boolean now) {
        wanted = now;
        goOn();
    }

    private void open(Run run) {
        computation.forget();
        computing = false;
        OfRun before = ofRun;
        if (before != null) {
            try {
                context.background().execute(before::close);
            } catch (RejectedExecutionException _) {
                return; // the window is closed, and all memory is given back
            }
        }
        ofRun = run == null ? null : new OfRun(run);
        known.set(new TreeMap<>());
        goOn();
    }

    private void goOn() {
        if (!wanted || ofRun == null || computing || model.history().isEmpty()) {
            return;
        }
        OfRun asked = ofRun;
        int epochs = model.history().size();
        int selected = model.selectedEpochProperty().get();
        SortedMap<Integer, EpochDiagnosis> before = known.get();
        computing = true;
        computation.request(asking -> next(asked, before, epochs, selected, asking), found -> {
            computing = false;
            boolean more = found.size() > before.size();
            if (more) {
                known.set(found);
            }
            if (more || model.history().size() > epochs) {
                goOn();
            }
        });
    }

    /** @return what is known with one epoch more; as before where there is none to work out */
    private SortedMap<Integer, EpochDiagnosis> next(
            OfRun asked, SortedMap<Integer, EpochDiagnosis> before, int epochs, int selected, BooleanSupplier asking) {
        long start = System.nanoTime();
        try {
            Diagnosis diagnosis = asked.get();
            int epoch = diagnosis.next(epochs, selected);
            if (epoch < 0) {
                return before;
            }
            diagnosis.of(epoch, asking);
            boolean training = asked.run.state() == RunState.TRAINING;
            restNanos = training ? Math.min(REST * (System.nanoTime() - start), LONGEST_REST) : 0;
            return new TreeMap<>(diagnosis.known());
        } catch (CancellationException _) {
            return before; // closed, or the epoch has been dropped meanwhile
        }
    }
}
