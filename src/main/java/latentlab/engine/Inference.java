package latentlab.engine;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import latentlab.data.ImageSet;

/**
 * Runs a model forward with the parameters of any epoch: whatever a view shows of an epoch comes from here. Independent of the
 * training thread; one call at a time (the methods lock).
 */
public final class Inference implements AutoCloseable {
    private static final int CHUNK = 500;

    private final Autoencoder model;
    private final Kernels kernels = Kernels.fastest();
    private final TrainingStep step;
    /** Room for the two batch sizes a call needs; kept, since the next call is likely of the same length. */
    private Batch whole;

    private Batch rest;
    private boolean closed;

    public Inference(Autoencoder model) {
        this.model = model;
        step = new TrainingStep(model, kernels, new float[model.parameterCount()]);
    }

    public Autoencoder model() {
        return model;
    }

    /**
     * @param parameters of an epoch, see {@link Autoencoder#arrays()}
     * @return latent code of every image, shape [count, latent], each 0 to 1
     */
    public float[] latent(float[] parameters, ImageSet images) {
        return latent(parameters, images, IntStream.range(0, images.count()).toArray());
    }

    /** @return latent code of the images named by index, shape [which.length, latent], each 0 to 1 */
    public synchronized float[] latent(float[] parameters, ImageSet images, int[] which) {
        float[] codes = new float[which.length * model.latent()];
        forward(parameters, images, which, step::encode, (batch, from) -> {
            int length = batch.count() * model.latent();
            MemorySegment.copy(batch.latent.segment(), JAVA_FLOAT, 0, codes, from * model.latent(), length);
        });
        return codes;
    }

    /** @return reconstruction and error of the images named by index, in that order */
    public synchronized Reconstructions reconstruct(float[] parameters, ImageSet images, int[] which) {
        int size = model.inputs();
        byte[] pixels = new byte[which.length * size];
        double[] errors = new double[which.length];
        forward(parameters, images, which, step::evaluate, (batch, from) -> {
            for (int i = 0; i < batch.count(); i++) {
                double sum = 0;
                for (int p = 0; p < size; p++) {
                    float y = batch.output.segment().getAtIndex(JAVA_FLOAT, (long) i * size + p);
                    float error = y - batch.images.segment().getAtIndex(JAVA_FLOAT, (long) i * size + p);
                    sum += error * error;
                    pixels[(from + i) * size + p] = (byte) Math.round(255 * y);
                }
                errors[from + i] = sum / size;
            }
        });
        return new Reconstructions(size, pixels, errors);
    }

    private void forward(
            float[] parameters, ImageSet images, int[] which, Consumer<Batch> pass, ObjIntConsumer<Batch> use) {
        if (closed) {
            throw new IllegalStateException("the run is closed");
        }
        step.parameters.all.set(parameters);
        for (int from = 0; from < which.length; ) {
            Batch batch = room(Math.min(CHUNK, which.length - from));
            batch.fill(images, which, from, kernels);
            pass.accept(batch);
            use.accept(batch, from);
            from += batch.count();
        }
    }

    private Batch room(int count) {
        if (count == CHUNK) {
            whole = whole == null ? new Batch(model, CHUNK) : whole;
            return whole;
        }
        if (rest == null || rest.count() != count) {
            if (rest != null) {
                rest.close();
            }
            rest = new Batch(model, count);
        }
        return rest;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        step.close();
        for (Batch batch : Arrays.asList(whole, rest)) {
            if (batch != null) {
                batch.close();
            }
        }
    }
}
