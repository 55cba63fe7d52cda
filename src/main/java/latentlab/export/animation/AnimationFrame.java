package latentlab.export.animation;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.engine.model.Reconstructions;
import latentlab.engine.training.EpochResult;
import latentlab.export.ClassColours;
import latentlab.export.Lettering;
import latentlab.text.Messages;

/**
 * The picture of one epoch in the animation: originals above, reconstructions below, under these samples of the prior
 * and the latent map where they are asked for, then epoch and validation loss over a thin bar that shows how far the
 * run is. All frames share one buffer.
 */
final class AnimationFrame {
    /** Grey behind everything, 0 to 255. */
    static final int GROUND = ClassColours.DARK_GROUND;

    /** Times a grey of 0 to 255: its colour. */
    static final int GREY = 0x010101;

    static final int TRACK = 60;
    private static final int MUTED = 150;
    private static final int BRIGHT = 240;

    private static final int MARGIN = 20;
    private static final int GAP = 6;
    private static final int LABEL_HEIGHT = 22;
    private static final int CAPTION_HEIGHT = 52;
    private static final int BAR_HEIGHT = 4;
    static final int ACCENT = 0x56b4e9;
    private static final int MAP_HEIGHT = 420;

    /** What a map with its legend needs, where there are few small images above it. */
    private static final int MAP_WIDTH = 560;

    private static final int LEGEND_LINE = 20;
    private static final AnimationDot LEGEND_DOT = AnimationDot.of(9);

    private final ImageSet images;
    private final Look look;
    /** Those that the legend has room for, and what it says of the others; empty if there are none. */
    private final List<String> classes;

    private final String more;
    private final AnimationMap map;
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
    private final int[] pixels;
    private final BufferedImage caption;

    /**
     * @param samples which of the test images the grid shows
     * @param lastEpoch where the bar is full
     * @param map null for none
     */
    AnimationFrame(Dataset dataset, int[] samples, int lastEpoch, Messages messages, Look look, AnimationMap map) {
        images = dataset.test();
        this.look = look;
        int lines = MAP_HEIGHT / LEGEND_LINE;
        int named = images.classes() > lines ? lines - 1 : images.classes();
        classes = IntStream.range(0, named).mapToObj(dataset::className).toList();
        more = images.classes() == named ? "" : messages.text("export.gif.moreClasses", images.classes() - named);
        this.map = map;
        this.count = samples.length;
        this.lastEpoch = lastEpoch;
        scale = Math.max(1, Math.round((float) look.tile() / images.height()));
        lettering = Lettering.of(messages, "export.gif.original");
        labelFont = lettering.plain(12);
        epochFont = lettering.bold(16);
        lossFont = lettering.plain(16);
        int grid = count * tileWidth() + (count - 1) * GAP;
        width = 2 * MARGIN + Math.max(Math.max(grid, captionWidth()), map == null ? 0 : MAP_WIDTH);
        gridLeft = (width - grid) / 2;
        height = mapTop() + (map == null ? 0 : MAP_HEIGHT) + CAPTION_HEIGHT + BAR_HEIGHT;
        pixels = new int[width * height];
        caption = new BufferedImage(width, CAPTION_HEIGHT, BufferedImage.TYPE_INT_RGB);
        paintStill(samples);
    }

    /** Whether it has no colour anywhere. */
    boolean grey() {
        return images.shape().grey() && map == null;
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
        double right = look.losses() ? Lettering.width(lossText(0), lossFont) : 0;
        return (int) Math.ceil(left + right) + MARGIN;
    }

    private String epochText(int epoch) {
        return lettering.messages().text("export.gif.epoch", epoch, lastEpoch);
    }

    private String lossText(double loss) {
        return lettering.messages().text("export.gif.loss", loss);
    }

    private int rowTop(int row) {
        return MARGIN / 2 + labelHeight() + row * (tileHeight() + labelHeight());
    }

    /** Below what the map's axes are, which is said in any case: nothing else tells. */
    private int mapTop() {
        return rowTop(look.prior() ? 2 : 1) + tileHeight() + (map == null ? 0 : LABEL_HEIGHT);
    }

    private int labelHeight() {
        return look.titles() ? LABEL_HEIGHT : GAP;
    }

    /** Everything that is the same in all frames. */
    private void paintStill(int[] samples) {
        Arrays.fill(pixels, GREY * GROUND);
        Messages messages = lettering.messages();
        if (look.titles()) {
            paintLabel(messages.text("export.gif.original"), rowTop(0));
            paintLabel(messages.text("export.gif.reconstruction"), rowTop(1));
            if (look.prior()) {
                paintLabel(messages.text("export.gif.prior"), rowTop(2));
            }
        }
        if (map != null) {
            paintLabel(messages.text("export.gif.map." + map.axes().name().toLowerCase(Locale.ROOT)), mapTop());
            paintLegend();
        }
        for (int i = 0; i < count; i++) {
            paintTile(images.pixels(), samples[i] * images.size(), i, 0);
        }
    }

