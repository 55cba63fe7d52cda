package latentlab.export.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.convolution.ConvolutionShape;
import latentlab.engine.layer.Conv2d;
import latentlab.engine.layer.ConvTranspose2d;
import latentlab.engine.layer.Layer;
import latentlab.engine.layer.MaxPool2d;
import latentlab.engine.layer.Upsample;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.training.Split;
import latentlab.export.Origin;
import latentlab.export.OutputFile;
import latentlab.text.Problem;

/**
 * A model after an epoch as a Python script that needs nothing but PyTorch: it builds the model, has its parameters in
 * itself, repeats the reconstructions of the grid's images, and trains on with the settings of the run. Its moments are
 * not in it: an optimiser begins anew. Where the run shuffles or adds noise, PyTorch's random numbers take the place of
 * the run's.
 */
public final class PyTorchScript {
    private static final Pattern PLACE = Pattern.compile("@([A-Z]+)@");

    /** A layer that PyTorch has not. */
    private static final String SHARED = """
            class Shared(nn.Module):
                \"""A layer on the weight of another one, transposed; only the bias is its own.\"""

                def __init__(self, outputs):
                    super().__init__()
                    self.bias = nn.Parameter(torch.zeros(outputs))

                def forward(self, x, weight):
                    return F.linear(x, weight.t(), self.bias)


            """;

    /** Of a variational model. @see latentlab.engine.layer.GaussianCode */
    private static final String MOMENTS = """
                def moments(self, images):
                    \"""Images to means and log-variances of their codes; training decodes samples of these.\"""
            @ENCODE@
                    return x.chunk(2, dim=1)

            """;

    private final EpochModel epoch;
    private final Map<String, String> parts = new LinkedHashMap<>();

    private PyTorchScript(EpochModel epoch) {
        this.epoch = epoch;
    }

    /** @throws Problem when the file cannot be written */
    public static void write(Path file, EpochModel epoch) throws Problem {
        PyTorchScript script = new PyTorchScript(epoch);
        script.describe(file.getFileName().toString());
        script.build();
        script.train();
        script.numbers();
        String template = template();
        OutputFile.write(file, out -> script.fill(template, out));
    }

