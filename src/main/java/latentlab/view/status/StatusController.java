package latentlab.view.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.StringBinding;
import javafx.collections.ListChangeListener;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.training.EpochResult;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;
import latentlab.text.Sentence;
import latentlab.view.Choices;
import latentlab.view.LongTasks;
import latentlab.view.LongTasks.LongTask;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.words.NextRunWords;

/** Shows the status of training: state, epoch, latest validation loss, speed and time left. */
final class StatusController {
    /** Changes of the next run that are named; where there are more, the others are counted. */
    private static final int CHANGES = 2;

    private final StatusView view;
    private final TrainingModel model;
    private final Texts texts;
    private final LongTasks tasks;
    /** What a new run would change. */
    private final StringBinding next;

    private LongTask shownTask;

    StatusController(StatusView view, ViewContext context) {
        this.view = view;
        tasks = context.tasks();
        model = context.model();
        texts = context.texts();
        next = NextRunWords.bind(model, texts, "view.status.next", CHANGES);
        InvalidationListener refresh = _ -> refresh();
        model.stateProperty().addListener(refresh);
        model.openingProperty().addListener(refresh);
        model.datasetProperty().addListener(refresh);
        model.runProperty().addListener(refresh);
        model.epochProgressProperty().addListener(refresh);
        model.plannedEpochsProperty().addListener(refresh);
        model.history().addListener(refresh);
        texts.messagesProperty().addListener(refresh);
        next.addListener(refresh);
        tasks.running().addListener((ListChangeListener<LongTask>) _ -> showTask());
        texts.messagesProperty().subscribe(this::showTaskText);
        view.cancel.setOnAction(_ -> shownTask.cancel());
        showTask();
        refresh();
    }

    private void refresh() {
        RunState state = model.stateProperty().get();
        List<String> parts = new ArrayList<>();
        int done = Math.max(0, model.history().size() - 1);
        int planned = model.plannedEpochsProperty().get();
        boolean active = state == RunState.TRAINING || state == RunState.PAUSED;
        String name = texts.get("view.status.state." + word(state));
        double progress =
                planned == 0 ? 0 : (done + model.epochProgressProperty().get()) / planned;
        parts.add(active ? texts.get("view.status.progress", name, progress) : name);
        if (model.runProperty().get() != null) {
            parts.add(texts.get("view.status.epoch", done, planned));
            parts.add(texts.get("view.status.valid", model.history().isEmpty() ? Double.NaN : newest().validLoss()));
        }
        // Not while paused: there is no speed, and it is unknown when training will resume.
        if (done > 0 && state != RunState.PAUSED) {
            Pace pace = Pace.of(model.history());
            parts.add(texts.get(pace.speed()));
            if (state == RunState.TRAINING) {
                parts.add(texts.get(pace.left(planned - done)));
            }
        }
        Run run = model.runProperty().get();
        if (run != null) {
            parts.add(model(run.model()));
        }
        if (next.get().isEmpty()) {
            parts.add(texts.get("view.status.device"));
        } else {
            // Last, where it goes first in a narrow window: the settings say it too.
            parts.add(next.get());
        }
        view.say(parts);
    }

    /** The state in words; READY is shown only for a run that can be trained. */
    private String word(RunState state) {
        if (state == RunState.READY && model.openingProperty().get()) {
            return "preparing";
        }
        if (state == RunState.READY && model.datasetProperty().get() == null) {
            return "waiting";
        }
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** The run's model, which may differ from the settings shown. */
    private String model(Autoencoder model) {
        String sizes = model.units().stream().map(String::valueOf).collect(Collectors.joining("-"));
        return texts.get("view.status.model", sizes, Choices.word(texts, model.kind()));
    }

    private EpochResult newest() {
        return model.history().getLast();
    }

    private void showTask() {
        LongTask task = tasks.running().isEmpty() ? null : tasks.running().getFirst();
        view.task.setVisible(task != null);
        view.taskProgress.progressProperty().unbind();
        shownTask = task;
        if (task != null) {
            view.taskProgress.progressProperty().bind(task.fractionProperty());
            task.whatProperty().subscribe(this::showTaskText);
            // Now, since the task may not report anything else.
            showTaskText();
        }
    }

    private void showTaskText() {
        if (shownTask != null) {
            Sentence what = shownTask.whatProperty().get();
            view.taskText.setText(texts.get(what));
        }
    }
}