    /** @param below where what it is about begins */
    private void paintLabel(String label, int below) {
        BufferedImage strip = new BufferedImage(width, LABEL_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = graphics(strip);
        graphics.setColor(new Color(MUTED, MUTED, MUTED));
        Lettering.draw(graphics, label, labelFont, gridLeft, LABEL_HEIGHT - 6);
        graphics.dispose();
        copy(strip, 0, below - LABEL_HEIGHT);
    }

    /** At the right of the map, names cut where there is no room. */
    private void paintLegend() {
        int indent = LEGEND_DOT.side() + GAP;
        BufferedImage names =
                new BufferedImage(Math.max(1, legendWidth() - indent), MAP_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = graphics(names);
        graphics.setColor(new Color(MUTED, MUTED, MUTED));
        int left = width - MARGIN - legendWidth();
        for (int label = 0; label < classes.size(); label++) {
            Lettering.draw(graphics, classes.get(label), labelFont, 0, label * LEGEND_LINE + 13);
        }
        Lettering.draw(graphics, more, labelFont, 0, classes.size() * LEGEND_LINE + 13);
        graphics.dispose();
        copy(names, left + indent, mapTop());
        for (int label = 0; label < classes.size(); label++) {
            LEGEND_DOT.paint(ClassColours.onDark(label), pixels, width, left, mapTop() + label * LEGEND_LINE + 4);
        }
    }

    private int legendWidth() {
        double widest = Stream.concat(classes.stream(), Stream.of(more))
                .mapToDouble(name -> Lettering.width(name, labelFont))
                .max()
                .orElse(0);
        return (int) Math.ceil(Math.min(widest, MAP_WIDTH / 4.0)) + LEGEND_DOT.side() + GAP;
    }

    /** @return where the map is */
    Rectangle mapArea() {
        return new Rectangle(MARGIN, mapTop(), width - 3 * MARGIN - legendWidth(), MAP_HEIGHT);
    }

    /**
     * @param made the reconstructions of the samples after that epoch
     * @param drawn what as many codes from the prior decode to, one after the other; null where there is no such row
     * @return shape [height, width], 0xRRGGBB, valid until the next call
     */
    int[] paint(EpochResult result, Reconstructions made, byte[] drawn) {
        for (int i = 0; i < count; i++) {
            paintTile(made.pixels(), i * made.size(), i, 1);
            if (drawn != null) {
                paintTile(drawn, i * made.size(), i, 2);
            }
        }
        if (map != null) {
            AnimationMap.Spot spot = map.paint(result.epoch(), pixels, width, mapArea());
            if (spot != null) {
                paintRemark(lettering.messages().text(spot.why().reason()), spot.low());
            }
        }
        paintCaption(result);
        int bar = (height - BAR_HEIGHT) * width;
        int full = lastEpoch == 0 ? width : Math.round((float) width * result.epoch() / lastEpoch);
        for (int y = 0; y < BAR_HEIGHT; y++) {
            Arrays.fill(pixels, bar + y * width, bar + y * width + full, grey() ? GREY * BRIGHT : ACCENT);
            Arrays.fill(pixels, bar + y * width + full, bar + (y + 1) * width, GREY * TRACK);
        }
        return pixels;
    }

    /**
     * On the half of the map that does not have the one spot that it tells of.
     *
     * @param low whether that is in the lower half
     */
    private void paintRemark(String remark, boolean low) {
        Rectangle area = mapArea();
        double room = Math.min(1, area.width / Lettering.width(remark, labelFont));
        Font font = labelFont.deriveFont((float) (room * labelFont.getSize2D()));
        int length = Math.min(area.width, (int) Math.ceil(Lettering.width(remark, font)));
        BufferedImage strip = new BufferedImage(length, LABEL_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = graphics(strip);
        graphics.setColor(new Color(BRIGHT, BRIGHT, BRIGHT));
        Lettering.draw(graphics, remark, font, 0, LABEL_HEIGHT - 6);
        graphics.dispose();
        copy(strip, area.x + (area.width - length) / 2, area.y + (low ? 1 : 3) * area.height / 4);
    }

    /** @return where a sample's image is: row 0 has the originals, row 1 the reconstructions, row 2 samples */
    Rectangle tile(int column, int row) {
        return new Rectangle(gridLeft + column * (tileWidth() + GAP), rowTop(row), tileWidth(), tileHeight());
    }

    private void paintTile(byte[] source, int from, int column, int row) {
        Rectangle tile = tile(column, row);
        for (int y = 0; y < images.height(); y++) {
            int line = (tile.y + y * scale) * width + tile.x;
            for (int x = 0; x < images.width(); x++) {
                int colour = images.shape().rgb(source, from, y * images.width() + x);
                Arrays.fill(pixels, line + x * scale, line + (x + 1) * scale, colour);
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
        if (look.losses()) {
            String loss = lossText(result.validLoss());
            double left = width - MARGIN - Lettering.width(loss, lossFont);
            Lettering.draw(graphics, loss, lossFont, left, baseline);
        }
        graphics.dispose();
        copy(caption, 0, height - BAR_HEIGHT - CAPTION_HEIGHT);
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(GROUND, GROUND, GROUND));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        return graphics;
    }

    /** The image is grey: any of its channels will do. */
    private void copy(BufferedImage image, int left, int top) {
        int[] colours = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int columns = image.getWidth();
        for (int y = 0; y < image.getHeight(); y++) {
            int at = (top + y) * width + left;
            for (int from = y * columns; from < (y + 1) * columns; from++) {
                pixels[at++] = GREY * (colours[from] & 0xFF);
            }
        }
    }
}
