package latentlab.engine.layer;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.convolution.ConvolutionShape;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** Which layers a configuration asks for: the one place that knows every kind of model and of layer. */
public final class ModelLayers {
    private final TrainingConfig config;
    private final List<HiddenLayer> hidden;
    private final boolean lends;
    /** What goes into the next layer of the encoder: numbers, and as long as it has pixels, their shape. */
    private int numbers;

    private ImageShape pixels;
    private final List<Layer> encoder = new ArrayList<>();

    private ModelLayers(TrainingConfig config, ImageShape image) {
        this.config = config;
        hidden = config.hidden();
        lends = config.kind() == ModelKind.TIED;
        pixels = image;
        numbers = image.size();
    }

    /**
     * Inputs, hidden layers, code, the hidden layers mirrored, inputs.
     *
     * @param image what an image measures
     * @return the layers in the order in which an image goes through them; the code comes out of the one after the
     *     hidden layers
     * @throws IllegalArgumentException if they do not {@link #fits}
     */
    public static List<Layer> of(TrainingConfig config, ImageShape image) {
        ModelLayers model = new ModelLayers(config, image);
        Sentence refusal = model.encode();
        if (refusal != null) {
            throw new IllegalArgumentException(refusal.toString());
        }
        return model.withDecoder();
    }

    /** @throws Problem naming the sizes if a convolution or pooling is larger than what goes into it */
    public static void check(TrainingConfig config, ImageShape image) throws Problem {
        Sentence refusal = new ModelLayers(config, image).encode();
        if (refusal != null) {
            throw new Problem(refusal);
        }
    }

    /** Whether images of a shape can go through the layers, see {@link #check}. */
    public static boolean fits(TrainingConfig config, ImageShape image) {
        return new ModelLayers(config, image).encode() == null;
    }

    /** @return why there is no such model, or null */
    private Sentence encode() {
        for (HiddenLayer layer : hidden) {
            Sentence refusal =
                    switch (layer) {
                        case HiddenLayer.Dense(int units) -> dense(units, Setting.ENCODER);
                        case HiddenLayer.Convolution convolution -> convolve(convolution);
                        case HiddenLayer.Pooling pooling -> pool(pooling);
                    };
            if (refusal != null) {
                return refusal;
            }
        }
        return config.kind() == ModelKind.VARIATIONAL ? sample(config.latent()) : dense(config.latent(), Setting.CODE);
    }

    private String name() {
        return name("encoder", encoder.size());
    }

    private String name(String side, int layer) {
        return hidden.isEmpty() ? side : side + "." + layer;
    }

    private Sentence dense(int units, Setting<Activation> activation) {
        encoder.add(new Dense(name(), numbers, units, config.get(activation), lends, channels(), 1));
        numbers = units;
        pixels = null;
        return null;
    }

    private Sentence sample(int units) {
        encoder.add(new GaussianCode(name(), numbers, units, channels()));
        return null;
    }

    /** That lie together in what goes into the next layer. */
    private int channels() {
        return encoder.isEmpty() ? 1 : encoder.getLast().outputChannels();
    }

    private Sentence convolve(HiddenLayer.Convolution layer) {
        ConvolutionShape shape = new ConvolutionShape(
                pixels.channels(),
                pixels.height(),
                pixels.width(),
                layer.channels(),
                layer.kernel(),
                layer.stride(),
                layer.padding(),
                encoder.isEmpty());
        if (shape.outHeight() < 1 || shape.outWidth() < 1) {
            return Sentence.of(
                    "engine.shape.convolution",
                    layer.text(),
                    layer.kernel(),
                    pixels.height() + 2 * layer.padding(),
                    pixels.width() + 2 * layer.padding());
        }
        encoder.add(new Conv2d(name(), shape, config.get(Setting.ENCODER)));
        pixels = new ImageShape(layer.channels(), shape.outHeight(), shape.outWidth());
        numbers = pixels.size();
        return null;
    }

    private Sentence pool(HiddenLayer.Pooling layer) {
        int size = layer.size();
        if (pixels.height() < size || pixels.width() < size) {
            return Sentence.of("engine.shape.pooling", layer.text(), size, pixels.height(), pixels.width());
        }
        encoder.add(new MaxPool2d(name(), pixels.channels(), pixels.height(), pixels.width(), size));
        pixels = new ImageShape(pixels.channels(), pixels.height() / size, pixels.width() / size);
        numbers = pixels.size();
        return null;
    }

    private List<Layer> withDecoder() {
        List<Layer> layers = new ArrayList<>(encoder);
        int depth = encoder.size();
        for (int i = 0; i < depth; i++) {
            Activation activation = config.get(i == depth - 1 ? Setting.OUTPUT : Setting.DECODER);
            layers.add(mirror(encoder.get(depth - 1 - i), name("decoder", i), activation));
        }
        return List.copyOf(layers);
    }

    private static Layer mirror(Layer layer, String name, Activation activation) {
        return switch (layer) {
            case Dense dense when dense.lends() -> new TiedDense(name, dense, activation);
            case Dense dense ->
                new Dense(name, dense.outputs(), dense.inputs(), activation, false, 1, dense.inputChannels());
            case GaussianCode code ->
                new Dense(name, code.outputs(), code.inputs(), activation, false, 1, code.inputChannels());
            case Conv2d convolution -> new ConvTranspose2d(name, convolution.shape(), activation);
            case MaxPool2d pooling -> new Upsample(name, pooling);
            default -> throw new IllegalArgumentException("no encoder has a " + layer.module());
        };
    }
}
