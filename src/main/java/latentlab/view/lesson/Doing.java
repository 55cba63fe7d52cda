package latentlab.view.lesson;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.lesson.Action;
import latentlab.lesson.Lesson;
import latentlab.lesson.LessonProgress;
import latentlab.lesson.MeasuredValue;
import latentlab.lesson.RunValues;
import latentlab.lesson.Step;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;
import latentlab.view.LatestOnly;
import latentlab.view.ViewContext;
import latentlab.view.words.NextRunWords;

/** Does what a step says, waits for the run to be there, and measures it. */
final class Doing {
    /** What a step that is being done waits for. */
    enum Waits {
        /** For nothing: no step is being done. */
        NOT,
        /** For data, a new run or the training. */
        TRAINING,
        /** For somebody to go on with the training, which has been paused or stopped, or has failed. */
        HELD,
        /** For the values. */
        MEASURING
    }

    private final ViewContext context;
    private final TrainingModel model;
    private final LessonStage stage;
    private final LessonProgress progress;
    private final LatestOnly measuring;
    private final Runnable changed;
    private final Consumer<Map<MeasuredValue, Double>> done;
    private Lesson lesson;
    private Step step;
    private Waits waits = Waits.NOT;
    /** Whether what follows the training has been done. */
    private boolean after;
    /** Whether data are being loaded for the step. */
    private boolean loading;

    /**
     * @param changed told whenever what is waited for is another
     * @param done receives what the run has
     */
    Doing(
            ViewContext context,
            LessonStage stage,
            LessonProgress progress,
            Runnable changed,
            Consumer<Map<MeasuredValue, Double>> done) {
        this.context = context;
        this.stage = stage;
        this.progress = progress;
        this.changed = changed;
        this.done = done;
        model = context.model();
        measuring = context.latestOnly();
        InvalidationListener check = _ -> check();
        model.stateProperty().addListener(check);
        model.openingProperty().addListener(check);
        model.runProperty().addListener(check);
        model.history().addListener(check);
    }

    Waits waits() {
        return waits;
    }

    /** Begins with a lesson: its data, its run, its layout. @param then done once the run is on its way */
    void begin(Lesson of, Runnable then) {
        withData(of, () -> {
            if (of.steps().getFirst().comparesMaps() || hasRun(of.config()) || newRun(of.config())) {
                of.show().forEach(stage::show);
                then.run();
            }
        });
    }

    /** Does a step. One whose run is on screen already goes on with that. */
    void start(Lesson of, Step what) {
        stop();
        lesson = of;
        withData(of, () -> {
            if (!what.comparesMaps() && !hasRun(what.config()) && !newRun(what.config())) {
                return; // the user would rather keep the run on screen
            }
            step = what;
            after = false;
            what.actions().stream().filter(action -> !comesAfter(action)).forEach(this::act);
            if (missing()) {
                model.goLive();
                model.trainUntil(what.epochs());
            }
            check();
        });
    }

    /** Waits for nothing any more. */
    void stop() {
        step = null;
        loading = false;
        measuring.forget();
        tell(Waits.NOT);
    }

    private void withData(Lesson of, Runnable then) {
        DataRequest request = DataRequest.of(of.data());
        if (progress.onOtherData(of) || hasData(of)) {
            then.run();
            return;
        }
        loading = true;
        tell(Waits.TRAINING);
        stage.load(request, () -> {
            if (loading) {
                loading = false;
                tell(Waits.NOT);
                then.run();
            }
        });
    }

    /** Whether the data on screen are the lesson's. */
    boolean hasData(Lesson of) {
        Dataset data = model.datasetProperty().get();
        return data != null && data.request().equals(DataRequest.of(of.data()));
    }

    private boolean hasRun(TrainingConfig config) {
        Run run = model.runProperty().get();
        RunState state = model.stateProperty().get();
        return run != null
                && !model.openingProperty().get()
                && run.dataset() == model.datasetProperty().get()
                && state != RunState.DIVERGED
                && state != RunState.FAILED
                && run.config().withEpochs(1).equals(config.withEpochs(1));
    }

    /** @return whether there will be one */
    private boolean newRun(TrainingConfig config) {
        if (!context.mayDropRun().asked(NextRunWords.train(model, List.of(config)), "view.controls.trainNew")) {
            return false;
        }
        model.setWeights(null);
        return model.startOver(config);
    }

    private static boolean comesAfter(Action action) {
        return action instanceof Action.Select || action instanceof Action.Play;
    }

    private void act(Action action) {
        switch (action) {
            case Action.Train _ -> {} // by the epochs the step needs
            case Action.Select(int epoch) -> model.select(epoch);
            case Action.Live _ -> model.goLive();
            default -> stage.show(action);
        }
    }

    private boolean missing() {
        return step.epochs() > 0
                && !step.comparesMaps()
                && (model.openingProperty().get() || model.history().size() <= step.epochs());
    }

    private void check() {
        if (step == null || waits == Waits.MEASURING && !missing()) {
            return;
        }
        RunState state = model.stateProperty().get();
        if (model.openingProperty().get() || state == RunState.TRAINING) {
            tell(Waits.TRAINING);
        } else if (missing() || !step.comparesMaps() && !hasRun(step.config())) {
            // A run that has just been asked to train is ready for a moment.
            tell(state == RunState.READY || state == RunState.FINISHED ? Waits.TRAINING : Waits.HELD);
        } else {
            measure();
        }
    }

    private void measure() {
        if (!after) {
            after = true;
            step.actions().stream().filter(Doing::comesAfter).forEach(this::act);
        }
        Run run = model.runProperty().get();
        if (run == null) {
            return;
        }
        tell(Waits.MEASURING);
        RunValues values = new RunValues(run, model.trainedRuns());
        Step of = step;
        measuring.request(wanted -> values.of(of.values(), wanted), found -> {
            if (found == null) {
                // One of several runs is there, or none of them was wanted after all.
                boolean coming =
                        model.openingProperty().get() || model.stateProperty().get() == RunState.TRAINING;
                tell(coming ? Waits.TRAINING : Waits.HELD);
            } else {
                stop();
                done.accept(found);
            }
        });
    }

    private void tell(Waits now) {
        if (waits != now) {
            waits = now;
            changed.run();
        }
    }
}
