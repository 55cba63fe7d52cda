package latentlab.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import latentlab.comparison.Axis;
import latentlab.comparison.Comparison;
import latentlab.comparison.Picture;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Setting;
import latentlab.engine.training.EpochResult;
import latentlab.figure.AxisScale;
import latentlab.figure.LossFigure;
import latentlab.figure.LossPanel.Curve;
import latentlab.figure.LossPanel.Measure;
import latentlab.figure.LossStyle;
import latentlab.figure.Role;
import latentlab.figure.comparison.AgainstFigure;
import latentlab.figure.comparison.HeatMapFigure;
import latentlab.figure.comparison.OverlayFigure;
import latentlab.figure.comparison.ParallelFigure;
import latentlab.figure.comparison.RunsFigure;
import latentlab.figure.comparison.RunsWords;
import latentlab.run.RateChange;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * Loss plots as PNGs. The notebook's: both losses together with the parts of the latter
 * where it has several, the training loss, the validation loss, side by side. And pictures of several runs.
 */
public final class LossPlot {
    /** In points. */
    private static final int WIDTH = 1280;

    private static final int HEIGHT = 380;
    private static final int PICTURE_WIDTH = 960;
    /** Of pictures whose height does not follow from the number of runs. */
    private static final int PICTURE_HEIGHT = 560;

    private LossPlot() {}

    /**
     * @param loss what the epochs' losses are
     * @param history the epochs to show, in order
     * @param rateChanges marked by a dashed line with the new rate
     * @param branch the epoch at which the run has left another one, marked likewise; 0 for none
     * @param said what the file says of itself, by keyword
     * @param messages language of the captions; English where the fonts of this machine lack its letters
     * @throws Problem when the file cannot be written
     */
    public static void write(
            Path file,
            Loss loss,
            List<EpochResult> history,
            List<RateChange> rateChanges,
            int branch,
            Map<String, String> said,
            Messages messages)
            throws Problem {
        OutputFile.write(file, out -> {
            Lettering lettering = Lettering.of(messages, "export.plot.valid");
            LossFigure figure = figure(loss, history, rateChanges, lettering.messages(), WIDTH, HEIGHT, true)
                    .branchedAt(branch);
            PngEncoder.write(WIDTH, HEIGHT, graphics -> figure.draw(new Java2dPen(graphics, lettering)), said, out);
        });
    }

    /**
     * Writes a picture of several runs.
     *
     * @param picture that can be drawn of them
     * @param messages as above
     * @throws Problem when the file cannot be written
     */
    public static void write(Path file, Comparison comparison, Picture picture, Messages messages) throws Problem {
        OutputFile.write(file, out -> {
            Lettering lettering = Lettering.of(messages, "export.plot.valid");
            RunsFigure figure = figure(comparison, picture, lettering.messages());
            double height = figure instanceof OverlayFigure overlay ? overlay.height() : PICTURE_HEIGHT;
            PngEncoder.write(
                    PICTURE_WIDTH,
                    (int) Math.ceil(height),
                    graphics -> figure.draw(new Java2dPen(graphics, lettering)),
                    Map.of(),
                    out);
        });
    }

    private static RunsFigure figure(Comparison comparison, Picture picture, Messages said) {
        RunsWords words = new RunsWords(said::text);
        Loss loss = comparison.runs().getFirst().config().get(Setting.LOSS);
        return switch (picture.kind()) {
            case LOSSES ->
                new OverlayFigure(
                        comparison,
                        picture.axis(),
                        PICTURE_WIDTH,
                        new LossPlotWords(said, loss),
                        said.text("export.plot.valid"),
                        said.text(picture.axis() == Axis.TIME ? "export.plot.seconds" : "export.plot.epoch"));
            case HEAT_MAP -> new HeatMapFigure(comparison, picture, PICTURE_WIDTH, PICTURE_HEIGHT, words);
            case PARALLEL -> new ParallelFigure(comparison, picture, Map.of(), PICTURE_WIDTH, PICTURE_HEIGHT, words);
            case AGAINST -> new AgainstFigure(comparison, picture, PICTURE_WIDTH, PICTURE_HEIGHT, words);
        };
    }

    /**
     * @param width in points
     * @param height in points
     * @param apart whether each loss has a panel of its own beside that of both
     */
    public static LossFigure figure(
            Loss loss,
            List<EpochResult> history,
            List<RateChange> rateChanges,
            Messages messages,
            double width,
            double height,
            boolean apart) {
        double[] trainLosses =
                history.stream().mapToDouble(EpochResult::trainLoss).toArray();
        double[] validLosses =
                history.stream().mapToDouble(EpochResult::validLoss).toArray();
        Curve train = new Curve(messages.text("export.plot.train"), Role.TRAIN, Measure.LOSS, trainLosses, null);
        Curve valid = new Curve(messages.text("export.plot.valid"), Role.VALID, Measure.LOSS, validLosses, null);
        List<Curve> all = new ArrayList<>(List.of(train, valid));
        EpochResult.validParts(history).forEach((part, values) -> {
            String name = messages.text("export.plot.part", Sentence.of("engine.part." + part));
            all.add(new Curve(name, Role.MUTED, Measure.LOSS, values, null));
        });
        double last = Math.max(1, history.size() - 1);
        return LossFigure.of(
                width,
                height,
                apart ? List.of(all, List.of(train), List.of(valid)) : List.of(all),
                // With some air, so that the dots at both ends are whole.
                new AxisScale(-0.02 * last, 1.02 * last, false),
                LossPlot::lossScale,
                LossStyle.FILE,
                new LossPlotWords(messages, loss),
                rateChanges);
    }

    /**
     * The untrained model's loss is several times that of the first epoch; with it in range, learning would be a flat
     * line at the bottom. Its curve comes in from above instead.
     */
    private static AxisScale lossScale(List<Curve> curves) {
        double[] trained = values(curves, 1).toArray();
        double low = Arrays.stream(trained).min().orElse(Double.NaN);
        double high = Arrays.stream(trained).max().orElse(Double.NaN);
        double lowest = values(curves, 0).min().orElse(Double.NaN);
        double untrained = values(curves, 0).max().orElse(Double.NaN);
        boolean enough = curves.getFirst().values().length > 3;
        return enough && untrained > high + (high - low) / 2
                ? AxisScale.around(low, high, false)
                : AxisScale.around(lowest, untrained, false);
    }

    private static DoubleStream values(List<Curve> curves, int fromEpoch) {
        return curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.values()).skip(fromEpoch))
                .filter(Double::isFinite);
    }
}
