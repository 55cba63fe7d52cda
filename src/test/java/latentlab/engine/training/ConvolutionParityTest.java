package latentlab.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.engine.model.Batch;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Holds one pass and five Adam steps of convolutional models to what PyTorch computes in float64. */
class ConvolutionParityTest {
    static Stream<Arguments> cases() throws Exception {
        List<Arguments> cases = new ArrayList<>();
        for (JsonNode reference : Reference.read("/convolution_parity.json")) {
            for (Kernels kernels : AllKernels.here()) {
                cases.add(Arguments.of(reference.get("hidden").asString(), reference, kernels));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void agreesWithPyTorch(String hidden, JsonNode reference, Kernels kernels) {
        ImageShape shape = new ImageShape(
                reference.get("channels").asInt(),
                reference.get("height").asInt(),
                reference.get("width").asInt());
        Activation activation =
                Activation.valueOf(reference.get("activation").asString().toUpperCase(Locale.ROOT));
        TrainingConfig config = TrainingConfig.DEFAULT
                .with(Setting.HIDDEN, Setting.HIDDEN.domain().parse(hidden))
                .withLatent(reference.get("latent").asInt())
                .with(Setting.ENCODER, activation)
                .with(Setting.CODE, Activation.LINEAR)
                .with(Setting.DECODER, activation);
        Autoencoder model = Autoencoder.of(config, shape);
        int count = reference.get("batch").asInt();
        int every = reference.get("every").asInt();
        TrainingStep step = new TrainingStep(
                model, kernels, start(model, reference.get("phase").asInt()), config);
        Batch batch = new Batch(model, count);
        batch.images.set(images(count * shape.size()));

        step.network.evaluate(batch, Loss.MSE);
        Reference.close("code", Reference.numbers(batch.latent()), Reference.flat(reference.get("code")));
        Reference.close(
                "reconstruction",
                every(Reference.numbers(batch.output()), every),
                Reference.flat(reference.get("reconstruction")));
        step.gradients(batch);
        Reference.close("gradients", every(step.gradient.flat(), every), Reference.flat(reference.get("gradients")));
        for (JsonNode loss : reference.get("losses")) {
            double mean = step.train(batch, 0.001, 0.9) / Loss.MSE.elements(model.inputs(), count);
            Reference.close("loss", new float[] {(float) mean}, new float[] {loss.floatValue()});
        }
        Reference.close(
                "after Adam", every(step.network.parameters.flat(), every), Reference.flat(reference.get("after")));
        step.close();
        batch.close();
    }

    /** The formulas of make_convolution_parity.py. */
    private static float[] start(Autoencoder model, int phase) {
        float[] parameters = new float[model.parameterCount()];
        int number = 0;
        for (ParameterArray array : model.arrays()) {
            int fan = array.bias() ? array.length() : array.columns();
            for (int i = 0; i < array.length(); i++) {
                double angle = 1.7 * i + 0.3 * i * i % 7 + number + phase;
                parameters[array.offset() + i] = (float) (Math.sin(angle) / Math.sqrt(fan));
            }
            number++;
        }
        return parameters;
    }

    private static float[] images(int length) {
        float[] images = new float[length];
        for (int i = 0; i < length; i++) {
            images[i] = (i * 37 + i / 11 * 5) % 101 / 100f;
        }
        return images;
    }

    private static float[] every(float[] numbers, int every) {
        float[] some = new float[(numbers.length + every - 1) / every];
        for (int i = 0; i < some.length; i++) {
            some[i] = numbers[i * every];
        }
        return some;
    }
}
