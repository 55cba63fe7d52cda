package latentlab.run;

import java.util.function.Supplier;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.TrainerState;
import latentlab.text.Problem;

/** Keeps runs for longer than the program lasts. Called by the service that trains them, on its worker. */
public interface RunKeeper extends AutoCloseable {
    /** Keeps nothing. */
    RunKeeper NONE = new RunKeeper() {
        @Override
        public void keep(Run run, EpochResult result, float[] parameters, Supplier<TrainerState> state) {}

        @Override
        public void close() {}
    };

    /**
     * Keeps an epoch of a run; of a new run the first with its first epoch. One that is kept already is passed over.
     *
     * @param parameters after it, not changed by anybody any more
     * @param state of the trainer after it, asked for at once or not at all
     * @throws Problem if this epoch or one before it cannot be kept: it may be tried again
     */
    void keep(Run run, EpochResult result, float[] parameters, Supplier<TrainerState> state) throws Problem;

    /** Ends when all is kept, or cannot be; what cannot be is logged. */
    @Override
    void close();
}