    private static String template() {
        try (InputStream in = PyTorchScript.class.getResourceAsStream("autoencoder.py")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Piece by piece: a large model has tens of millions of letters. */
    private void fill(String template, OutputStream out) throws IOException {
        Matcher place = PLACE.matcher(template);
        int from = 0;
        while (place.find()) {
            out.write(template.substring(from, place.start()).getBytes(StandardCharsets.UTF_8));
            if (place.group(1).equals("PARAMETERS")) {
                parameters(out);
            } else {
                out.write(parts.get(place.group(1)).getBytes(StandardCharsets.UTF_8));
            }
            from = place.end();
        }
        out.write(template.substring(from).getBytes(StandardCharsets.UTF_8));
    }

    private void describe(String file) {
        ImageShape shape = epoch.model().shape();
        // In a docstring, in which a quotation mark or a backslash would mean something.
        parts.put("FILE", file.replaceAll("[\\\\\"\\p{Cntrl}]", "_"));
        parts.put("EPOCH", String.valueOf(epoch.result().epoch()));
        parts.put(
                "ORIGIN",
                Origin.json(epoch.run(), epoch.images(), epoch.result().epoch()));
        parts.put("SHAPE", "(" + shape.channels() + ", " + shape.height() + ", " + shape.width() + ")");
        parts.put("LATENT", String.valueOf(epoch.model().latent()));
    }

    // ---- the model

    private void build() {
        List<Layer> layers = epoch.model().layers();
        int code = epoch.model().codeLayer() + 1;
        List<Layer> encoder = layers.subList(0, code);
        List<Layer> decoder = layers.subList(code, layers.size());
        parts.put("SHARED", layers.stream().anyMatch(Layer::sharesWeight) ? SHARED : "");
        parts.put("LAYERS", modules("encoder", encoder) + "\n" + modules("decoder", decoder));
        boolean numbers = encoder.getFirst().inputMaps().isEmpty();
        String encoding = "        x = images" + (numbers ? ".flatten(1)" : "") + "\n" + steps(encoder, !numbers, null);
        boolean variational = epoch.model().kind() == ModelKind.VARIATIONAL;
        parts.put("MOMENTS", variational ? MOMENTS.replace("@ENCODE@", encoding) : "");
        parts.put("ENCODE", variational ? "        x = self.moments(images)[0]" : encoding);
        parts.put("DECODE", steps(decoder, false, decoder.getLast()));
        parts.put("OUTPUT", function(epoch.model().output()));
    }

    /** @param side what the names of the layers begin with; where there are several, their number follows */
    private String modules(String side, List<Layer> layers) {
        String made = layers.stream().map(this::module).collect(Collectors.joining(", "));
        return "        self." + side + " = "
                + (layers.getFirst().name().equals(side) ? made : "nn.ModuleList([" + made + "])");
    }

    private String module(Layer layer) {
        return switch (layer) {
            case Conv2d convolution -> {
                ConvolutionShape shape = convolution.shape();
                yield "nn.Conv2d(" + shape.channels() + ", " + shape.filters() + kernel(shape) + ")";
            }
            case ConvTranspose2d transposed -> {
                ConvolutionShape shape = transposed.shape();
                yield "nn.ConvTranspose2d(" + shape.filters() + ", " + shape.channels() + kernel(shape) + ", ("
                        + transposed.outputPaddingDown() + ", " + transposed.outputPaddingAcross() + "))";
            }
            case MaxPool2d pooling -> "nn.MaxPool2d(" + pooling.size() + ")";
            case Upsample upsample -> "nn." + upsample.module();
            default ->
                layer.sharesWeight()
                        ? "Shared(" + layer.outputs() + ")"
                        : "nn.Linear(" + layer.inputs() + ", "
                                + epoch.model().array(layer.weight()).rows() + ")";
        };
    }

    private static String kernel(ConvolutionShape shape) {
        return ", " + shape.kernel() + ", " + shape.stride() + ", " + shape.padding();
    }

    /**
     * @param maps whether what goes in is pixels, and not numbers of no place
     * @param sums the layer whose activation comes later, on numbers of no place; null for none
     */
    private static String steps(List<Layer> layers, boolean maps, Layer sums) {
        List<String> steps = new ArrayList<>();
        boolean now = maps;
        for (Layer layer : layers) {
            boolean wanted = layer.inputMaps().isPresent();
            if (now && !wanted) {
                steps.add("        x = x.flatten(1)");
            } else if (wanted && !now) {
                ImageShape shape = layer.inputMaps().get();
                steps.add("        x = x.unflatten(1, (" + shape.channels() + ", " + shape.height() + ", "
                        + shape.width() + "))");
            }
            now = layer.outputMaps().isPresent();
            steps.add(step(layer, layer != sums));
        }
        if (now) {
            steps.add("        x = x.flatten(1)");
        }
        return String.join("\n", steps);
    }

    private static String step(Layer layer, boolean activated) {
        String weight = layer.arrays().stream()
                .filter(array -> !array.isOwn())
                .map(array -> ", self." + python(array.sharedWith()))
                .collect(Collectors.joining());
        String sum = "self." + python(layer.name()) + "(x" + weight + ")";
        return "        x = "
                + (activated && layer.activation() != Activation.LINEAR
                        ? function(layer.activation()) + "(" + sum + ")"
                        : sum);
    }

    /** @return {@code encoder[0].weight} for {@code encoder.0.weight} */
    private static String python(String name) {
        return name.replaceAll("\\.([0-9]+)", "[$1]");
    }

    private static String function(Activation activation) {
        return switch (activation) {
            case SIGMOID -> "torch.sigmoid";
            case RELU -> "F.relu";
            case LEAKY_RELU -> "F.leaky_relu";
            case TANH -> "torch.tanh";
            case ELU -> "F.elu";
            case LINEAR -> "";
        };
    }

    // ---- the training

    private void train() {
        PyTorchTraining training = PyTorchTraining.of(epoch);
        String output = function(epoch.model().output());
        parts.put("CONSTANTS", training.constants());
        parts.put("LOSS", training.loss(output + "(sums)"));
        parts.put("CODE", training.code());
        parts.put("BETA", training.beta() ? ", beta" : "");
        parts.put("WEIGHT", training.beta() ? ", beta(epoch, batch, batches)" : "");
        parts.put("PENALTY", training.penalty());
        parts.put("NOISE", training.noise());
        parts.put("FACTOR", training.factor());
        parts.put("OPTIMISER", training.optimiser());
        parts.put("ORDER", training.order());
        parts.put("CLIP", training.clip());
        parts.put("MOMENTUM", training.momentum());
        Split split = Split.of(epoch.config(), epoch.run().dataset());
        parts.put("HELD", String.valueOf(split.held()));
    }

    // ---- the numbers

    private void numbers() {
        int[] samples = epoch.images().inOrder();
        ImageShape shape = epoch.model().shape();
        float[] images = new float[samples.length * shape.size()];
        for (int i = 0; i < samples.length; i++) {
            for (int p = 0; p < shape.size(); p++) {
                int pixel = Byte.toUnsignedInt(epoch.run().dataset().test().pixels()[samples[i] * shape.size() + p]);
                images[i * shape.size() + p] = pixel / 255f;
            }
        }
        float[] codes = epoch.run().latent(epoch.result().epoch(), samples);
        float[] reconstructions = epoch.run().decodeIntensities(epoch.result().epoch(), codes);
        parts.put("IMAGES", array(images, samples.length, shape));
        parts.put("RECONSTRUCTIONS", array(reconstructions, samples.length, shape));
    }

    private static String array(float[] numbers, int count, ImageShape shape) {
        return "(\"" + base64(numbers, 0, numbers.length) + "\", " + count + ", " + shape.channels() + ", "
                + shape.height() + ", " + shape.width() + ")";
    }

    private void parameters(OutputStream out) throws IOException {
        List<ParameterArray> arrays = epoch.model().arrays();
        for (ParameterArray each : arrays) {
            String shape = each.shape().stream().map(String::valueOf).collect(Collectors.joining(", "));
            String numbers = base64(epoch.parameters(), each.offset(), each.length());
            String end = each == arrays.getLast() ? "" : "\n";
            String line = "    \"" + each.name() + "\": (\"" + numbers + "\", " + shape + ")," + end;
            out.write(line.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String base64(float[] numbers, int from, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * count).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers, from, count);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
