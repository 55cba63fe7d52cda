package latentlab.run;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import latentlab.data.DataIdentity;
import latentlab.data.Dataset;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.RunSize;
import latentlab.engine.training.Trainer;
import latentlab.natives.NativeLibraries;
import latentlab.run.store.EpochStores;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** Makes what a requested run is trained with. For one thread. */
final class RunMaker {
    private final EpochStores stores;
    /** The data looked at last, and what they are. */
    private Dataset identified;

    private DataIdentity identity;

    /**
     * A run that has been asked for.
     *
     * @param id of the run it will be
     * @param saved what it goes on from; null for a new run
     * @param weights what a new run begins with; null to draw them
     */
    record Request(String id, Dataset dataset, TrainingConfig config, SavedRun saved, StartWeights weights) {
        /** With a new id. */
        Request(Dataset dataset, TrainingConfig config, StartWeights weights) {
            this(UUID.randomUUID().toString(), dataset, config, null, weights);
        }

        private StartWeights.From from() {
            return weights == null ? null : weights.from();
        }

        /** Lets go of what it would have gone on from, since there will be no run. */
        void drop() {
            if (saved != null) {
                saved.close();
            }
        }

        /** What the user wants of it to begin with. */
        TrainingControl control() {
            return new TrainingControl(id, saved == null ? 0 : saved.history().size() - 1, config.epochs(), rate());
        }

        /** The learning rate that it begins or goes on with. */
        double rate() {
            List<RateChange> changes = saved == null ? List.of() : saved.rateChanges();
            return changes.isEmpty() ? config.learningRate() : changes.getLast().after();
        }
    }

    RunMaker(EpochStores stores) {
        this.stores = stores;
    }

    /**
     * Sees to all that a run needs besides itself.
     *
     * @return what users should know about its room; null if nobody wants the run any more
     * @throws Problem if there is no room, or the native libraries cannot be loaded
     */
    List<Sentence> prepared(Request request, RunSize size, TrainingControl control) throws Problem {
        try {
            stores.check(size);
            NativeLibraries.load((_, _) -> control.dropIfOver());
            return stores.remarks(size);
        } catch (CancellationException _) {
            request.drop();
            return null;
        } catch (Problem | RuntimeException | Error e) {
            request.drop();
            throw e;
        }
    }

    /** @throws Problem if what was kept of a run cannot be read, or is of another model */
    static Trainer trainer(Request request) throws Problem {
        TrainingConfig config = request.config();
        Dataset dataset = request.dataset();
        if (request.saved() == null) {
            StartWeights weights = request.weights();
            return weights == null ? new Trainer(config, dataset) : Trainer.with(weights.parameters(), config, dataset);
        }
        try {
            Autoencoder model = Autoencoder.of(config, dataset.shape());
            Trainer trainer = Trainer.resume(config, dataset, request.saved().state(model));
            if (trainer.outOfPatience()) {
                // As after an end in this process.
                trainer.bePatient();
            }
            return trainer;
        } catch (Problem | RuntimeException | Error e) {
            request.drop();
            throw e;
        }
    }

    /**
     * @throws IOException if there is no room for the epochs
     * @throws Problem if what was kept of a run cannot be read
     */
    Run run(Request request, Trainer trainer) throws IOException, Problem {
        RunStart before = request.saved() == null ? null : request.saved().start();
        RunStart start = new RunStart(
                request.id(),
                request.config().texts(),
                identity(request.dataset()),
                trainer.arithmetic(),
                before == null ? null : before.from(),
                before == null ? System.currentTimeMillis() : before.begun(),
                before == null ? request.from() : before.weights());
        return Run.of(start, request.config(), request.dataset(), trainer.model(), stores, request.saved());
    }

    /** Looks at every pixel once, not for each of many runs with the same data. */
    private DataIdentity identity(Dataset dataset) {
        if (dataset != identified) {
            identity = dataset.identity();
            identified = dataset;
        }
        return identity;
    }

    /**
     * Keeps and tells the first epoch of a new run; of one that goes on all that happened, as it was told then.
     *
     * @param saved of a run that goes on; else null
     * @param tell tells an event; false once nobody wants to hear of the run any more, which ends it
     * @return whether it has been told that the run is open
     */
    static boolean begin(SavedRun saved, Trainer trainer, Run run, RunKeeper keeper, Predicate<RunEvent> tell)
            throws IOException, Problem {
        if (saved == null) {
            EpochResult initial = trainer.initial();
            float[] parameters = trainer.parameters();
            keeper.keep(run, initial, parameters, trainer::state);
            run.epochs().append(parameters, initial.validLoss());
            return tell.test(new RunEvent.Opened(run.start(), initial));
        }
        boolean opened = false;
        List<RateChange> changes = saved.rateChanges();
        int next = 0;
        for (EpochResult result : saved.history()) {
            for (; next < changes.size() && changes.get(next).epoch() <= result.epoch(); next++) {
                tell.test(new RunEvent.RateChanged(run.id(), changes.get(next)));
            }
            boolean first = result.epoch() == 0;
            boolean heard = tell.test(
                    first ? new RunEvent.Opened(run.start(), result) : new RunEvent.EpochDone(run.id(), result));
            opened |= first && heard;
            if (!heard) {
                break;
            }
        }
        // A branch may begin with another rate, which its next epoch is the first to have.
        for (; opened && next < changes.size(); next++) {
            tell.test(new RunEvent.RateChanged(run.id(), changes.get(next)));
        }
        return opened;
    }
}
