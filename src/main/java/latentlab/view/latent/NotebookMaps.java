package latentlab.view.latent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import latentlab.engine.settings.TrainingConfig;
import latentlab.map.MapSubject;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;
import latentlab.view.ViewContext.MayDropRun;
import latentlab.view.words.NextRunWords;

/**
 * The notebook's comparison: the pixels, a latent space of two units and one of twenty. Trains those of the two runs
 * that this session does not have yet, with the notebook's settings and the chosen kind of model, and waits for them.
 */
final class NotebookMaps {
    private static final List<Integer> LATENTS = List.of(2, 20);

    private final TrainingModel model;
    private final MayDropRun mayDropRun;
    private final Consumer<List<MapSubject>> show;
    /** The latent dimension being trained; 0 if none is. */
    private final ReadOnlyIntegerWrapper training = new ReadOnlyIntegerWrapper();

    private final Map<Integer, Run> runs = new TreeMap<>();
    /** Latent dimensions of the requested runs that have not ended, by run id, in the order of the runs. */
    private final Map<String, Integer> waitingFor = new LinkedHashMap<>();

    /**
     * @param mayDropRun asks before a run with epochs that are in no file is replaced
     * @param show receives the subjects of the three maps once they are complete
     */
    NotebookMaps(TrainingModel model, MayDropRun mayDropRun, Consumer<List<MapSubject>> show) {
        this.model = model;
        this.mayDropRun = mayDropRun;
        this.show = show;
        model.stateProperty().subscribe(this::goOn);
        model.refusalProperty().subscribe(why -> {
            if (why != null) {
                end();
            }
        });
    }

    /** The latent dimension being trained for the maps; 0 if none is. */
    ReadOnlyIntegerProperty trainingProperty() {
        return training.getReadOnlyProperty();
    }

    /** Starts the comparison, unless it is under way or there are no data. */
    void start() {
        if (!waitingFor.isEmpty() || model.datasetProperty().get() == null) {
            return;
        }
        runs.clear();
        for (int latent : LATENTS) {
            TrainingConfig config = config(latent);
            model.trainedRuns().stream()
                    .filter(run -> run.dataset() == model.datasetProperty().get()
                            && run.config().equals(config)
                            && run.epochs().count() > config.epochs())
                    .findFirst()
                    .ifPresent(run -> runs.put(latent, run));
        }
        List<Integer> missing =
                LATENTS.stream().filter(latent -> !runs.containsKey(latent)).toList();
        if (missing.isEmpty()) {
            showAll();
        } else if (mayDropRun.asked(
                NextRunWords.train(model, missing.stream().map(this::config).toList()), "view.controls.train")) {
            train(missing);
        }
    }

    private void train(List<Integer> missing) {
        List<String> ids = model.trainAll(missing.stream().map(this::config).toList());
        for (int i = 0; i < ids.size(); i++) {
            waitingFor.put(ids.get(i), missing.get(i));
        }
        training.set(ids.isEmpty() ? 0 : missing.getFirst());
    }

    private TrainingConfig config(int latent) {
        return TrainingConfig.DEFAULT
                .withKind(model.settingsProperty().get().kind())
                .withLatent(latent);
    }

    private void showAll() {
        end();
        Run current = model.runProperty().get();
        List<MapSubject> subjects = new ArrayList<>();
        subjects.add(MapSubject.PIXELS);
        runs.values().forEach(run -> subjects.add(run == current ? MapSubject.CODES : MapSubject.of(run)));
        show.accept(subjects);
    }

    private void end() {
        waitingFor.clear();
        training.set(0);
    }

    private void goOn(RunState state) {
        if (waitingFor.isEmpty() || model.openingProperty().get()) {
            return;
        }
        Run run = model.runProperty().get();
        if (!waitingFor.containsKey(run.id())) {
            end(); // the user has started another
            return;
        }
        switch (state) {
            case FINISHED -> {
                waitingFor.remove(run.id());
                runs.put(run.model().latent(), run);
                if (waitingFor.isEmpty()) {
                    showAll();
                } else {
                    training.set(waitingFor.values().iterator().next());
                }
            }
            case STOPPED, DIVERGED, FAILED -> end();
            case READY, TRAINING, PAUSED -> {}
        }
    }
}
