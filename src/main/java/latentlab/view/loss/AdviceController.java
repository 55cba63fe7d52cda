package latentlab.view.loss;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.beans.InvalidationListener;
import latentlab.diagnosis.Advice;
import latentlab.engine.settings.Setting;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;
import latentlab.view.LatestOnly;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/** Says what to try next with the run on screen, once for each run and reason until it is dismissed. */
final class AdviceController {
    /** While the run trains, its processor is not taken more often than that for it. */
    private static final long REST = 500;

    /** What has been dismissed, or taken up. */
    private record Said(String run, Advice.Kind kind) {}

    private final AdviceLine line;
    private final TrainingModel model;
    private final Texts texts;
    private final LatestOnly computation;
    private final Set<Said> done = new HashSet<>();
    private volatile boolean training;
    private Advice shown;

    AdviceController(AdviceLine line, ViewContext context) {
        this.line = line;
        model = context.model();
        texts = context.texts();
        Executor rested = task -> CompletableFuture.delayedExecutor(
                        training ? REST : 0, TimeUnit.MILLISECONDS, context.background())
                .execute(task);
        computation = new LatestOnly(rested, context.userInterface(), context.background()::isShutdown);
        InvalidationListener more = _ -> ask();
        model.runProperty().subscribe(_ -> {
            show(Optional.empty());
            ask();
        });
        model.history().addListener(more);
        model.stateProperty().addListener(more);
        model.stateProperty().subscribe(_ -> show(Optional.ofNullable(shown)));
        texts.messagesProperty().subscribe(() -> show(Optional.ofNullable(shown)));
        line.action.setOnAction(_ -> {
            Advice taken = shown;
            dismiss();
            model.setSettings(taken.change().in(model.settingsProperty().get()));
        });
        line.dismiss.setOnAction(_ -> dismiss());
    }

    private void ask() {
        Run run = model.runProperty().get();
        training = model.stateProperty().get() == RunState.TRAINING;
        if (run == null || model.history().size() < 2) {
            computation.forget();
            show(Optional.empty());
            return;
        }
        computation.request(
                asking -> Advice.of(run, asking),
                advice -> show(advice.filter(each -> !done.contains(new Said(run.id(), each.kind())))));
    }

    /** Whether the run, as it is now, has not been judged yet. */
    boolean judging() {
        return computation.pending();
    }

    private void dismiss() {
        Run run = model.runProperty().get();
        if (run != null && shown != null) {
            done.add(new Said(run.id(), shown.kind()));
        }
        show(Optional.empty());
    }

    private void show(Optional<Advice> advice) {
        shown = advice.orElse(null);
        line.setVisible(shown != null);
        if (shown == null) {
            return;
        }
        boolean now = changesRun(shown.change(), model.stateProperty().get());
        String help = now ? "view.loss.advice.rate.help" : "view.loss.advice.action.help";
        line.sentence.setText(texts.get(shown.sentence()));
        line.action.setText(
                now
                        ? texts.get("view.loss.advice.rate", shown.change().value())
                        : texts.get(shown.change().label()));
        line.help.set(
                shown.more() == null || now
                        ? texts.get(help)
                        : texts.get("view.loss.advice.action.more", texts.get(shown.more())));
    }

    /** @return whether a change does not wait for a new run: the rate is a setting that one under way takes too */
    static boolean changesRun(Advice.Change<?> change, RunState state) {
        return change.setting() == Setting.RATE && (state == RunState.TRAINING || state == RunState.PAUSED);
    }
}
