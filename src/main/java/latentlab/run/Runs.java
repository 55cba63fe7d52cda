package latentlab.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentlab.data.Dataset;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.natives.NativeLibraries;
import latentlab.text.Problem;

/** The runs that can be looked at, by id. Safe to use from any thread. */
public final class Runs implements AutoCloseable {
    private final Map<String, Run> runs = new LinkedHashMap<>();

    /** One of the same id, from the same file, makes room for it. */
    void add(Run run) {
        Run before;
        synchronized (this) {
            before = runs.put(run.id(), run);
        }
        if (before != null) {
            before.close();
        }
    }

    /**
     * Opens a run that was kept, to look at it alone: nothing is added to it, and it belongs to the caller.
     *
     * @param saved closed with the run, or at once if it cannot be opened
     * @param dataset that it was trained on
     * @throws Problem if it cannot be read, or the native libraries cannot be loaded
     */
    public static Run toLookAt(SavedRun saved, Dataset dataset) throws Problem {
        try {
            NativeLibraries.load((_, _) -> {});
            TrainingConfig config = TrainingConfig.ofTexts(saved.start().settings());
            Autoencoder model = Autoencoder.of(config, dataset.shape());
            Run run = new Run(
                    saved.start(), config, dataset, model, new SavedStore(saved), saved.planes(), saved.findings());
            List<EpochResult> history = saved.history();
            run.apply(new RunEvent.Opened(saved.start(), history.getFirst()));
            history.subList(1, history.size()).forEach(each -> run.apply(new RunEvent.EpochDone(run.id(), each)));
            saved.rateChanges().forEach(each -> run.apply(new RunEvent.RateChanged(run.id(), each)));
            return run;
        } catch (Problem | RuntimeException | Error e) {
            saved.close();
            throw e;
        }
    }

    /** @return the run; null if there is none with this id, or it has been closed */
    public synchronized Run get(String id) {
        return runs.get(id);
    }

    /** Closes a run and removes it; waits for a computation under way. Closing it again does nothing. */
    public void close(Run run) {
        synchronized (this) {
            runs.remove(run.id(), run);
        }
        run.close();
    }

    /** Closes all of them. */
    @Override
    public void close() {
        List<Run> all;
        synchronized (this) {
            all = List.copyOf(runs.values());
            runs.clear();
        }
        all.forEach(Run::close);
    }
}
