package latentlab.engine.model;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import latentlab.data.ImageSet;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.layer.GaussianCode;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;

/**
 * Runs a model forward with the parameters of any epoch: whatever a view shows of an epoch comes from here. Independent
 * of the training thread; one call at a time (the methods lock).
 */
public final class Inference implements AutoCloseable {
    /**
     * As with validation; divides what is asked for most, 10,000 and 2,000 images, so that there is no room for a rest.
     */
    private static final int CHUNK = 125;
    /** Batch sizes memory is kept for. */
    private static final int ROOMS = 4;

    /** Of the noise on test images: none of the epochs training counts. */
    private static final long TEST = -2;

    private final Autoencoder model;
    private final Kernels kernels = Kernels.fastest();
    private final Network network;
    private final Loss loss;
    private final Noise noise;
    private final double noiseLevel;
    private final long noiseSeed;
    /**
     * Room for the batch sizes of the last calls, oldest first; kept, since the next call is likely of the same length.
     */
    private final LinkedHashMap<Map.Entry<Integer, Noise>, Batch> rooms = new LinkedHashMap<>();

    private boolean closed;

    /** @param config of the run, whose loss and noise reconstructions are made with */
    public Inference(Autoencoder model, TrainingConfig config) {
        this.model = model;
        network = new Network(model, kernels, new float[model.parameterCount()]);
        loss = config.get(Setting.LOSS);
        noise = config.get(Setting.NOISE);
        noiseLevel = config.get(Setting.NOISE_LEVEL);
        noiseSeed = Noise.seed(config.seed(), TEST);
    }

    public Autoencoder model() {
        return model;
    }

    /**
     * @param parameters of an epoch, see {@link Autoencoder#arrays()}
     * @return latent code of every image, without noise, shape [count, latent]
     */
    public float[] latent(float[] parameters, ImageSet images) {
        return latent(parameters, images, IntStream.range(0, images.count()).toArray());
    }

    /** @return latent code of the images named by index, without noise, shape [which.length, latent] */
    public float[] latent(float[] parameters, ImageSet images, int[] which) {
        return outputs(parameters, images, which, model.codeLayer());
    }

    /**
     * Of a variational model.
     *
     * @return mean and log-variance of the code of the images named by index, without noise, shape [which.length, 2
     *     latent]: the means of an image, then its log-variances
     */
    public synchronized float[] moments(float[] parameters, ImageSet images, int[] which) {
        int numbers = 2 * model.latent();
        float[] moments = new float[which.length * numbers];
        forward(parameters, images, which, Noise.NONE, network::encode, (batch, from) -> {
            MemorySegment both =
                    GaussianCode.moments(batch.kept.get(model.codeLayer())).segment();
            MemorySegment.copy(both, JAVA_FLOAT, 0, moments, from * numbers, batch.count() * numbers);
        });
        return moments;
    }

    /**
     * @param layer index among {@link Autoencoder#layers()}
     * @return what that layer's units make of the images named by index, without noise, shape [which.length, units];
     *     where they belong to pixels, all channels of a pixel together, [which.length, height, width, channels]
     */
    public synchronized float[] outputs(float[] parameters, ImageSet images, int[] which, int layer) {
        int units = model.layers().get(layer).outputs();
        float[] outputs = new float[which.length * units];
        Consumer<Batch> pass = batch -> network.forward(batch, layer);
        forward(parameters, images, which, Noise.NONE, pass, (batch, from) -> {
            MemorySegment segment = batch.outputs.get(layer).segment();
            MemorySegment.copy(segment, JAVA_FLOAT, 0, outputs, from * units, batch.count() * units);
        });
        return outputs;
    }

    /**
     * @return reconstruction and error of the images named by index, in that order; of a denoising model from noisy
     *     ones
     */
    public synchronized Reconstructions reconstruct(float[] parameters, ImageSet images, int[] which) {
        int size = model.inputs();
        byte[] pixels = new byte[which.length * size];
        byte[] noisy = noise == Noise.NONE ? null : new byte[which.length * size];
        double[] errors = new double[which.length];
        forward(parameters, images, which, noise, _ -> {}, (batch, from) -> {
            network.evaluateEach(batch, loss, errors, from);
            toBytes(batch.output(), pixels, from * size);
            if (noisy != null) {
                toBytes(batch.input, noisy, from * size);
            }
        });
        return new Reconstructions(size, pixels, noisy, errors);
    }

