package latentlab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentlab.comparison.Axis;
import latentlab.comparison.ComparedRun;
import latentlab.comparison.Comparison;
import latentlab.comparison.MadeUpRuns;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;

class OverlayFigureTest {
    private static final LossWords WORDS = new LossWords() {
        @Override
        public String both() {
            return "both";
        }

        @Override
        public String measure() {
            return "measure";
        }

        @Override
        public String epochs() {
            return "epochs";
        }

        @Override
        public String loss(double tick, List<Double> ticks) {
            return "loss " + tick;
        }

        @Override
        public String share(double tick) {
            return "share";
        }

        @Override
        public String epoch(double tick) {
            return "epoch " + tick;
        }

        @Override
        public String rate(double rate) {
            return "rate";
        }
    };

    private static ComparedRun run(long latent, long seed, double... losses) {
        return MadeUpRuns.run(
                latent + "-" + seed, TrainingConfig.DEFAULT.withLatent(latent).withSeed(seed), losses);
    }

    private static RecordingPen drawn(Axis axis, ComparedRun... runs) {
        RecordingPen pen = new RecordingPen();
        new OverlayFigure(Comparison.of(List.of(runs)), axis, 900, WORDS, "title", "foot").draw(pen);
        return pen;
    }

    @Test
    void theLegendSaysOnlyInWhatRunsDiffer() {
        assertThat(drawn(Axis.EPOCH, run(2, 1, 0.9, 0.5, 0.4), run(5, 1, 0.9, 0.4, 0.3))
                        .words())
                .contains("title", "foot", "latent 2", "latent 5");
        assertThat(drawn(Axis.EPOCH, run(2, 1, 0.9, 0.5), run(2, 2, 0.9, 0.4)).words())
                .contains("seed 1", "seed 2");
    }

    @Test
    void seedsAreABandWithTheirMeanOverEachCurve() {
        RecordingPen pen =
                drawn(Axis.EPOCH, run(2, 1, 0.9, 0.5, 0.4), run(2, 2, 0.9, 0.6, 0.5), run(5, 1, 0.9, 0.4, 0.3));
        assertThat(pen.fills).hasSize(1);
        assertThat(pen.fills.getFirst().places()).hasSize(2 * 6);
        assertThat(pen.tracks).extracting(RecordingPen.Line::width).containsExactly(0.75, 0.75, 2.5, 2.0);
        assertThat(pen.words()).contains("latent 2", "latent 5").doesNotContain("latent 2, seed 1");
        assertThat(drawn(Axis.TIME, run(2, 1, 0.9, 0.5), run(2, 2, 0.9, 0.6), run(5, 1, 0.9, 0.4)).fills)
                .isEmpty();
    }

    @Test
    void aCurveHasAGapWhereThereIsNoLossAndADotWhereItIsAPoint() {
        RecordingPen pen = drawn(Axis.EPOCH, run(2, 1, 0.9, 0.5, Double.NaN, 0.4, 0.3), run(5, 1, 0.9));
        assertThat(pen.tracks.getFirst().begun()).isEqualTo(2);
        assertThat(pen.dots).hasSize(1);
    }

    @Test
    void byTimeSecondsLieBelowTheCurves() {
        RecordingPen pen = drawn(Axis.TIME, run(2, 1, 0.9, 0.5, 0.4), run(5, 1, 0.9, 0.4, 0.3));
        assertThat(pen.words()).contains("loss 0.5", "loss 1.0").doesNotContain("epoch 0.0");
    }

    @Test
    void isAsHighAsItsLegend() {
        ComparedRun[] many = new ComparedRun[60];
        for (int i = 0; i < many.length; i++) {
            many[i] = run(i + 1, 1, 0.9, 0.5);
        }
        Comparison comparison = Comparison.of(List.of(many));
        assertThat(new OverlayFigure(comparison, Axis.EPOCH, 900, WORDS, "", "").height())
                .isGreaterThan(60 * 18);
    }
}
