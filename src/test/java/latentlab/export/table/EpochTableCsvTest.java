package latentlab.export.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import latentlab.engine.loss.LossPart;
import latentlab.engine.training.EpochResult;
import latentlab.run.findings.TestError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochTableCsvTest {
    private static final List<EpochResult> HISTORY = List.of(
            new EpochResult(0, Double.NaN, 0.2357544347045915, 0, 0.01),
            new EpochResult(1, 0.08001892176564454, 0.0646793231692444, 2.326511356, 0.01),
            new EpochResult(2, 1.0 / 3, 1e-7, 0.5, 0.01));

    @TempDir
    Path folder;

    @Test
    void hasEveryDigitAndNoTrainingLossForEpochZero() throws Exception {
        Path file = folder.resolve("a.csv");

        EpochTableCsv.write(file, HISTORY, Map.of(2, new TestError(0.01)));

        assertThat(Files.readString(file)).isEqualTo("""
                epoch,train_loss,valid_loss,dur,learning_rate,test_mse,test_psnr
                0,,0.2357544347045915,0.0,0.01,,
                1,0.08001892176564454,0.0646793231692444,2.326511356,0.01,,
                2,0.3333333333333333,1.0E-7,0.5,0.01,0.01,20.0
                """);
    }

    @Test
    void hasTwoColumnsMoreForEachOfSeveralPartsOfTheLoss() throws Exception {
        Path file = folder.resolve("parts.csv");
        List<LossPart> before =
                List.of(new LossPart("reconstruction", Double.NaN, 0.5), new LossPart("sparsity", Double.NaN, 3));
        List<LossPart> after = List.of(new LossPart("reconstruction", 0.25, 0.125), new LossPart("sparsity", 2, 1));

        EpochTableCsv.write(
                file,
                List.of(
                        new EpochResult(0, Double.NaN, 0.5, 0, 0.01, before),
                        new EpochResult(1, 0.25, 0.125, 4, 0.01, after)),
                Map.of());

        assertThat(Files.readString(file)).isEqualTo("""
                epoch,train_loss,valid_loss,dur,learning_rate,train_reconstruction,\
                valid_reconstruction,train_sparsity,valid_sparsity,test_mse,test_psnr
                0,,0.5,0.0,0.01,,0.5,,3.0,,
                1,0.25,0.125,4.0,0.01,0.25,0.125,2.0,1.0,,
                """);
    }

    @Test
    void isTheSameWhereNumbersHaveADecimalComma() throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            EpochTableCsv.write(folder.resolve("german.csv"), HISTORY, Map.of());
        } finally {
            Locale.setDefault(before);
        }
        EpochTableCsv.write(folder.resolve("other.csv"), HISTORY, Map.of());

        assertThat(folder.resolve("german.csv")).hasSameBinaryContentAs(folder.resolve("other.csv"));
    }
}
