package latentlab.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import latentlab.data.ImageShape;
import latentlab.engine.layer.Layer;
import latentlab.engine.layer.LayerArray;
import latentlab.engine.layer.ModelLayers;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Initialiser;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Problem;

/**
 * The shape of a model: images in, layer after layer, images out; one of the layers has the code. Its parameters are
 * one flat array, so that an epoch is kept, read and exported as a single block; {@link #arrays()} tells what lies
 * where.
 *
 * @param kind what the layers were chosen as
 * @param shape of an image, on both sides
 * @param layers in the order in which an image goes through them
 * @param codeLayer index of the layer whose output is the code
 */
public record Autoencoder(ModelKind kind, ImageShape shape, List<Layer> layers, int codeLayer) {
    /**
     * One parameter array inside the flat array, in PyTorch's naming and row-major layout.
     *
     * @param name e.g. {@code encoder.weight}, or {@code encoder.0.weight} where there are several layers
     * @param shape e.g. [20, 784] of a weight, [20] of a bias, [16, 1, 3, 3] of a convolution's weight
     * @param offset of its first number in the flat array
     */
    public record ParameterArray(String name, List<Integer> shape, int offset) {
        private static ParameterArray of(LayerArray array, int offset) {
            Math.toIntExact(array.length());
            return new ParameterArray(array.name(), array.shape(), offset);
        }

        /** Output features of a weight, or the length of a bias. */
        public int rows() {
            return shape.getFirst();
        }

        /** Numbers of a weight for each of them, 1 for a bias. */
        public int columns() {
            return length() / rows();
        }

        public int length() {
            return shape.stream().reduce(1, (a, b) -> a * b);
        }

        public boolean bias() {
            return shape.size() == 1;
        }

        /** The shape, as NumPy and others take it. */
        public int[] sizes() {
            return shape.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** Parameters up to which four gradients of them are written and read in less time than four parts save. */
    private static final int SMALL = 1 << 15;

    public static final String ENCODER_WEIGHT = "encoder.weight";
    public static final String ENCODER_BIAS = "encoder.bias";
    public static final String DECODER_WEIGHT = "decoder.weight";
    public static final String DECODER_BIAS = "decoder.bias";

    public Autoencoder {
        layers = List.copyOf(layers);
    }

    /** The notebook's, of grey images: no hidden layers, sigmoid on both sides. */
    public Autoencoder(ModelKind kind, int height, int width, int latent) {
        this(
                kind,
                ImageShape.grey(height, width),
                ModelLayers.of(
                        TrainingConfig.DEFAULT.withKind(kind).withLatent(latent), ImageShape.grey(height, width)),
                0);
    }

    /**
     * What a configuration that somebody has chosen comes to for images of a shape.
     *
     * @throws Problem naming the sizes if a convolution or pooling is larger than what goes into it
     */
    public static Autoencoder checked(TrainingConfig config, ImageShape shape) throws Problem {
        ModelLayers.check(config, shape);
        return of(config, shape);
    }

    /**
     * What a configuration comes to for images of a shape.
     *
     * @throws IllegalArgumentException if such images do not fit into its layers, see {@link ModelLayers#fits}
     */
    public static Autoencoder of(TrainingConfig config, ImageShape shape) {
        return new Autoencoder(
                config.kind(),
                shape,
                ModelLayers.of(config, shape),
                config.hidden().size());
    }

    /** Rows of an image. */
    public int height() {
        return shape.height();
    }

    /** Columns of an image. */
    public int width() {
        return shape.width();
    }

    /** Features on the image side: channels x height x width. */
    public int inputs() {
        return shape.size();
    }

    /** Numbers of a code. */
    public int latent() {
        return layers.get(codeLayer).outputs();
    }

    /** Whether all its layers are dense: none is a convolution or pooling. */
    public boolean isDense() {
        return layers.stream().allMatch(Layer::isDense);
    }

    /** Activation of the reconstruction. */
    public Activation output() {
        return layers.getLast().activation();
    }

    /**
     * Parts of a batch that each come to a gradient of their own, which are added up: more than one where all layers
     * are narrow, or some are no matrix products. Of a larger model there are fewer, since the gradients have to be
     * written and read.
     */
    public int parts() {
        if (isDense() && !layers.stream().allMatch(Layer::isNarrow)) {
            return 1;
        }
        return totalCount() <= SMALL ? 4 : 2;
    }

    /** Numbers of an image from layer to layer: inputs, hidden, code, hidden, inputs. */
    public List<Integer> units() {
        List<Integer> units = new ArrayList<>();
        units.add(inputs());
        layers.forEach(layer -> units.add(layer.outputs()));
        return units;
    }

    /** The same before the code, without the inputs; none in the notebook's models. */
    public List<Integer> hidden() {
        return units().subList(1, codeLayer + 1);
    }

    /** The arrays the model really has, in the order of the layers, without those that a layer shares with another. */
    public List<ParameterArray> arrays() {
        List<ParameterArray> arrays = new ArrayList<>();
        int offset = 0;
        for (Layer layer : layers) {
            for (LayerArray array : layer.arrays()) {
                if (array.isOwn()) {
                    arrays.add(ParameterArray.of(array, offset));
                    offset = Math.addExact(offset, arrays.getLast().length());
                }
            }
        }
        return List.copyOf(arrays);
    }

    /** @throws java.util.NoSuchElementException if the model has no such array, as a tied one has no decoder weight */
    public ParameterArray array(String name) {
        return arrays().stream()
                .filter(array -> array.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Numbers in the flat parameter array.
     *
     * @throws ArithmeticException if there are more than an array can hold; see {@link #totalCount}
     */
    public int parameterCount() {
        return Math.toIntExact(totalCount());
    }

    /** Numbers of all arrays, also of a model too large to be trained. */
    public long totalCount() {
        return layers.stream().mapToLong(Layer::parameterCount).sum();
    }

    /** Numbers the model saves by sharing arrays between layers; 0 where it shares none. */
    public long sharedCount() {
        return layers.stream()
                .flatMap(layer -> layer.arrays().stream())
                .mapToLong(array -> array.length() - array.count())
                .sum();
    }

    /** Fresh parameters as PyTorch draws them, see {@link #initialParameters(long, Initialiser)}. */
    public float[] initialParameters(long seed) {
        return initialParameters(seed, Initialiser.PYTORCH);
    }

    /**
     * Fresh parameters, drawn layer by layer.
     *
     * @param seed same seed, same numbers, on every machine
     * @return flat array of {@link #parameterCount()} numbers
     */
    public float[] initialParameters(long seed, Initialiser initialiser) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] parameters = new float[parameterCount()];
        int offset = 0;
        for (Layer layer : layers) {
            layer.draw(random, initialiser, parameters, offset);
            offset += Math.toIntExact(layer.parameterCount());
        }
        return parameters;
    }
}
