package latentlab.view.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import latentlab.engine.loss.LossPart;
import latentlab.engine.training.EpochResult;
import latentlab.run.findings.TestError;
import org.junit.jupiter.api.Test;

class EpochRowTest {
    private static EpochRow row(EpochResult result) {
        return new EpochRow(result, false, false);
    }

    @Test
    void aLossOfOnePartIsNotRepeated() {
        assertThat(EpochRow.text(List.of(row(new EpochResult(0, Double.NaN, 0.25, 0, 0.01))), Map.of()))
                .isEqualTo("epoch\ttrain_loss\tvalid_loss\tdur\ttest_mse\ttest_psnr\n0\t\t0.25\t0.0\t\t\n");
    }

    @Test
    void eachOfSeveralPartsHasTwoColumns() {
        List<LossPart> parts = List.of(new LossPart("reconstruction", 0.5, 0.25), new LossPart("sparsity", 2, 1));
        assertThat(EpochRow.text(List.of(row(new EpochResult(1, 0.5, 0.25, 3, 0.01, parts))), Map.of()))
                .isEqualTo("epoch\ttrain_loss\tvalid_loss\tdur\ttrain_reconstruction\tvalid_reconstruction"
                        + "\ttrain_sparsity\tvalid_sparsity\ttest_mse\ttest_psnr"
                        + "\n1\t0.5\t0.25\t3.0\t0.5\t0.25\t2.0\t1.0\t\t\n");
    }

    @Test
    void theTestErrorIsThereWhereItIsKnown() {
        List<EpochRow> rows =
                List.of(row(new EpochResult(1, 0.5, 0.25, 3, 0.01)), row(new EpochResult(2, 0.4, 0.2, 3, 0.01)));
        assertThat(EpochRow.text(rows, Map.of(2, new TestError(0.01))).lines())
                .satisfiesExactly(
                        header -> assertThat(header).endsWith("\tdur\ttest_mse\ttest_psnr"),
                        unknown -> assertThat(unknown).endsWith("\t3.0\t\t"),
                        known -> assertThat(known).endsWith("\t3.0\t0.01\t20.0"));
    }
}
