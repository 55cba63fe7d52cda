package latentlab.export;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import latentlab.data.ImageSet;
import latentlab.engine.EpochResult;
import latentlab.engine.Reconstructions;
import latentlab.text.Messages;

/**
 * The picture of one epoch in the animation: originals above, reconstructions below, then epoch and validation loss over a thin
 * bar that shows how far the run is. Pixels are indices of {@link #PALETTE}; all frames share one buffer.
 */
final class AnimationFrame {
    /** Greys from black to white; as many as the eye can tell apart in small pictures, few enough to compress well. */
    private static final int GREYS = 128;

    private static final byte ACCENT = (byte) GREYS;
    private static final byte TRANSPARENT = (byte) 255;
    private static final Color ACCENT_COLOUR = new Color(0x56b4e9);
    static final IndexColorModel PALETTE = palette();

    private static final int BACKGROUND = 26;
    private static final int TRACK = 60;
    private static final int MUTED = 150;
    private static final int BRIGHT = 240;

    /** Images are enlarged by a whole factor to about this height. */
    private static final int TILE = 84;

    private static final int MARGIN = 20;
    private static final int GAP = 6;
    private static final int LABEL_HEIGHT = 22;
    private static final int CAPTION_HEIGHT = 52;
    private static final int BAR_HEIGHT = 4;

    private final ImageSet images;
    private final int count;
    private final int scale;
    private final int width;
    private final int height;
    private final int gridLeft;
    private final int lastEpoch;
    private final Lettering lettering;
    private final Font labelFont;
    private final Font epochFont;
    private final Font lossFont;
    private final byte[] pixels;
    private final BufferedImage caption;

    /**
     * @param samples which of the images the grid shows
     * @param lastEpoch where the bar is full
     */
    AnimationFrame(ImageSet images, int[] samples, int lastEpoch, Messages messages) {
        this.images = images;
        this.count = samples.length;
        this.lastEpoch = lastEpoch;
        scale = Math.max(1, Math.round((float) TILE / images.height()));
        lettering = Lettering.of(messages, "export.gif.original");
        labelFont = lettering.plain(12);
        epochFont = lettering.bold(16);
        lossFont = lettering.plain(16);
        int grid = count * tileWidth() + (count - 1) * GAP;
        width = 2 * MARGIN + Math.max(grid, captionWidth());
        gridLeft = (width - grid) / 2;
        height = 2 * (LABEL_HEIGHT + tileHeight()) + MARGIN / 2 + CAPTION_HEIGHT + BAR_HEIGHT;
        pixels = new byte[width * height];
        caption = new BufferedImage(width, CAPTION_HEIGHT, BufferedImage.TYPE_INT_RGB);
        paintStill(samples);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    private int tileWidth() {
        return images.width() * scale;
    }

    private int tileHeight() {
        return images.height() * scale;
    }

    private int captionWidth() {
        double left = Lettering.width(epochText(lastEpoch), epochFont);
        double right = Lettering.width(lossText(0), lossFont);
        return (int) Math.ceil(left + right) + MARGIN;
    }

    private String epochText(int epoch) {
        return lettering.messages().text("export.gif.epoch", epoch, lastEpoch);
    }

    private String lossText(double loss) {
        return lettering.messages().text("export.gif.loss", loss);
    }

    private int rowTop(int row) {
        return MARGIN / 2 + LABEL_HEIGHT + row * (tileHeight() + LABEL_HEIGHT);
    }

    /** Everything that is the same in all frames. */
    private void paintStill(int[] samples) {
        Arrays.fill(pixels, grey(BACKGROUND));
        Messages messages = lettering.messages();
        String[] labels = {messages.text("export.gif.original"), messages.text("export.gif.reconstruction")};
        for (int row = 0; row < 2; row++) {
            BufferedImage strip = new BufferedImage(width, LABEL_HEIGHT, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = graphics(strip);
            graphics.setColor(new Color(MUTED, MUTED, MUTED));
            Lettering.draw(graphics, labels[row], labelFont, gridLeft, LABEL_HEIGHT - 6);
            graphics.dispose();
            copy(strip, rowTop(row) - LABEL_HEIGHT);
        }
        for (int i = 0; i < count; i++) {
            paintTile(images.pixels(), samples[i] * images.size(), i, 0);
        }
    }

    /**
     * @param made the reconstructions of the samples after that epoch
     * @return shape [height, width], valid until the next call
     */
    byte[] paint(EpochResult result, Reconstructions made) {
        for (int i = 0; i < count; i++) {
            paintTile(made.pixels(), i * made.size(), i, 1);
        }
        paintCaption(result);
        int bar = (height - BAR_HEIGHT) * width;
        int full = lastEpoch == 0 ? width : Math.round((float) width * result.epoch() / lastEpoch);
        for (int y = 0; y < BAR_HEIGHT; y++) {
            Arrays.fill(pixels, bar + y * width, bar + y * width + full, ACCENT);
            Arrays.fill(pixels, bar + y * width + full, bar + (y + 1) * width, grey(TRACK));
        }
        return pixels;
    }

    /** @return where a sample's image is: row 0 has the originals, row 1 the reconstructions */
    Rectangle tile(int column, int row) {
        return new Rectangle(gridLeft + column * (tileWidth() + GAP), rowTop(row), tileWidth(), tileHeight());
    }

    private void paintTile(byte[] source, int from, int column, int row) {
        Rectangle tile = tile(column, row);
        for (int y = 0; y < images.height(); y++) {
            int line = (tile.y + y * scale) * width + tile.x;
            for (int x = 0; x < images.width(); x++) {
                byte grey = grey(source[from + y * images.width() + x] & 0xFF);
                Arrays.fill(pixels, line + x * scale, line + (x + 1) * scale, grey);
            }
            for (int copy = 1; copy < scale; copy++) {
                System.arraycopy(pixels, line, pixels, line + copy * width, tileWidth());
            }
        }
    }

    private void paintCaption(EpochResult result) {
        Graphics2D graphics = graphics(caption);
        int baseline = CAPTION_HEIGHT / 2 + 6;
        graphics.setColor(new Color(BRIGHT, BRIGHT, BRIGHT));
        Lettering.draw(graphics, epochText(result.epoch()), epochFont, MARGIN, baseline);
        String loss = lossText(result.validLoss());
        double left = width - MARGIN - Lettering.width(loss, lossFont);
        Lettering.draw(graphics, loss, lossFont, left, baseline);
        graphics.dispose();
        copy(caption, height - BAR_HEIGHT - CAPTION_HEIGHT);
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(BACKGROUND, BACKGROUND, BACKGROUND));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        return graphics;
    }

    /** The image is grey: any of its channels will do. */
    private void copy(BufferedImage image, int top) {
        int[] colours = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < colours.length; i++) {
            pixels[top * width + i] = grey(colours[i] & 0xFF);
        }
    }

    private static byte grey(int value) {
        return (byte) ((value * (GREYS - 1) + 127) / 255);
    }

    private static IndexColorModel palette() {
        byte[] red = new byte[256];
        byte[] green = new byte[256];
        byte[] blue = new byte[256];
        for (int i = 0; i < GREYS; i++) {
            byte value = (byte) Math.round(255f * i / (GREYS - 1));
            red[i] = value;
            green[i] = value;
            blue[i] = value;
        }
        red[GREYS] = (byte) ACCENT_COLOUR.getRed();
        green[GREYS] = (byte) ACCENT_COLOUR.getGreen();
        blue[GREYS] = (byte) ACCENT_COLOUR.getBlue();
        return new IndexColorModel(8, 256, red, green, blue, TRANSPARENT & 0xFF);
    }
}
