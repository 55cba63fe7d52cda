package latentlab.export.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.convolution.ConvolutionShape;
import latentlab.engine.layer.Conv2d;
import latentlab.engine.layer.ConvTranspose2d;
import latentlab.engine.layer.GaussianCode;
import latentlab.engine.layer.Layer;
import latentlab.engine.layer.LayerArray;
import latentlab.engine.layer.MaxPool2d;
import latentlab.engine.layer.Upsample;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.ModelKind;
import latentlab.export.OutputFile;
import latentlab.text.AppVersion;
import latentlab.text.Problem;

/**
 * A model after an epoch as ONNX: from images, float32 in [n, channels, height, width] with intensities of 0 to 1, to
 * codes [n, latent] and reconstructions of the images' shape. Operators of set 13, which every runtime since 2021 has.
 * Numbers of fields are those of onnx.proto.
 */
public final class OnnxModel {
    private static final int OPERATORS = 13;
    /** Of the format, the first that goes with them. */
    private static final int FORMAT = 7;

    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    /** Types of an attribute. */
    private static final int REAL = 1;

    private static final int WHOLE = 2;

    private static final int WORD = 3;

    private static final int WHOLES = 7;

    private static final String IMAGES = "images";
    private static final String CODE = "code";
    private static final String LOG_VARIANCE = "log_variance";
    private static final String RECONSTRUCTION = "reconstruction";
    /** How many there are is left to whoever runs it. */
    private static final String ANY = "n";

    /** What of the model a file has. */
    public enum Part {
        /** Images to codes and reconstructions. */
        WHOLE,
        /** Images to codes. */
        ENCODER,
        /** Codes to reconstructions. */
        DECODER
    }

    private final Autoencoder model;
    private final float[] parameters;
    private final ProtobufMessage graph = new ProtobufMessage();
    private final Set<String> written = new HashSet<>();
    private int names;
    /** What the last node has put out, of an image: pixels, or if it is empty numbers of no place. */
    private Optional<ImageShape> now;

    private OnnxModel(EpochModel epoch) {
        model = epoch.model();
        parameters = epoch.parameters();
    }

    /** @throws Problem when the file cannot be written */
    public static void write(Path file, EpochModel epoch, Part part) throws Problem {
        OnnxModel onnx = new OnnxModel(epoch);
        onnx.part(part);
        ProtobufMessage whole = new ProtobufMessage()
                .whole(1, FORMAT)
                .text(2, "Latent Lab")
                .text(3, AppVersion.text())
                .message(7, onnx.graph.text(2, "autoencoder"))
                .message(8, new ProtobufMessage().text(1, "").whole(2, OPERATORS))
                .message(14, new ProtobufMessage().text(1, "latent_lab").text(2, epoch.origin()));
        OutputFile.write(file, whole::writeTo);
    }

    private void part(Part part) {
        ImageShape shape = model.shape();
        List<Layer> layers = model.layers();
        int code = model.codeLayer() + 1;
        String last = CODE;
        now = part == Part.DECODER ? Optional.empty() : Optional.of(shape);
        if (part == Part.DECODER) {
            input(CODE, model.latent());
        } else {
            input(IMAGES, shape.channels(), shape.height(), shape.width());
            last = layers(layers.subList(0, code), IMAGES, CODE);
            output(CODE, model.latent());
            if (model.kind() == ModelKind.VARIATIONAL) {
                output(LOG_VARIANCE, model.latent());
            }
        }
        if (part != Part.ENCODER) {
            boolean numbers = layers.getLast().outputMaps().isEmpty();
            last = layers(layers.subList(code, layers.size()), last, numbers ? name() : RECONSTRUCTION);
            if (numbers) {
                reshape(last, RECONSTRUCTION, "shape", shape);
            }
            output(RECONSTRUCTION, shape.channels(), shape.height(), shape.width());
        }
    }

    private String reshape(String input, String output, String name, ImageShape shape) {
        sizes(name, 0, shape.channels(), shape.height(), shape.width());
        return node("Reshape", output, List.of(input, name));
    }

    private String name() {
        names++;
        return "values_" + names;
    }

    /** @return {@code output} */
    private String layers(List<Layer> layers, String input, String output) {
        String last = input;
        for (int i = 0; i < layers.size(); i++) {
            last = layer(layers.get(i), last, i == layers.size() - 1 ? output : name());
        }
        return last;
    }

    private String layer(Layer layer, String input, String output) {
        String from = input;
        if (now.isPresent() && layer.inputMaps().isEmpty()) {
            from = node("Flatten", name(), List.of(input), whole("axis", 1));
        } else if (now.isEmpty() && layer.inputMaps().isPresent()) {
            from = reshape(
                    input, name(), layer.name() + ".shape", layer.inputMaps().get());
        }
        now = layer.outputMaps();
        boolean samples = layer instanceof GaussianCode;
        String sum = layer.activation() == Activation.LINEAR && !samples ? output : name();
        switch (layer) {
            case Conv2d convolution -> convolve("Conv", layer, convolution.shape(), from, sum);
            case ConvTranspose2d transposed ->
                convolve(
                        "ConvTranspose",
                        layer,
                        transposed.shape(),
                        from,
                        sum,
                        wholes("output_padding", transposed.outputPaddingDown(), transposed.outputPaddingAcross()));
            case MaxPool2d pooling -> {
                ProtobufMessage sizes = wholes("kernel_shape", pooling.size(), pooling.size());
                node("MaxPool", sum, List.of(from), sizes, wholes("strides", pooling.size(), pooling.size()));
            }
            case Upsample upsample -> enlarge(upsample, from, sum);
            default -> multiply(layer, from, sum);
        }
        if (samples) {
            // The code is the mean; whoever wants samples has the other half.
            node("Split", List.of(output, LOG_VARIANCE), List.of(sum), whole("axis", 1));
            return output;
        }
        return switch (layer.activation()) {
            case SIGMOID -> node("Sigmoid", output, List.of(sum));
            case RELU -> node("Relu", output, List.of(sum));
            case LEAKY_RELU -> node("LeakyRelu", output, List.of(sum), real("alpha", Activation.LEAK));
            case TANH -> node("Tanh", output, List.of(sum));
            case ELU -> node("Elu", output, List.of(sum), real("alpha", 1));
            case LINEAR -> sum;
        };
    }

