package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Batch;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Schedule;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.SettingsReader;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Holds stacks, activations, losses, optimisers and schedules, on both paths, to what PyTorch computes in float64. */
class ModelParityTest {
    private static JsonNode reference() {
        try {
            return Reference.read("/model_parity.json");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Stream<Arguments> cases() {
        List<String> names = new ArrayList<>();
        names.addAll(reference().get("cases").propertyNames());
        return names.stream().flatMap(name -> AllKernels.here().stream().map(kernels -> Arguments.of(name, kernels)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithPyTorch(String name, Kernels kernels) throws Exception {
        JsonNode reference = reference();
        JsonNode expected = reference.get("cases").get(name);
        TrainingConfig config =
                SettingsReader.parse(expected.get("config").toString(), name).config();
        Autoencoder model = Autoencoder.of(
                config, ImageShape.grey(3, reference.get("inputs").asInt() / 3));
        TrainingStep step = new TrainingStep(model, kernels, Reference.flat(model, expected.get("initial")), config);
        Batch batch = new Batch(model, reference.get("batch").asInt());
        batch.images.set(Reference.flat(reference.get("x")));
        Loss loss = config.get(Setting.LOSS);

        step.network.evaluate(batch, loss);
        Reference.close("latent", Reference.numbers(batch.latent()), Reference.flat(expected.get("latent")));
        Reference.close(
                "reconstruction", Reference.numbers(batch.output()), Reference.flat(expected.get("reconstruction")));
        step.gradients(batch);
        Reference.close("gradients", step.gradient.flat(), Reference.flat(model, expected.get("gradients")));

        double elements = loss.elements(model.inputs(), batch.count());
        Schedule schedule = config.get(Setting.SCHEDULE);
        int steps = expected.get("losses").size();
        for (int i = 0; i < steps; i++) {
            double rate = config.learningRate() * schedule.factor(config, 0, i, steps, 1, 0);
            double sum = step.train(batch, rate, schedule.momentum(config, 0, i, steps, 1));
            Reference.close("loss", new float[] {(float) (sum / elements)}, new float[] {
                expected.get("losses").get(i).floatValue()
            });
        }
        Reference.close(
                "after five steps", step.network.parameters.flat(), Reference.flat(model, expected.get("after")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"step", "cosine", "one-cycle", "warm-up"})
    void aScheduleTakesTheRateWherePyTorchTakesIt(String name) {
        JsonNode reference = reference().get("schedules");
        int epochs = reference.get("epochs").asInt();
        int batches = reference.get("batches").asInt();
        TrainingConfig config = scheduled(reference);
        Schedule schedule = Setting.SCHEDULE.domain().parse(name);
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int batch = 0; batch < batches; batch++) {
                double expected = reference
                        .get("rates")
                        .get(name)
                        .get(epoch * batches + batch)
                        .asDouble();
                assertThat(schedule.factor(config, epoch, batch, batches, epochs, 0))
                        .as("epoch %d, batch %d", epoch, batch)
                        .isCloseTo(expected, within(1e-8));
            }
        }
    }

    @Test
    void oneCycleTakesMomentumWherePyTorchTakesIt() {
        JsonNode reference = reference().get("schedules");
        JsonNode momenta = reference.get("one-cycle momenta");
        int batches = reference.get("batches").asInt();
        for (int i = 0; i < momenta.size(); i++) {
            assertThat(Schedule.ONE_CYCLE.momentum(
                            scheduled(reference), i / batches, i % batches, batches, momenta.size() / batches))
                    .as("batch %d", i)
                    .isCloseTo(momenta.get(i).asDouble(), within(1e-8));
        }
    }

    @Test
    void aPlateauIsOneWherePyTorchSeesIt() {
        JsonNode reference = reference().get("schedules");
        TrainingConfig config = scheduled(reference);
        Patience patience = new Patience(config);
        JsonNode losses = reference.get("plateau").get("losses");
        for (int epoch = 0; epoch < losses.size(); epoch++) {
            assertThat(Schedule.PLATEAU.factor(config, epoch, 0, 1, losses.size(), patience.plateaus()))
                    .as("epoch %d", epoch)
                    .isCloseTo(reference.get("plateau").get("rates").get(epoch).asDouble(), within(1e-8));
            patience.judge(losses.get(epoch).asDouble());
        }
    }

    private static TrainingConfig scheduled(JsonNode reference) {
        return TrainingConfig.DEFAULT
                .with(Setting.SCHEDULE_FACTOR, reference.get("factor").asDouble())
                .with(Setting.SCHEDULE_EPOCHS, reference.get("schedule-epochs").asLong())
                .with(Setting.WARM_UP, reference.get("warm-up").asDouble());
    }
}
