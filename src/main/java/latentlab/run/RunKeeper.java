package latentlab.run;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.TrainerState;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** Keeps runs for longer than the program lasts. Called by the service that trains them, on its worker. */
public interface RunKeeper extends AutoCloseable {
    /** Keeps nothing. */
    RunKeeper NONE = new RunKeeper() {
        @Override
        public List<Sentence> keep(Run run, EpochResult result, float[] parameters, Supplier<TrainerState> state) {
            return List.of();
        }

        @Override
        public void close() {}
    };

    /**
     * Keeps an epoch of a run; of a new run the first with its first epoch. One that is kept already is passed over.
     *
     * @param parameters after it, not changed by anybody any more
     * @param state of the trainer after it, asked for at once or not at all
     * @return what users should know about it; empty for nothing
     * @throws Problem if this epoch or one before it cannot be kept: it may be tried again
     */
    List<Sentence> keep(Run run, EpochResult result, float[] parameters, Supplier<TrainerState> state) throws Problem;

    /**
     * Keeps what is found out about a run besides its training, as far as the run itself is kept. Called on any thread,
     * whenever there is more; does not wait.
     *
     * @param remark told, once, what users should know
     */
    default void keepFindings(Run run, Consumer<Sentence> remark) {}

    /** Ends when all is kept, or cannot be; what cannot be is logged. */
    @Override
    void close();
}
