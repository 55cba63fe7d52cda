package latentlab.data.pictures;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.ImageOptions.Invert;
import latentlab.text.Sentence;

/**
 * How light and dark of a folder's images are taken. The app's images are light ink on black, so grey images of dark
 * ink on light paper are inverted, unless somebody chooses:
 *
 * <ul>
 *   <li>Ink on paper is what at least three of four images have a light border in, and few tones: on average, at most a
 *       fifth of an image's pixels are in the middle half between its darkest and its lightest. Strokes have such tones
 *       at their edges only, photographs all over; these, and images of which some are dark and some are light, stay as
 *       they are.
 *   <li>Transparent parts become paper: white when what is drawn is dark, black when it is light, taken over all images
 *       that have such parts.
 *   <li>A grey image drawn in one tone on transparent ground has no paper, whatever the other images have: it becomes
 *       light ink on black.
 * </ul>
 *
 * Images in colour keep their tones.
 */
final class Tones {
    private static final int WHITE = 255;
    /** Of all images; those with a light border. */
    private static final double LIGHT_IMAGES = 0.75;

    private static final double FEW_TONES = 0.2;
    /** Between darkest and lightest, below which an image is blank. */
    private static final int BLANK = 32;
    /** From the mean of what is drawn, up to which it is one tone. */
    private static final int ONE_TONE = 32;

    private final boolean[] onWhite;
    private final boolean[] inverted;
    private final boolean lightPaper;
    private final int onWhiteCount;
    private final int onBlackCount;
    private final int invertedCount;
    private final Invert invert;

    /**
     * @param watch run for each image, twice
     */
    Tones(List<Picture> images, Invert invert, boolean colour, Runnable watch) {
        this.invert = invert;
        onWhite = new boolean[images.size()];
        inverted = new boolean[images.size()];
        boolean[] onClear = new boolean[images.size()];
        long light = 0;
        long opacity = 0;
        int clear = 0;
        int white = 0;
        for (int i = 0; i < images.size(); i++) {
            watch.run();
            Picture image = images.get(i);
            if (image.opacity() == null) {
                continue;
            }
            clear++;
            Drawn drawn = new Drawn(image.grey());
            onClear[i] = !colour && drawn.inOneTone();
            if (onClear[i]) {
                onWhite[i] = drawn.dark();
                white += onWhite[i] ? 1 : 0;
            } else {
                light += drawn.light;
                opacity += drawn.opacity;
            }
        }
        boolean whitePaper = light < opacity / 2;
        int onPaper = 0;
        int lightImages = 0;
        double middle = 0;
        for (int i = 0; i < images.size(); i++) {
            watch.run();
            Picture image = images.get(i);
            if (onClear[i]) {
                continue;
            }
            onWhite[i] = image.opacity() != null && whitePaper;
            white += onWhite[i] ? 1 : 0;
            if (!colour) {
                Picture seen = image.grey().on(onWhite[i] ? WHITE : 0);
                onPaper++;
                lightImages += borderLight(seen) > WHITE / 2.0 ? 1 : 0;
                middle += middleTones(seen);
            }
        }
        lightPaper = onPaper > 0 && lightImages >= LIGHT_IMAGES * onPaper && middle <= FEW_TONES * onPaper;
        int count = 0;
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = switch (invert) {
                case YES -> true;
                case NO -> false;
                case AUTO -> onClear[i] ? onWhite[i] : lightPaper;
            };
            count += inverted[i] ? 1 : 0;
        }
        invertedCount = count;
        onWhiteCount = white;
        onBlackCount = clear - white;
    }

    /** What is drawn in a grey image that has transparent parts. */
    private static final class Drawn {
        private final Picture image;
        private final long light;
        private final long opacity;

        Drawn(Picture image) {
            this.image = image;
            light = sum(image.values());
            opacity = sum(image.opacity());
        }

        private static long sum(byte[] values) {
            long sum = 0;
            for (byte value : values) {
                sum += value & 0xFF;
            }
            return sum;
        }

        boolean dark() {
            return light < opacity / 2;
        }

        boolean inOneTone() {
            Picture border = new Picture(image.height(), image.width(), 1, image.opacity(), null, image.file());
            if (opacity == 0 || borderLight(border) > WHITE / 2.0) {
                return false;
            }
            double tone = (double) light / opacity;
            double deviation = 0;
            for (int i = 0; i < image.values().length; i++) {
                deviation += Math.abs((image.values()[i] & 0xFF) - tone * (image.opacity()[i] & 0xFF));
            }
            return deviation * WHITE <= (double) ONE_TONE * opacity;
        }
    }

    /** Mean brightness of the outermost pixels, 0 to 255. */
    private static double borderLight(Picture image) {
        int height = image.height();
        int width = image.width();
        long sum = 0;
        int count = 0;
        for (int y = 0; y < height; y++) {
            boolean edge = y == 0 || y == height - 1;
            for (int x = 0; x < width; x += edge || x == width - 1 ? 1 : Math.max(1, width - 1)) {
                sum += image.values()[y * width + x] & 0xFF;
                count++;
            }
        }
        return (double) sum / count;
    }

    /** Share of the pixels that are in the middle half of an image's range, 0 to 1. */
    private static double middleTones(Picture image) {
        int darkest = WHITE;
        int lightest = 0;
        for (byte value : image.values()) {
            darkest = Math.min(darkest, value & 0xFF);
            lightest = Math.max(lightest, value & 0xFF);
        }
        int quarter = (lightest - darkest) / 4;
        if (lightest - darkest < BLANK) {
            return 0;
        }
        int middle = 0;
        for (byte value : image.values()) {
            int light = value & 0xFF;
            middle += light > darkest + quarter && light < lightest - quarter ? 1 : 0;
        }
        return (double) middle / image.values().length;
    }

    /** @return the image on paper, inverted if it is to be */
    Picture apply(int index, Picture image) {
        Picture seen = image.on(onWhite[index] ? WHITE : 0);
        return inverted[index] ? seen.inverted() : seen;
    }

    /** What is beside images that do not fill their frame: the tone of their paper, as they come out; 0 to 255. */
    int ground() {
        boolean turned = invert == Invert.YES || invert == Invert.AUTO && lightPaper;
        return lightPaper != turned ? WHITE : 0;
    }

    /** What was done to tones, a sentence for each. */
    List<Sentence> changes() {
        List<Sentence> changes = new ArrayList<>();
        InkImages.add(changes, "data.changed.white", onWhiteCount);
        InkImages.add(changes, "data.changed.black", onBlackCount);
        InkImages.add(changes, invert == Invert.YES ? "data.changed.asked" : "data.changed.inverted", invertedCount);
        return changes;
    }
}
