package latentlab.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import latentlab.data.ImageShape;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Initialiser;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;

/**
 * The shape of a model: images in, hidden layers, k latent units, the same hidden layers mirrored, images out. Its parameters
 * are one flat array, so that an epoch is kept, read and exported as a single block; {@link #arrays()} tells what lies where.
 *
 * @param kind simple or weight-tied, which shares the weight of every encoder layer with its mirror image
 * @param shape of an image
 * @param hidden units of the encoder's hidden layers, from the image side on; none in the notebook's models
 * @param latent units of the latent layer
 * @param encoder activation of the encoder's hidden layers
 * @param code activation of the latent layer
 * @param decoder activation of the decoder's hidden layers
 * @param output activation of the reconstruction
 */
public record Autoencoder(
        ModelKind kind,
        ImageShape shape,
        List<Integer> hidden,
        int latent,
        Activation encoder,
        Activation code,
        Activation decoder,
        Activation output) {
    /**
     * One parameter array inside the flat array, in PyTorch's naming and row-major layout.
     *
     * @param name e.g. {@code encoder.weight}, or {@code encoder.0.weight} where there are several layers
     * @param rows output features of a weight, or the length of a bias
     * @param columns input features of a weight, 1 for a bias
     * @param offset of its first number in the flat array
     */
    public record ParameterArray(String name, int rows, int columns, int offset) {
        public int length() {
            return rows * columns;
        }

        public boolean bias() {
            return columns == 1 && name.endsWith(".bias");
        }
    }

    /**
     * One layer.
     *
     * @param name without "weight" or "bias", e.g. {@code decoder} or {@code decoder.1}
     * @param mirror index of the encoder layer whose weight it uses transposed, or -1
     */
    public record Layer(String name, int inputs, int outputs, Activation activation, int mirror) {
        public String weight() {
            return name + ".weight";
        }

        public String bias() {
            return name + ".bias";
        }
    }

    public static final String ENCODER_WEIGHT = "encoder.weight";
    public static final String ENCODER_BIAS = "encoder.bias";
    public static final String DECODER_WEIGHT = "decoder.weight";
    public static final String DECODER_BIAS = "decoder.bias";

    public Autoencoder {
        hidden = List.copyOf(hidden);
    }

    /** The notebook's for grey images: no hidden layers, sigmoid on both sides. */
    public Autoencoder(ModelKind kind, int height, int width, int latent) {
        this(
                kind,
                ImageShape.grey(height, width),
                List.of(),
                latent,
                Activation.SIGMOID,
                Activation.SIGMOID,
                Activation.SIGMOID,
                Activation.SIGMOID);
    }

    /** What a configuration comes to for images of a shape. */
    public static Autoencoder of(TrainingConfig config, ImageShape shape) {
        return new Autoencoder(
                config.kind(),
                shape,
                config.hidden(),
                config.latent(),
                config.get(Setting.ENCODER),
                config.get(Setting.CODE),
                config.get(Setting.DECODER),
                config.get(Setting.OUTPUT));
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

    /** Units from layer to layer: inputs, hidden, latent, hidden mirrored, inputs. */
    public List<Integer> units() {
        List<Integer> units = new ArrayList<>();
        units.add(inputs());
        units.addAll(hidden);
        units.add(latent);
        units.addAll(hidden.reversed());
        units.add(inputs());
        return units;
    }

    /** The layers in the order in which an image goes through them; the latent one is number {@link #codeLayer}. */
    public List<Layer> layers() {
        List<Integer> units = units();
        List<Layer> layers = new ArrayList<>();
        int depth = hidden.size() + 1;
        for (int i = 0; i < 2 * depth; i++) {
            boolean encoding = i < depth;
            String side = encoding ? "encoder" : "decoder";
            String name = depth == 1 ? side : side + "." + i % depth;
            Activation activation;
            if (encoding) {
                activation = i == depth - 1 ? code : encoder;
            } else {
                activation = i == 2 * depth - 1 ? output : decoder;
            }
            int mirror = !encoding && kind == ModelKind.TIED ? 2 * depth - 1 - i : -1;
            layers.add(new Layer(name, units.get(i), units.get(i + 1), activation, mirror));
        }
        return layers;
    }

    /** Index of the layer whose output is the code. */
    public int codeLayer() {
        return hidden.size();
    }

    /** The arrays the model really has: a weight and a bias a layer, without the weights a tied decoder shares. */
    public List<ParameterArray> arrays() {
        List<ParameterArray> arrays = new ArrayList<>();
        int offset = 0;
        for (Layer layer : layers()) {
            if (layer.mirror() < 0) {
                arrays.add(new ParameterArray(layer.weight(), layer.outputs(), layer.inputs(), offset));
                offset += layer.outputs() * layer.inputs();
            }
            arrays.add(new ParameterArray(layer.bias(), layer.outputs(), 1, offset));
            offset += layer.outputs();
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

    /** Numbers in the flat parameter array. */
    public int parameterCount() {
        ParameterArray last = arrays().getLast();
        return last.offset() + last.length();
    }

    /** Numbers a tied model saves by sharing its weights; 0 for a simple one. */
    public int sharedCount() {
        return layers().stream()
                .filter(layer -> layer.mirror() >= 0)
                .mapToInt(layer -> layer.inputs() * layer.outputs())
                .sum();
    }

    /** Fresh parameters as PyTorch draws them, see {@link #initialParameters(long, Initialiser)}. */
    public float[] initialParameters(long seed) {
        return initialParameters(seed, Initialiser.PYTORCH);
    }

    /**
     * Fresh parameters. The notebook's tied layer draws the shared weight anew with its own fan in, so that
     * {@link Initialiser#PYTORCH} has b = 1/sqrt(outputs) for a shared weight.
     *
     * @param seed same seed, same numbers, on every machine
     * @return flat array of {@link #parameterCount()} numbers
     */
    public float[] initialParameters(long seed, Initialiser initialiser) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] parameters = new float[parameterCount()];
        int offset = 0;
        for (Layer layer : layers()) {
            if (layer.mirror() < 0) {
                int fanIn = kind == ModelKind.TIED ? layer.outputs() : layer.inputs();
                initialiser.weights(random, parameters, offset, layer.outputs(), layer.inputs(), fanIn);
                offset += layer.outputs() * layer.inputs();
            }
            initialiser.biases(random, parameters, offset, layer.outputs(), layer.inputs());
            offset += layer.outputs();
        }
        return parameters;
    }
}