    private void convolve(
            String operator,
            Layer layer,
            ConvolutionShape shape,
            String input,
            String output,
            ProtobufMessage... more) {
        parameter(model.array(layer.weight()));
        parameter(model.array(layer.bias()));
        List<ProtobufMessage> attributes = new ArrayList<>(List.of(
                wholes("kernel_shape", shape.kernel(), shape.kernel()),
                wholes("pads", shape.padding(), shape.padding(), shape.padding(), shape.padding()),
                wholes("strides", shape.stride(), shape.stride())));
        attributes.addAll(List.of(more));
        List<String> inputs = List.of(input, layer.weight(), layer.bias());
        node(operator, output, inputs, attributes.toArray(ProtobufMessage[]::new));
    }

    /** By factors, not by sizes, among which there would have to be the number of images. */
    private void enlarge(Upsample layer, String input, String output) {
        ImageShape from = layer.inputMaps().orElseThrow();
        ImageShape to = layer.outputMaps().orElseThrow();
        String factors = layer.name() + ".factors";
        float[] numbers = {1, 1, factor(from.height(), to.height()), factor(from.width(), to.width())};
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        tensor(factors, FLOAT, bytes.array(), numbers.length);
        node(
                "Resize",
                output,
                List.of(input, "", factors),
                word("coordinate_transformation_mode", "asymmetric"),
                word("mode", "nearest"),
                word("nearest_mode", "floor"));
    }

    /** The least that comes to the size, once it is rounded down. */
    private static float factor(int from, int to) {
        float factor = (float) to / from;
        return (int) (factor * from) < to ? Math.nextUp(factor) : factor;
    }

    private void multiply(Layer layer, String input, String output) {
        LayerArray weight = layer.arrays().stream()
                .filter(array -> array.name().equals(layer.weight()))
                .findFirst()
                .orElseThrow();
        // A weight that is another layer's is that transposed.
        String owner = weight.isOwn() ? weight.name() : weight.sharedWith();
        parameter(model.array(owner));
        parameter(model.array(layer.bias()));
        List<String> inputs = List.of(input, owner, layer.bias());
        node("Gemm", output, inputs, whole("transB", weight.isOwn() ? 1 : 0));
    }

    /** @return {@code output} */
    private String node(String operator, String output, List<String> inputs, ProtobufMessage... attributes) {
        node(operator, List.of(output), inputs, attributes);
        return output;
    }

    private void node(String operator, List<String> outputs, List<String> inputs, ProtobufMessage... attributes) {
        ProtobufMessage node = new ProtobufMessage();
        inputs.forEach(each -> node.text(1, each));
        outputs.forEach(each -> node.text(2, each));
        node.text(3, operator.toLowerCase(Locale.ROOT) + "_" + outputs.getFirst());
        node.text(4, operator);
        for (ProtobufMessage each : attributes) {
            node.message(5, each);
        }
        graph.message(1, node);
    }

    private static ProtobufMessage whole(String name, long value) {
        return new ProtobufMessage().text(1, name).whole(3, value).whole(20, WHOLE);
    }

    private static ProtobufMessage wholes(String name, int... values) {
        ProtobufMessage attribute = new ProtobufMessage().text(1, name);
        for (int each : values) {
            attribute.whole(8, each);
        }
        return attribute.whole(20, WHOLES);
    }

    private static ProtobufMessage word(String name, String value) {
        return new ProtobufMessage().text(1, name).text(4, value).whole(20, WORD);
    }

    private static ProtobufMessage real(String name, float value) {
        return new ProtobufMessage().text(1, name).real(2, value).whole(20, REAL);
    }

    /** Once, however many layers use it. */
    private void parameter(ParameterArray array) {
        if (written.add(array.name())) {
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * array.length()).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(parameters, array.offset(), array.length());
            tensor(array.name(), FLOAT, bytes.array(), array.sizes());
        }
    }

    private void sizes(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        tensor(name, INT64, bytes.array(), values.length);
    }

    private void tensor(String name, int type, byte[] numbers, int... shape) {
        ProtobufMessage tensor = new ProtobufMessage();
        for (int each : shape) {
            tensor.whole(1, each);
        }
        graph.message(5, tensor.whole(2, type).text(8, name).bytes(9, numbers));
    }

    private void input(String name, int... sizes) {
        graph.message(11, value(name, sizes));
    }

    private void output(String name, int... sizes) {
        graph.message(12, value(name, sizes));
    }

    /** @param sizes of one of any number of them */
    private static ProtobufMessage value(String name, int... sizes) {
        ProtobufMessage shape = new ProtobufMessage().message(1, new ProtobufMessage().text(2, ANY));
        for (int each : sizes) {
            shape.message(1, new ProtobufMessage().whole(1, each));
        }
        ProtobufMessage tensor = new ProtobufMessage().whole(1, FLOAT).message(2, shape);
        return new ProtobufMessage().text(1, name).message(2, new ProtobufMessage().message(1, tensor));
    }
}
