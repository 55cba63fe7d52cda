package latentlab.engine.training;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Schedule;
import latentlab.text.Problem;

/**
 * All that training has come to, between two epochs or between two batches: with the same data, configuration and
 * {@link Arithmetic}, a trainer made from it goes on as the one it was taken from would have, bit for bit.
 *
 * <p>The order of shuffled images and the noise have no position to keep: both are functions of seed and epoch (see
 * {@link Noise#seed}), and are drawn anew for an epoch that is taken up in the middle.
 *
 * @param parameters shape [parameters], see {@link Autoencoder#arrays()}
 * @param first of the optimiser's two moments the velocity or mean gradient, as long; zeros where it has none
 * @param second the mean squared gradient, likewise
 * @param steps the optimiser has taken, 0 or more
 * @param epoch epochs that are complete, 0 or more
 * @param batch of the epoch under way, the one to be trained next, from 0; 0 between two epochs
 * @param sums of the parts of the loss over the batches of the epoch under way, as {@link TrainingStep} adds them up
 * @param seconds spent on these batches
 * @param learningRate last in force, before its schedule; the configuration's until the first batch
 * @param planned epochs of the run, by which a {@link Schedule} goes
 * @param patience how long the validation loss has not become better
 */
public record TrainerState(
        float[] parameters,
        float[] first,
        float[] second,
        long steps,
        int epoch,
        int batch,
        double[] sums,
        double seconds,
        double learningRate,
        int planned,
        PatienceState patience) {
    /**
     * What early stopping and the plateau schedule know of the epochs so far.
     *
     * @param best least validation loss; infinite before the first epoch
     * @param sinceBest epochs since then, or since patience was taken up anew
     * @param plateau validation loss the next one is compared with for a plateau; infinite before the first epoch
     * @param sincePlateau epochs that were no better than it
     * @param plateaus so far
     */
    public record PatienceState(double best, int sinceBest, double plateau, int sincePlateau, int plateaus) {}

    /** @throws IllegalArgumentException if arrays differ in length or a count is negative */
    public TrainerState {
        if (first.length != parameters.length || second.length != parameters.length || sums.length < 1) {
            throw new IllegalArgumentException(
                    parameters.length + ", " + first.length + ", " + second.length + ", " + sums.length + " numbers");
        }
        if (steps < 0 || epoch < 0 || batch < 0 || planned < 0) {
            throw new IllegalArgumentException(steps + ", " + epoch + ", " + batch + ", " + planned);
        }
    }

    /** With other parameters, as many. */
    public TrainerState withParameters(float[] others) {
        return new TrainerState(
                others, first, second, steps, epoch, batch, sums, seconds, learningRate, planned, patience);
    }

    /**
     * Writes it in a form that other processes and machines can read, see {@link TrainerStateFormat}.
     *
     * @param out left open, behind the last byte
     */
    public void write(WritableByteChannel out) throws IOException {
        TrainerStateFormat.write(this, out);
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @param in left open, behind the last byte; may hold more
     * @param model it is of, by which the memory for its arrays is taken: a damaged file may claim any length
     * @throws Problem if this is no such state, of another version or another model, incomplete or damaged
     */
    public static TrainerState read(ReadableByteChannel in, Autoencoder model) throws IOException, Problem {
        return TrainerStateFormat.read(in, model.parameterCount());
    }
}
