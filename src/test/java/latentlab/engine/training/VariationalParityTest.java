package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.layer.GaussianCode;
import latentlab.engine.loss.LossSums;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Batch;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.SettingsReader;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Holds random variational models with given noise, on both paths, to what PyTorch computes in float64: moments,
 * samples, divergence, gradients and five Adam steps. See make_variational_parity.py.
 */
class VariationalParityTest {
    private static final List<JsonNode> CASES = read();

    private static List<JsonNode> read() {
        try {
            return StreamSupport.stream(
                            Reference.read("/variational_parity.json").spliterator(), false)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> cases() {
        List<Arguments> all = new ArrayList<>();
        for (int i = 0; i < CASES.size(); i++) {
            for (Kernels kernels : AllKernels.here()) {
                all.add(Arguments.of(i, kernels));
            }
        }
        return all.stream();
    }

    private static TrainingConfig config(JsonNode expected) throws Exception {
        return SettingsReader.parse(expected.get("config").toString(), "case").config();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithPyTorch(int index, Kernels kernels) throws Exception {
        JsonNode expected = CASES.get(index);
        TrainingConfig config = config(expected);
        Autoencoder model = Autoencoder.of(
                config,
                ImageShape.grey(
                        expected.get("height").asInt(), expected.get("width").asInt()));
        TrainingStep step = new TrainingStep(model, kernels, Reference.flat(model, expected.get("initial")), config);
        int count = expected.get("batch").asInt();
        Batch batch = Batch.of(model, count, config);
        batch.images.set(Reference.flat(expected.get("x")));
        List<Floats> kept = batch.kept.get(model.codeLayer());
        GaussianCode.noise(kept).set(Reference.flat(expected.get("noise")));
        Loss loss = config.get(Setting.LOSS);
        LossSums sums = new LossSums(config, model.inputs());

        double[] parts = new double[2];
        sums.add(batch, step.network.evaluate(batch, loss), parts, 0);
        Reference.close(
                "moments", Reference.numbers(GaussianCode.moments(kept)), Reference.flat(expected.get("moments")));
        Reference.close("code", Reference.numbers(batch.latent()), Reference.flat(expected.get("code")));
        Reference.close(
                "reconstruction", Reference.numbers(batch.output()), Reference.flat(expected.get("reconstruction")));
        double[] means = sums.means(parts, count);
        double distance = expected.get("distance").asDouble();
        double divergence = expected.get("divergence").asDouble();
        assertThat(means[0]).isCloseTo(distance, org.assertj.core.data.Percentage.withPercentage(1e-3));
        assertThat(means[1]).isCloseTo(divergence, org.assertj.core.data.Percentage.withPercentage(1e-3));
        assertThat(sums.loss(means))
                .isCloseTo(
                        distance + config.get(Setting.BETA) * divergence,
                        org.assertj.core.data.Percentage.withPercentage(1e-3));

        step.weigh(expected.get("shares").get(0).asDouble());
        step.gradients(batch);
        Reference.close("gradients", step.gradient.flat(), Reference.flat(model, expected.get("gradients")));

        for (int i = 0; i < expected.get("losses").size(); i++) {
            step.weigh(expected.get("shares").get(i + 1).asDouble());
            double sum = step.train(batch, config.learningRate(), 0.9);
            Reference.close("loss", new float[] {(float) (sum / loss.elements(model.inputs(), count))}, new float[] {
                expected.get("losses").get(i).floatValue()
            });
        }
        Reference.close("after Adam", step.network.parameters.flat(), Reference.flat(model, expected.get("after")));
        step.close();
        batch.close();
    }

    /** What chance has left out would not be tested. */
    @Test
    void casesHaveBothLossesFreeNatsClippingAndStacks() throws Exception {
        boolean bernoulli = false;
        boolean gaussian = false;
        boolean free = false;
        boolean clipped = false;
        boolean stacked = false;
        boolean cutIntoParts = false;
        for (JsonNode each : CASES) {
            TrainingConfig config = config(each);
            bernoulli |= config.get(Setting.LOSS) == Loss.BERNOULLI;
            gaussian |= config.get(Setting.LOSS) == Loss.GAUSSIAN;
            free |= config.get(Setting.FREE_BITS) > 0 && config.get(Setting.BETA) > 0;
            clipped |= config.get(Setting.CLIP) > 0;
            stacked |= config.hidden().size() == 2;
            cutIntoParts |=
                    config.get(Setting.FREE_BITS) == 0 && each.get("batch").asInt() > 8;
        }
        assertThat(List.of(bernoulli, gaussian, free, clipped, stacked, cutIntoParts))
                .containsOnly(true);
    }
}
