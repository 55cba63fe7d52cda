package latentlab.export;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import latentlab.engine.EpochResult;
import latentlab.engine.Loss;
import latentlab.run.RateChange;
import latentlab.text.Messages;
import latentlab.text.Problem;

/** The notebook's loss plot as a PNG: both losses together, the training loss, the validation loss, side by side. */
public final class LossPlot {
    /** Colours of Okabe and Ito's set, told apart by colour-blind eyes too. */
    static final Color TRAIN = new Color(0x0072b2);

    static final Color VALID = new Color(0xd55e00);

    /** In points; the picture has {@link #SCALE} times as many pixels. */
    private static final int WIDTH = 1280;

    private static final int HEIGHT = 380;
    private static final int SCALE = 2;
    private static final int PIXELS_PER_METRE = (int) Math.round(96 * SCALE / 0.0254);
    private static final String PNG_METADATA = "javax_imageio_png_1.0";

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
        OutputFile.write(file, out -> encode(paint(loss, history, rateChanges, messages), out));
    }

    private static BufferedImage paint(
            Loss loss, List<EpochResult> history, List<RateChange> rateChanges, Messages messages) {
        BufferedImage image = new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);

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
        graphics.dispose();
        return image;
    }

    /** Where the curves of a panel are painted, axes and labels around it. */
    private static Rectangle2D area(int panel) {
        double each = WIDTH / 3.0;
        return new Rectangle2D.Double(panel * each + LEFT, TOP, each - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
    }

    private static void encode(BufferedImage image, OutputStream target) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(target)) {
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
            // Texts and slides show it at its size in points, not four times as large.
            IIOMetadataNode density = new IIOMetadataNode("pHYs");
            density.setAttribute("pixelsPerUnitXAxis", Integer.toString(PIXELS_PER_METRE));
            density.setAttribute("pixelsPerUnitYAxis", Integer.toString(PIXELS_PER_METRE));
            density.setAttribute("unitSpecifier", "meter");
            IIOMetadataNode root = new IIOMetadataNode(PNG_METADATA);
            root.appendChild(density);
            metadata.mergeTree(PNG_METADATA, root);
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
    }
}
