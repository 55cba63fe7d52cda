package latentlab.view.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.LossPart;
import org.junit.jupiter.api.Test;

class EpochRowTest {
    private static EpochRow row(EpochResult result) {
        return new EpochRow(result, false, false);
    }

    @Test
    void aLossOfOnePartIsNotRepeated() {
        assertThat(EpochRow.text(List.of(row(new EpochResult(0, Double.NaN, 0.25, 0, 0.01)))))
                .isEqualTo("epoch\ttrain_loss\tvalid_loss\tdur\n0\t\t0.25\t0.0\n");
    }

    @Test
    void eachOfSeveralPartsHasTwoColumns() {
        List<LossPart> parts = List.of(new LossPart("reconstruction", 0.5, 0.25), new LossPart("sparsity", 2, 1));
        assertThat(EpochRow.text(List.of(row(new EpochResult(1, 0.5, 0.25, 3, 0.01, parts)))))
                .isEqualTo("epoch\ttrain_loss\tvalid_loss\tdur\ttrain_reconstruction\tvalid_reconstruction"
                        + "\ttrain_sparsity\tvalid_sparsity\n1\t0.5\t0.25\t3.0\t0.5\t0.25\t2.0\t1.0\n");
    }
}
