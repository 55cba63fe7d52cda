package latentlab.figure.comparison;

import static latentlab.figure.comparison.MadeUpComparisons.WORDS;
import static latentlab.figure.comparison.MadeUpComparisons.named;
import static latentlab.figure.comparison.MadeUpComparisons.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import latentlab.comparison.Axis;
import latentlab.comparison.ComparedRun;
import latentlab.comparison.Comparison;
import latentlab.comparison.KeyFigure;
import latentlab.comparison.Picture;
import latentlab.figure.RecordingPen;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AgainstFigureTest {
    private final RecordingPen pen = new RecordingPen();

    private AgainstFigure drawn(ComparedRun... runs) {
        Comparison comparison = Comparison.of(List.of(runs));
        AgainstFigure figure = new AgainstFigure(
                comparison,
                new Picture(Picture.Kind.AGAINST, Axis.EPOCH, KeyFigure.BEST_LOSS, named("latent", comparison), null),
                700,
                400,
                WORDS);
        figure.draw(pen);
        return figure;
    }

    private double[] centre(int dot) {
        return new double[] {
            pen.dots.get(dot).area().centreX(), pen.dots.get(dot).area().centreY()
        };
    }

    @Test
    void equalRatiosOfLatentUnitsTakeEqualRoom() {
        drawn(run(1, 0.01, 1, 0.5), run(10, 0.01, 1, 0.4), run(100, 0.01, 1, 0.3));
        assertThat(centre(1)[0] - centre(0)[0]).isCloseTo(centre(2)[0] - centre(1)[0], offset(1e-6));
        assertThat(pen.words()).contains("1", "10", "100", "latent", "Best validation loss");
    }

    private static Offset<Double> offset(double most) {
        return Offset.offset(most);
    }

    @Test
    void seedsHaveAPointEachWithTheirRangeAndTheLineThroughTheMean() {
        drawn(run(2, 0.01, 1, 0.4), run(2, 0.01, 2, 0.6), run(5, 0.01, 1, 0.3));
        assertThat(pen.dots).hasSize(3);
        List<Double> means = pen.tracks.getFirst().places();
        double[] high = centre(0);
        double[] low = centre(1);
        assertThat(means.get(1)).isCloseTo((high[1] + low[1]) / 2, offset(1e-6));
        assertThat(pen.lines).anySatisfy(line -> {
            assertThat(line.places().get(0)).isEqualTo(high[0]);
            assertThat(line.places().get(1)).isEqualTo(low[1]);
            assertThat(line.places().get(3)).isEqualTo(high[1]);
        });
    }

    @Test
    void runsThatDifferInMoreHaveAnotherColourAndALegend() {
        AgainstFigure figure = drawn(run(2, 0.01, 1, 0.4), run(5, 0.01, 1, 0.3), run(2, 0.1, 1, 0.6));
        assertThat(pen.words()).contains("lr 0.01", "lr 0.1");
        assertThat(figure.colour(0)).isEqualTo(figure.colour(1)).isNotEqualTo(figure.colour(2));
    }

    @Test
    void aRunWithoutAValueIsACrossAtTheTopThatCanBePointedAt() {
        AgainstFigure figure = drawn(run(2, 0.01, 1, 0.4), run(5, 0.01, 1, Double.NaN), run(5, 0.01, 2, Double.NaN));
        // The untrained model has a loss, so that the best one of a run that diverged at once is that.
        assertThat(pen.dots).hasSize(3);
        Comparison comparison = Comparison.of(List.of(run(2, 0.01, 1, 0.4), run(5, 0.01, 1, Double.NaN)));
        RecordingPen crossed = new RecordingPen();
        AgainstFigure last = new AgainstFigure(
                comparison,
                new Picture(Picture.Kind.AGAINST, Axis.EPOCH, KeyFigure.VALID_LOSS, named("latent", comparison), null),
                700,
                400,
                WORDS);
        last.draw(crossed);
        assertThat(crossed.dots).hasSize(1);
        List<Double> cross = crossed.lines.getLast().places();
        assertThat(last.at((cross.get(0) + cross.get(2)) / 2, (cross.get(1) + cross.get(3)) / 2))
                .isEqualTo(Spot.of(1));
        assertThat(figure.at(0, 0)).isNull();
    }

    @Test
    void thePointIsPointedAtAndEmphasised() {
        AgainstFigure figure = drawn(run(2, 0.01, 1, 0.4), run(5, 0.01, 1, 0.3));
        double[] second = centre(1);
        assertThat(figure.at(second[0] + 4, second[1])).isEqualTo(Spot.of(1));
        RecordingPen over = new RecordingPen();
        figure.emphasise(over, Spot.of(1));
        assertThat(over.dots)
                .singleElement()
                .satisfies(dot -> assertThat(dot.area().centreX()).isEqualTo(second[0]));
    }

    @Test
    void arrowKeysGoToTheNextValueAndToTheNextRunOfTheSame() {
        AgainstFigure figure =
                drawn(run(2, 0.01, 1, 0.4), run(2, 0.01, 2, 0.6), run(5, 0.01, 1, 0.3), run(9, 0.01, 1, 0.2));
        assertThat(figure.step(Spot.of(1), 0, 1)).isEqualTo(Spot.of(0));
        assertThat(figure.step(Spot.of(0), 0, 1)).as("no other value").isEqualTo(Spot.of(0));
        assertThat(figure.step(Spot.of(0), 1, 0)).isEqualTo(Spot.of(2));
        assertThat(figure.step(Spot.of(3), 1, 0)).isEqualTo(Spot.of(3));
    }
}
