package latentlab.engine.model;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.ImageSet;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.layer.GaussianCode;
import latentlab.engine.layer.Layer;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;

/** Room for one batch of fixed size on its way through the model; every matrix has an image a column. */
public final class Batch {
    /** Images whose products share the processor's registers: parts have whole numbers of them. */
    private static final int TOGETHER = 4;
    /** Sets the noise of samples apart from that of pixels: no image has this number. */
    private static final long SAMPLES = -1;

    private final int count;
    /** x [inputs, count], ink 0 to 1: what the model is to give back. */
    public final Floats images;
    /** What the model sees: the images themselves, or with noise. */
    public final Floats input;
    /** What each layer makes of the one before, [units, count]; the last one becomes its delta in a backward pass. */
    public final List<Floats> outputs = new ArrayList<>();
    /** The delta of each layer but the last, [units, count]. */
    public final List<Floats> deltas = new ArrayList<>();

    /** What each layer keeps of the way forward: as many as {@link Layer#kept}, each [numbers, count]. */
    public final List<List<Floats>> kept = new ArrayList<>();

    private final int first;
    private final List<Batch> parts;
    private final Noise noise;
    private final double noiseLevel;
    private final Autoencoder model;
    /** What samples of the code are made with, [latent, count]; null where there are none. */
    private final Floats sampling;

    /** For a model that sees the images as they are. */
    public Batch(Autoencoder model, int count) {
        this(model, count, Noise.NONE, 0);
    }

    /** For a model that is trained as a configuration says: with its noise, and samples of a variational code. */
    public static Batch of(Autoencoder model, int count, TrainingConfig config) {
        return new Batch(
                model,
                count,
                config.get(Setting.NOISE),
                config.get(Setting.NOISE_LEVEL),
                config.kind() == ModelKind.VARIATIONAL,
                // A unit's free nats are a mean over all images of a batch.
                config.get(Setting.FREE_BITS) > 0 ? 1 : model.parts());
    }

    /** Without samples: a variational code is its mean. */
    public Batch(Autoencoder model, int count, Noise noise, double noiseLevel) {
        this(model, count, noise, noiseLevel, false, model.parts());
    }

    private Batch(Autoencoder model, int count, Noise noise, double noiseLevel, boolean samples, int most) {
        this.count = count;
        this.noise = noise;
        this.noiseLevel = noiseLevel;
        first = 0;
        this.model = model;
        images = Floats.matrix(model.inputs(), count);
        input = noise == Noise.NONE ? images : Floats.matrix(model.inputs(), count);
        List<Layer> layers = model.layers();
        for (Layer layer : layers) {
            outputs.add(Floats.matrix(layer.outputs(), count));
            kept.add(layer.kept().stream()
                    .map(numbers -> Floats.matrix(numbers, count))
                    .toList());
        }
        for (Layer layer : layers.subList(0, layers.size() - 1)) {
            deltas.add(Floats.matrix(layer.outputs(), count));
        }
        sampling = samples ? GaussianCode.noise(kept.get(model.codeLayer())) : null;
        parts = parts(most);
    }

    /** A part of another, in the same memory. */
    private Batch(Batch whole, int first, int count) {
        this.first = first;
        this.count = count;
        noise = whole.noise;
        noiseLevel = whole.noiseLevel;
        model = whole.model;
        images = whole.images.columns(first, count);
        input = whole.input == whole.images ? images : whole.input.columns(first, count);
        whole.outputs.forEach(output -> outputs.add(output.columns(first, count)));
        whole.deltas.forEach(delta -> deltas.add(delta.columns(first, count)));
        whole.kept.forEach(rooms ->
                kept.add(rooms.stream().map(room -> room.columns(first, count)).toList()));
        sampling = whole.sampling == null ? null : GaussianCode.noise(kept.get(model.codeLayer()));
        parts = List.of(this);
    }

    private List<Batch> parts(int most) {
        if (most == 1) {
            return List.of(this);
        }
        int size = (count + most * TOGETHER - 1) / (most * TOGETHER) * TOGETHER;
        List<Batch> parts = new ArrayList<>();
        for (int from = 0; from < count; from += size) {
            parts.add(new Batch(this, from, Math.min(size, count - from)));
        }
        return List.copyOf(parts);
    }

    /**
     * The images in parts that can go through the model at the same time: as many as {@link Autoencoder#parts} says, or
     * fewer of a small batch, whatever machine it is.
     */
    public List<Batch> parts() {
        return parts;
    }

    /** Which of the whole batch's images is the first of this part. */
    public int first() {
        return first;
    }

    public int count() {
        return count;
    }

    public Autoencoder model() {
        return model;
    }

    /** The codes, [latent, count]. */
    public Floats latent() {
        return outputs.get(model.codeLayer());
    }

    /** The reconstructions, or their delta after a backward pass: [inputs, count]. */
    public Floats output() {
        return outputs.getLast();
    }

    /** What goes into a layer. */
    public Floats inputOf(int layer) {
        return layer == 0 ? input : outputs.get(layer - 1);
    }

    /**
     * Takes the images from..from+count, in order.
     *
     * @param noiseSeed fixes the noise, with the image's index; see {@link Noise#seed}
     */
    public void fill(ImageSet set, int from, Kernels kernels, long noiseSeed) {
        kernels.unpack(set.pixels(), from * set.size(), images.segment(), 0, count * set.size());
        if (noise != Noise.NONE) {
            input.set(images);
            for (int i = 0; i < count; i++) {
                disturb(i, set.size(), from + i, noiseSeed);
            }
        }
        if (sampling != null) {
            for (int i = 0; i < count; i++) {
                sample(i, from + i, noiseSeed);
            }
        }
    }

    /** Takes the images whose indices are order[from], …; otherwise as {@link #fill(ImageSet, int, Kernels, long)}. */
    public void fill(ImageSet set, int[] order, int from, Kernels kernels, long noiseSeed) {
        int size = set.size();
        for (int i = 0; i < count; i++) {
            kernels.unpack(set.pixels(), order[from + i] * size, images.segment(), (long) i * size, size);
        }
        if (noise != Noise.NONE) {
            input.set(images);
            for (int i = 0; i < count; i++) {
                disturb(i, size, order[from + i], noiseSeed);
            }
        }
        if (sampling != null) {
            for (int i = 0; i < count; i++) {
                sample(i, order[from + i], noiseSeed);
            }
        }
    }

    private void disturb(int column, int size, int image, long noiseSeed) {
        noise.apply(input.segment(), (long) column * size, size, noiseLevel, Noise.seed(noiseSeed, image));
    }

    private void sample(int column, int image, long noiseSeed) {
        int units = sampling.length() / count;
        Noise.normal(
                sampling.segment(), (long) column * units, units, Noise.seed(Noise.seed(noiseSeed, SAMPLES), image));
    }

    public void close() {
        images.close();
        if (input != images) {
            input.close();
        }
        outputs.forEach(Floats::close);
        deltas.forEach(Floats::close);
        kept.forEach(rooms -> rooms.forEach(Floats::close));
    }
}
