package latentlab.export;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures for texts and slides: several pixels along each point, and saying so. */
public final class PngEncoder {
    private static final int SCALE = 2;
    /** Points along a metre, of which there are 96 in an inch. */
    private static final double POINTS = 96 / 0.0254;

    private static final String PNG_METADATA = "javax_imageio_png_1.0";

    private PngEncoder() {}

    /** What is on a picture. */
    public interface Painting {
        /** @param graphics in points, with smooth edges */
        void paint(Graphics2D graphics);
    }

    /**
     * Paints on white and writes the picture, of two pixels a point.
     *
     * @param width in points
     * @param height in points
     * @param texts as {@link #encode} has them
     */
    static void write(int width, int height, Painting painting, Map<String, String> texts, OutputStream target)
            throws IOException {
        encode(painted(width, height, SCALE, painting), SCALE, texts, target);
    }

    /**
     * @param width in points
     * @param height in points
     * @param scale how many pixels are along a point
     * @return what is painted on white
     */
    public static BufferedImage painted(int width, int height, int scale, Painting painting) {
        BufferedImage image = new BufferedImage(width * scale, height * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(scale, scale);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        painting.paint(graphics);
        graphics.dispose();
        return image;
    }

    /**
     * @param scale how many pixels are along a point
     * @param texts by keyword, in Latin letters: what the file says of itself
     */
    public static void encode(BufferedImage image, int scale, Map<String, String> texts, OutputStream target)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(target)) {
            IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
            String pixels = Long.toString(Math.round(POINTS * scale));
            // Texts and slides show it at its size in points, not four times as large.
            IIOMetadataNode density = new IIOMetadataNode("pHYs");
            density.setAttribute("pixelsPerUnitXAxis", pixels);
            density.setAttribute("pixelsPerUnitYAxis", pixels);
            density.setAttribute("unitSpecifier", "meter");
            IIOMetadataNode root = new IIOMetadataNode(PNG_METADATA);
            root.appendChild(density);
            if (!texts.isEmpty()) {
                IIOMetadataNode said = new IIOMetadataNode("tEXt");
                texts.forEach((keyword, value) -> {
                    IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
                    entry.setAttribute("keyword", keyword);
                    entry.setAttribute("value", value);
                    said.appendChild(entry);
                });
                root.appendChild(said);
            }
            metadata.mergeTree(PNG_METADATA, root);
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, metadata));
        } finally {
            writer.dispose();
        }
    }
}