    /**
     * The numbers that {@link #reconstruct} rounds to bytes.
     *
     * @return intensities of the reconstructions of the images named by index, shape [which.length, inputs]: 0 to 1,
     *     but a linear output may lie outside
     */
    public synchronized float[] reconstructIntensities(float[] parameters, ImageSet images, int[] which) {
        int size = model.inputs();
        float[] intensities = new float[which.length * size];
        double[] errors = new double[which.length];
        forward(parameters, images, which, noise, _ -> {}, (batch, from) -> {
            // By the same way as the bytes: another one might round a last digit differently.
            network.evaluateEach(batch, loss, errors, from);
            copy(batch, intensities, from * size);
        });
        return intensities;
    }

    /**
     * @param codes shape [count, latent]
     * @return what the decoder makes of them, shape [count, inputs], bytes as in {@link Reconstructions#pixels}
     */
    public synchronized byte[] decode(float[] parameters, float[] codes) {
        int size = model.inputs();
        byte[] pixels = new byte[codes.length / model.latent() * size];
        decode(parameters, codes, (batch, from) -> toBytes(batch.output(), pixels, from * size));
        return pixels;
    }

    /**
     * The numbers that {@link #decode} rounds to bytes.
     *
     * @param codes shape [count, latent]
     * @return intensities of what the decoder makes of them, shape [count, inputs], as in
     *     {@link #reconstructIntensities}
     */
    public synchronized float[] decodeIntensities(float[] parameters, float[] codes) {
        int size = model.inputs();
        float[] intensities = new float[codes.length / model.latent() * size];
        decode(parameters, codes, (batch, from) -> copy(batch, intensities, from * size));
        return intensities;
    }

    private void decode(float[] parameters, float[] codes, ObjIntConsumer<Batch> use) {
        int latent = model.latent();
        int count = codes.length / latent;
        open(parameters);
        for (int from = 0; from < count; ) {
            Batch batch = room(Math.min(CHUNK, count - from), Noise.NONE);
            MemorySegment.copy(codes, from * latent, batch.latent().segment(), JAVA_FLOAT, 0, batch.count() * latent);
            network.decode(batch);
            use.accept(batch, from);
            from += batch.count();
        }
    }

    private static void copy(Batch batch, float[] intensities, int at) {
        Floats output = batch.output();
        MemorySegment.copy(output.segment(), JAVA_FLOAT, 0, intensities, at, output.length());
    }

    /** Ink 0 to 1 as bytes; a linear output may lie outside. */
    private static void toBytes(Floats ink, byte[] pixels, int at) {
        for (int i = 0; i < ink.length(); i++) {
            float value = ink.segment().getAtIndex(JAVA_FLOAT, i);
            pixels[at + i] = (byte) Math.clamp(Math.round(255 * value), 0, 255);
        }
    }

    private void forward(
            float[] parameters,
            ImageSet images,
            int[] which,
            Noise disturbance,
            Consumer<Batch> pass,
            ObjIntConsumer<Batch> use) {
        open(parameters);
        for (int from = 0; from < which.length; ) {
            Batch batch = room(Math.min(CHUNK, which.length - from), disturbance);
            batch.fill(images, which, from, kernels, noiseSeed);
            pass.accept(batch);
            use.accept(batch, from);
            from += batch.count();
        }
    }

    private void open(float[] parameters) {
        if (closed) {
            // Whoever closes it lets go of what is still being computed with it.
            throw new CancellationException("the run is closed");
        }
        network.parameters.set(parameters);
    }

    private Batch room(int count, Noise disturbance) {
        Map.Entry<Integer, Noise> size = Map.entry(count, disturbance);
        Batch room = rooms.get(size);
        if (room == null) {
            if (rooms.size() == ROOMS) {
                rooms.pollFirstEntry().getValue().close();
            }
            try (Floats.Taking taking = new Floats.Taking()) {
                room = new Batch(model, count, disturbance, noiseLevel);
                taking.keep();
            }
            rooms.put(size, room);
        }
        return room;
    }

    /** Gives most of the memory back, until there is something to compute again. */
    public synchronized void rest() {
        rooms.values().forEach(Batch::close);
        rooms.clear();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        network.close();
        rest();
    }
}
