package latentlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import latentlab.engine.loss.LossPart;
import latentlab.engine.settings.Loss;
import latentlab.engine.training.EpochResult;
import latentlab.figure.Role;
import latentlab.run.RateChange;
import latentlab.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossPlotTest {
    private static final int EPOCHS = 30;
    private static final Color TRAIN = LightColours.of(Role.TRAIN);
    private static final Color VALID = LightColours.of(Role.VALID);

    @TempDir
    Path folder;

    @Test
    void showsBothCurvesThenEachByItself() throws Exception {
        BufferedImage plot = plot(history(), List.of());

        assertThat(plot.getWidth()).isEqualTo(2560);
        assertThat(plot.getHeight()).isEqualTo(760);
        assertThat(columns(plot, 0, TRAIN)).isNotEmpty();
        assertThat(columns(plot, 0, VALID)).isNotEmpty();
        assertThat(columns(plot, 1, TRAIN)).isNotEmpty();
        assertThat(columns(plot, 1, VALID)).isEmpty();
        assertThat(columns(plot, 2, TRAIN)).isEmpty();
        assertThat(columns(plot, 2, VALID)).isNotEmpty();
    }

    @Test
    void aLossOfSeveralPartsHasACurveOfEachBesideBothLosses() throws Exception {
        Color part = LightColours.of(Role.MUTED);
        List<EpochResult> sparse = history().stream()
                .map(each -> new EpochResult(
                        each.epoch(),
                        each.trainLoss(),
                        each.validLoss(),
                        1,
                        0.01,
                        List.of(
                                new LossPart(LossPart.RECONSTRUCTION, each.trainLoss() - 0.01, each.validLoss() - 0.01),
                                new LossPart(LossPart.SPARSITY, 0.01, 0.01))))
                .toList();
        List<Integer> inside = columns(plot(sparse, List.of()), 0, part);

        assertThat(inside).hasSizeGreaterThan(500);
        assertThat(columns(plot(history(), List.of()), 0, part)).hasSizeLessThan(inside.size() / 2);
    }

    @Test
    void aCurveIsUnbroken() throws Exception {
        assertThat(gaps(columns(plot(history(), List.of()), 1, TRAIN))).isZero();
    }

    @Test
    void aMissingValueIsAGapAndNotBridged() throws Exception {
        List<EpochResult> history = new ArrayList<>(history());
        history.set(15, new EpochResult(15, Double.NaN, 0.03, 1, 0.01));

        assertThat(gaps(columns(plot(history, List.of()), 1, TRAIN))).isEqualTo(1);
    }

    @Test
    void aValueWithoutNeighboursIsStillSeen() throws Exception {
        List<EpochResult> history =
                List.of(new EpochResult(0, Double.NaN, 0.2, 0, 0.01), new EpochResult(1, 0.06, 0.05, 1, 0.01));

        assertThat(columns(plot(history, List.of()), 1, TRAIN)).isNotEmpty();
    }

    @Test
    void plotsARunThatHasNotBeenTrainedYet() throws Exception {
        List<EpochResult> history = history().subList(0, 1);

        assertThat(columns(plot(history, List.of()), 1, TRAIN)).isEmpty();
        assertThat(columns(plot(history, List.of()), 2, VALID)).isNotEmpty();
    }

    /** As in the window: a line at its epoch, and what is of the other run is faint. */
    @Test
    void marksWhereTheRunHasLeftAnotherOne() throws Exception {
        BufferedImage without = plot(history(), List.of());
        BufferedImage with = plot(history(), List.of(), EPOCHS / 2);
        List<Integer> upper = differing(without, with, 150, 250);
        assertThat(upper).containsAnyElementsOf(differing(without, with, 500, 600));
        List<Integer> before = columns(without, 1, TRAIN);
        assertThat(columns(with, 1, TRAIN)).isNotEmpty().hasSizeLessThan(before.size() * 3 / 4);
    }

    @Test
    void marksWhereTheRateWasChanged() throws Exception {
        BufferedImage without = plot(history(), List.of());
        BufferedImage with = plot(history(), List.of(new RateChange(11, 0.01, 0.003)));

        // A dashed line from top to bottom: pixels that differ in one column, near the top and near the bottom of the
        // panel.
        List<Integer> upper = differing(without, with, 150, 250);
        List<Integer> lower = differing(without, with, 500, 600);
        assertThat(upper).isNotEmpty().isEqualTo(lower);
        assertThat(upper.getFirst()).isBetween(2560 / 9, 2560 * 2 / 9);
    }

    @Test
    void theUntrainedModelsLossDoesNotFlattenTheCurve() throws Exception {
        BufferedImage plot = plot(history(), List.of());

        int highest = plot.getHeight();
        int lowest = 0;
        for (int x = 900; x < 1690; x++) {
            for (int y = 100; y < plot.getHeight(); y++) {
                if (plot.getRGB(x, y) == TRAIN.getRGB()) {
                    highest = Math.min(highest, y);
                    lowest = Math.max(lowest, y);
                }
            }
        }
        assertThat(lowest - highest).isGreaterThan(plot.getHeight() / 2);
    }

    /** As of a real run: the untrained loss far above all that follow. */
    private static List<EpochResult> history() {
        return IntStream.rangeClosed(0, EPOCHS)
                .mapToObj(epoch -> new EpochResult(
                        epoch,
                        epoch == 0 ? Double.NaN : 0.02 + 0.05 / epoch,
                        epoch == 0 ? 0.23 : 0.021 + 0.045 / epoch,
                        1,
                        0.01))
                .toList();
    }

    private BufferedImage plot(List<EpochResult> history, List<RateChange> changes) throws Exception {
        return plot(history, changes, 0);
    }

    private BufferedImage plot(List<EpochResult> history, List<RateChange> changes, int branch) throws Exception {
        Path file = folder.resolve("loss.png");
        LossPlot.write(file, Loss.MSE, history, changes, branch, Map.of(), new Messages(Locale.ENGLISH));
        return ImageIO.read(file.toFile());
    }

    /** @return columns of a panel in which a curve of that colour is seen, the legend aside */
    private static List<Integer> columns(BufferedImage plot, int panel, Color colour) {
        int width = plot.getWidth() / 3;
        return IntStream.range(panel * width, (panel + 1) * width)
                .filter(x -> IntStream.range(90, plot.getHeight()).anyMatch(y -> plot.getRGB(x, y) == colour.getRGB()))
                .boxed()
                .toList();
    }

    private static long gaps(List<Integer> columns) {
        return IntStream.range(1, columns.size())
                .filter(i -> columns.get(i) - columns.get(i - 1) > 1)
                .count();
    }

    /** @return columns of the first panel that differ in some of these rows */
    private static List<Integer> differing(BufferedImage one, BufferedImage other, int top, int bottom) {
        return IntStream.range(0, one.getWidth() / 3)
                .filter(x -> IntStream.range(top, bottom).anyMatch(y -> one.getRGB(x, y) != other.getRGB(x, y)))
                .boxed()
                .toList();
    }
}
