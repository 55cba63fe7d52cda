package latentlab.export;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import latentlab.engine.settings.Loss;
import latentlab.engine.training.EpochResult;
import latentlab.run.RateChange;
import latentlab.text.Messages;
import latentlab.text.Problem;

/** The notebook's loss plot as a PNG: both losses together, the training loss, the validation loss, side by side. */
public final class LossPlot {
    /** Colours of Okabe and Ito's set, told apart by colour-blind eyes too. */
    static final Color TRAIN = new Color(0x0072b2);

    static final Color VALID = new Color(0xd55e00);

    /** In points. */
    private static final int WIDTH = 1280;

    private static final int HEIGHT = 380;

    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 46;
    private static final int BOTTOM = 52;

    private LossPlot() {}

    /**
     * @param loss what the epochs' losses are
     * @param history the epochs to show, in order
     * @param rateChanges marked by a dashed line with the new rate
     * @param messages language of the captions; English where the fonts of this machine lack its letters
     * @throws Problem when the file cannot be written
     */
    public static void write(
            Path file, Loss loss, List<EpochResult> history, List<RateChange> rateChanges, Messages messages)
            throws Problem {
        OutputFile.write(
                file,
                out -> PngEncoder.write(
                        WIDTH, HEIGHT, graphics -> paint(graphics, loss, history, rateChanges, messages), out));
    }

    private static void paint(
            Graphics2D graphics,
            Loss loss,
            List<EpochResult> history,
            List<RateChange> rateChanges,
            Messages messages) {
        Lettering lettering = Lettering.of(messages, "export.plot.valid");
        Messages words = lettering.messages();
        double[] trainLosses =
                history.stream().mapToDouble(EpochResult::trainLoss).toArray();
        double[] validLosses =
                history.stream().mapToDouble(EpochResult::validLoss).toArray();
        LossPlotPanel.Curve train = new LossPlotPanel.Curve(words.text("export.plot.train"), TRAIN, trainLosses);
        LossPlotPanel.Curve valid = new LossPlotPanel.Curve(words.text("export.plot.valid"), VALID, validLosses);
        String axis = words.text("engine.loss." + loss.name().toLowerCase(Locale.ROOT));
        List<LossPlotPanel> panels = List.of(
                new LossPlotPanel(words.text("export.plot.both"), axis, List.of(train, valid), area(0), lettering),
                new LossPlotPanel(train.name(), axis, List.of(train), area(1), lettering),
                new LossPlotPanel(valid.name(), axis, List.of(valid), area(2), lettering));
        panels.forEach(panel -> panel.paint(graphics, rateChanges));
    }

    /** Where the curves of a panel are painted, axes and labels around it. */
    private static Rectangle2D area(int panel) {
        double each = WIDTH / 3.0;
        return new Rectangle2D.Double(panel * each + LEFT, TOP, each - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
    }
}
