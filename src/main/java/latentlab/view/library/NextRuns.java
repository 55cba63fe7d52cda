package latentlab.view.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.library.Entry;
import latentlab.library.RunSummary;
import latentlab.run.Run;
import latentlab.run.file.RunFile;
import latentlab.run.file.SameStart;
import latentlab.session.TrainingModel;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.view.LongTasks;
import latentlab.view.Notices;
import latentlab.view.ViewContext;

/** Takes for the next run what a saved one was made of. */
public final class NextRuns {
    /** Sentences that are told together at most. */
    private static final int MOST = 3;

    private final TrainingModel model;
    private final LongTasks tasks;
    private final Notices notices;
    private final Consumer<DataRequest> load;
    private final Runnable leave;

    /**
     * @param load loads data for the next run
     * @param leave shows the run on screen in the place of the library
     */
    public NextRuns(ViewContext context, Consumer<DataRequest> load, Runnable leave) {
        model = context.model();
        tasks = context.tasks();
        notices = context.notices();
        this.load = load;
        this.leave = leave;
    }

    /** Takes the settings and the data. */
    public void useSettings(RunSummary run) {
        take(run.data(), run.config());
    }

    /**
     * Takes the seed and the data, and says how much of the beginning will be the same.
     *
     * @param title what the run is called
     */
    public void startLike(Entry entry, Sentence title) {
        begin(title, entry.run().data(), next -> {
            try (RunFile file = RunFile.open(entry.file())) {
                return SameStart.of(file, next);
            }
        });
    }

    /** The same with the run on screen, whether it is in a file or not. */
    public void startLikeShown() {
        Run run = model.runProperty().get();
        begin(Sentence.of("view.library.start.shown"), run.dataset().request(), next -> SameStart.of(run, next));
    }

    /** How much of the beginning of a run that of one with other settings will share. */
    private interface Beginning {
        SameStart with(TrainingConfig next) throws Problem;
    }

    /** @param name of the other run */
    private void begin(Object name, DataRequest data, Beginning beginning) {
        TrainingConfig next = model.settingsProperty().get();
        tasks.start(Sentence.of("view.library.start.comparing", name), _ -> beginning.with(next), start -> {
            take(data, model.settingsProperty().get().withSeed(start.config().seed()));
            List<Object> said = new ArrayList<>(start.said());
            said.addAll(Collections.nCopies(MOST - said.size(), ""));
            said.addFirst(name);
            Sentence told = new Sentence("view.library.started", said);
            notices.show(new Notices.Notice(Notices.Kind.DONE, told, null, null, null));
        });
    }

    private void take(DataRequest data, TrainingConfig config) {
        leave.run();
        model.setSettings(config);
        Dataset shown = model.datasetProperty().get();
        if (shown == null || !shown.request().equals(data)) {
            load.accept(data);
        }
    }
}
