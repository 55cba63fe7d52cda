package latentlab.view.latent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import latentlab.engine.settings.TrainingConfig;
import latentlab.map.MapSubject;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;

/**
 * The notebook's comparison: the pixels, a latent space of two units and one of twenty. Trains those of the two runs that this
 * sitting has not seen yet, one after the other, with the notebook's settings and the kind of model chosen.
 */
final class NotebookMaps {
    private static final List<Integer> LATENTS = List.of(2, 20);

    private final TrainingModel model;
    private final BooleanSupplier mayDropRun;
    private final Consumer<List<MapSubject>> show;
    /** The latent dimension being trained; 0 while nothing is. */
    private final ReadOnlyIntegerWrapper training = new ReadOnlyIntegerWrapper();

    private final Map<Integer, Run> runs = new TreeMap<>();
    /** What has been asked for. */
    private TrainingConfig waitingFor;

    /**
     * @param mayDropRun asked before a run with trained epochs gives way to another
     * @param show receives what the three maps are of, once it is there
     */
    NotebookMaps(TrainingModel model, BooleanSupplier mayDropRun, Consumer<List<MapSubject>> show) {
        this.model = model;
        this.mayDropRun = mayDropRun;
        this.show = show;
        model.stateProperty().subscribe(this::goOn);
    }

    /** The latent dimension being trained for the maps; 0 while nothing is. */
    ReadOnlyIntegerProperty trainingProperty() {
        return training.getReadOnlyProperty();
    }

    /** Starts, unless it is under way or there are no data. */
    void start() {
        if (waitingFor != null || model.datasetProperty().get() == null) {
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
        boolean loses = runs.size() < LATENTS.size() && model.history().size() > 1;
        if (!loses || mayDropRun.getAsBoolean()) {
            next();
        }
    }

    private TrainingConfig config(int latent) {
        return TrainingConfig.DEFAULT
                .withKind(model.settingsProperty().get().kind())
                .withLatent(latent);
    }

    private void next() {
        for (int latent : LATENTS) {
            if (!runs.containsKey(latent)) {
                waitingFor = config(latent);
                training.set(latent);
                if (model.startOver(waitingFor)) {
                    model.train();
                } else {
                    end();
                }
                return;
            }
        }
        end();
        Run current = model.runProperty().get();
        List<MapSubject> subjects = new ArrayList<>();
        subjects.add(MapSubject.PIXELS);
        runs.values().forEach(run -> subjects.add(run == current ? MapSubject.CODES : MapSubject.of(run)));
        show.accept(subjects);
    }

    private void end() {
        waitingFor = null;
        training.set(0);
    }

    private void goOn(RunState state) {
        Run run = model.runProperty().get();
        if (waitingFor == null || model.openingProperty().get()) {
            return;
        }
        if (run.config() != waitingFor) {
            end(); // people have started another
            return;
        }
        switch (state) {
            case FINISHED -> {
                runs.put(run.model().latent(), run);
                next();
            }
            case STOPPED, DIVERGED, FAILED -> end();
            case READY, TRAINING, PAUSED -> {}
        }
    }
}
