package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import latentlab.RealMnist;
import latentlab.data.Dataset;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Holds validation losses on the real MNIST, with the notebook's settings, to five runs of PyTorch. */
@EnabledIfEnvironmentVariable(
        named = RealMnist.VARIABLE,
        matches = ".+",
        disabledReason = "needs the MNIST files in the folder that " + RealMnist.VARIABLE + " names")
class MnistCurvesTest {
    private static Dataset mnist;
    private static JsonNode reference;

    @BeforeAll
    static void load() throws IOException {
        mnist = RealMnist.load();
        try (InputStream json = MnistCurvesTest.class.getResourceAsStream("/mnist_curves.json")) {
            reference = new ObjectMapper().readTree(json);
        }
    }

    private static List<EpochResult> train(ModelKind kind, int epochs) throws DivergedException {
        TrainingConfig config = TrainingConfig.DEFAULT.withKind(kind);
        List<EpochResult> results = new ArrayList<>();
        try (Trainer trainer = new Trainer(config, mnist)) {
            results.add(trainer.initial());
            for (int e = 0; e < epochs; e++) {
                results.add(trainer.train((_, _) -> config.learningRate()));
            }
        }
        return results;
    }

    /** What PyTorch's five runs came to after an epoch. */
    private static DoubleSummaryStatistics runs(String kind, String loss, int epoch) {
        DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();
        reference
                .get(kind)
                .get(loss)
                .forEach(run -> statistics.accept(run.get(epoch - 1).asDouble()));
        assertThat(statistics.getCount()).isEqualTo(5);
        return statistics;
    }

    @Test
    void theTiedModelFollowsPyTorchsMean() throws Exception {
        List<EpochResult> results = train(ModelKind.TIED, 10);
        for (int epoch : new int[] {2, 5, 10}) {
            assertThat(results.get(epoch).validLoss())
                    .as("validation loss after epoch %d", epoch)
                    .isCloseTo(runs("tied", "valid_loss", epoch).getAverage(), within(0.0015));
            assertThat(results.get(epoch).trainLoss())
                    .as("training loss of epoch %d", epoch)
                    .isCloseTo(runs("tied", "train_loss", epoch).getAverage(), within(0.0015));
        }
    }

    /** Its plateaus end sooner or later with the seed, so that only the range of the runs can be held to. */
    @Test
    void theSimpleModelStaysWithinTheRangeOfPyTorchsRuns() throws Exception {
        List<EpochResult> results = train(ModelKind.SIMPLE, 50);
        for (int epoch : new int[] {1, 2, 50}) {
            for (String loss : List.of("valid_loss", "train_loss")) {
                EpochResult result = results.get(epoch);
                DoubleSummaryStatistics runs = runs("simple", loss, epoch);
                double tenth = 0.1 * (runs.getMax() - runs.getMin());
                assertThat(loss.equals("valid_loss") ? result.validLoss() : result.trainLoss())
                        .as("%s of epoch %d", loss, epoch)
                        .isBetween(runs.getMin() - tenth, runs.getMax() + tenth);
            }
        }
    }
}
