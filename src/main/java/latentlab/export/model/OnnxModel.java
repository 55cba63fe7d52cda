package latentlab.export.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import latentlab.data.ImageShape;
import latentlab.engine.layer.GaussianCode;
import latentlab.engine.layer.Layer;
import latentlab.engine.layer.LayerArray;
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
        if (part == Part.DECODER) {
            input(CODE, model.latent());
        } else {
            input(IMAGES, shape.channels(), shape.height(), shape.width());
            last = node("Flatten", name(), List.of(IMAGES), whole("axis", 1));
            last = layers(layers.subList(0, code), last, CODE);
            output(CODE, model.latent());
            if (model.kind() == ModelKind.VARIATIONAL) {
                output(LOG_VARIANCE, model.latent());
            }
        }
        if (part != Part.ENCODER) {
            last = layers(layers.subList(code, layers.size()), last, name());
            sizes("shape", 0, shape.channels(), shape.height(), shape.width());
            node("Reshape", RECONSTRUCTION, List.of(last, "shape"));
            output(RECONSTRUCTION, shape.channels(), shape.height(), shape.width());
        }
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
        LayerArray weight = layer.arrays().stream()
                .filter(array -> array.name().equals(layer.weight()))
                .findFirst()
                .orElseThrow();
        // A weight that is another layer's is that transposed.
        String owner = weight.isOwn() ? weight.name() : weight.sharedWith();
        parameter(model.array(owner));
        parameter(model.array(layer.bias()));
        String sum = node(
                "Gemm",
                layer.activation() == Activation.LINEAR && !(layer instanceof GaussianCode) ? output : name(),
                List.of(input, owner, layer.bias()),
                whole("transB", weight.isOwn() ? 1 : 0));
        if (layer instanceof GaussianCode) {
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

    private static ProtobufMessage real(String name, float value) {
        return new ProtobufMessage().text(1, name).real(2, value).whole(20, REAL);
    }

    /** Once, however many layers use it. */
    private void parameter(ParameterArray array) {
        if (written.add(array.name())) {
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * array.length()).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(parameters, array.offset(), array.length());
            tensor(array.name(), FLOAT, bytes.array(), EpochModel.shape(array));
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
