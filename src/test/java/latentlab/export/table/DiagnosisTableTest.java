package latentlab.export.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import latentlab.MadeUpImages;
import latentlab.diagnosis.Diagnosis;
import latentlab.diagnosis.EpochDiagnosis;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.EpochRange;
import latentlab.export.Export;
import latentlab.export.TrainedRun;
import latentlab.text.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class DiagnosisTableTest {
    @TempDir
    static Path folder;

    private static TrainedRun trained;

    @BeforeAll
    static void train() throws Exception {
        TrainingConfig config = TrainingConfig.DEFAULT
                .withKind(ModelKind.TIED)
                .withLatent(3)
                .withEpochs(2)
                .withBatch(20);
        trained = TrainedRun.of(MadeUpImages.dataset(100, 6, 7), config, folder.resolve("scratch"));
    }

    @AfterAll
    static void close() {
        trained.close();
    }

    private static Export.Subject subject(EpochRange range) {
        return new Export.Subject(trained.run(), trained.history(), List.of(), Map.of(), range);
    }

    private static EpochDiagnosis own(int epoch) {
        try (Diagnosis diagnosis = new Diagnosis(trained.run())) {
            return diagnosis.of(epoch, () -> true);
        }
    }

    @Test
    void hasALineForEachEpochWithEveryDigit() throws Exception {
        Path file = folder.resolve("a.csv");
        DiagnosisTable.writeCsv(file, subject(EpochRange.ALL), Progress.NONE);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst())
                .startsWith("epoch,learning_rate,test_mse,test_psnr,gradient_norm,gradient_norm_encoder,"
                        + "gradient_norm_decoder,weights_min_encoder,")
                .doesNotContain("weights_min_decoder")
                .endsWith("activations_std_decoder");
        EpochDiagnosis last = own(2);
        assertThat(lines.getLast())
                .startsWith("2,0.01," + last.error().mse() + "," + last.error().psnr() + ","
                        + last.gradients().all() + ",");
        assertThat(lines.get(1)).startsWith("0,,");
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(line.chars().filter(c -> c == ',')).hasSize(18));
    }

    @Test
    void hasHistogramsAsJson() throws Exception {
        Path file = folder.resolve("a.json");
        DiagnosisTable.writeJson(file, subject(EpochRange.ALL), Progress.NONE);

        JsonNode epochs = new ObjectMapper().readTree(Files.readString(file)).get("epochs");
        assertThat(epochs).hasSize(3);
        assertThat(epochs.get(0).get("learningRate").isNull()).isTrue();
        EpochDiagnosis last = own(2);
        JsonNode written = epochs.get(2);
        assertThat(written.get("testPsnr").asDouble()).isEqualTo(last.error().psnr());
        assertThat(written.get("gradientNorms").get("decoder").asDouble())
                .isEqualTo(last.gradients().layers().get(1));
        JsonNode counts = written.get("activations").get("encoder").get("counts");
        assertThat(counts).hasSize(64);
        int all = 0;
        for (JsonNode count : counts) {
            all += count.asInt();
        }
        assertThat(all).isEqualTo(50 * 3);
        assertThat(written.get("weights").has("decoder"))
                .as("it shares the encoder's")
                .isFalse();
    }

    @Test
    void leavesNothingBehindWhenItIsCancelled() {
        Path file = folder.resolve("cancelled.csv");
        assertThatThrownBy(() -> DiagnosisTable.writeCsv(file, subject(EpochRange.ALL), (_, _) -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(file).doesNotExist();
    }
}
