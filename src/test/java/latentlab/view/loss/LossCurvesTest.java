package latentlab.view.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentlab.engine.loss.LossPart;
import latentlab.engine.training.EpochResult;
import org.junit.jupiter.api.Test;

/** What the loss chart draws of a run's epochs. */
class LossCurvesTest {
    private static EpochResult sparse(int epoch, double loss, double penalty) {
        return new EpochResult(
                epoch,
                loss,
                loss,
                0,
                0.01,
                List.of(
                        new LossPart(LossPart.RECONSTRUCTION, loss, loss),
                        new LossPart(LossPart.SPARSITY, 2 * penalty, penalty)));
    }

    @Test
    void aPartBesideTheReconstructionHasACurveOfItsValidation() {
        LossCurves curves = LossCurves.of(List.of(sparse(0, 0.3, 0.04), sparse(1, 0.2, 0.03)), List.of(), 5);

        assertThat(curves.valid()).containsExactly(0.3, 0.2);
        assertThat(curves.parts()).containsOnlyKeys(LossPart.SPARSITY);
        assertThat(curves.parts().get(LossPart.SPARSITY)).containsExactly(0.04, 0.03);
    }

    @Test
    void aLossThatIsTheReconstructionAloneHasNone() {
        assertThat(LossCurves.of(List.of(new EpochResult(0, 0.3, 0.3, 0, 0.01)), List.of(), 5)
                        .parts())
                .isEmpty();
    }
}
