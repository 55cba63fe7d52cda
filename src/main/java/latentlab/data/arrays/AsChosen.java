package latentlab.data.arrays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import latentlab.data.Account;
import latentlab.data.AreaAverage;
import latentlab.data.ImageOptions;
import latentlab.data.ImageOptions.Channels;
import latentlab.data.ImageOptions.Fit;
import latentlab.data.ImageOptions.Invert;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Brings images of arrays to the size, tone and channels that somebody has chosen. Left to itself it changes nothing:
 * whoever makes an array has settled all that.
 *
 * @param options that were chosen
 * @param from shape of the images as they are
 */
record AsChosen(ImageOptions options, ImageShape from) {
    /** What it does, in sentences. */
    Account account() {
        List<Sentence> said = new ArrayList<>();
        ImageShape to = shape();
        if (to.height() != from.height() || to.width() != from.width()) {
            said.add(Sentence.of("data.array.resized", from.width(), from.height(), to.width(), to.height()));
        }
        if (to.channels() != from.channels()) {
            said.add(Sentence.of(to.grey() ? "data.array.grey" : "data.array.colour"));
        }
        if (options.invert() == Invert.YES) {
            said.add(Sentence.of("data.array.inverted"));
        }
        return Account.NONE.withChanged(said.toArray(Sentence[]::new));
    }

    private ImageShape shape() {
        int channels =
                switch (options.channels()) {
                    case GREY -> 1;
                    case COLOUR -> 3;
                    case AUTO -> from.channels();
                };
        return options.size() == null
                ? new ImageShape(channels, from.height(), from.width())
                : new ImageShape(
                        channels, options.size().height(), options.size().width());
    }

    /** @return the images as they were chosen; the same where nothing was */
    ImageSet images(ImageSet images, Progress progress) {
        ImageShape to = shape();
        if (to.equals(from) && options.invert() != Invert.YES) {
            return images;
        }
        byte[] pixels = new byte[Math.multiplyExact(images.count(), to.size())];
        for (int i = 0; i < images.count(); i++) {
            progress.report(1, Sentence.of("data.progress.images", i, images.count()));
            for (int channel = 0; channel < to.channels(); channel++) {
                byte[] plane = sized(plane(images, i, channel), to);
                for (int at = 0; at < plane.length; at++) {
                    int value = options.invert() == Invert.YES ? 255 - (plane[at] & 0xFF) : plane[at];
                    pixels[i * to.size() + channel * to.pixels() + at] = (byte) value;
                }
            }
        }
        return new ImageSet(images.count(), to, pixels, images.labels());
    }

    /** @return one channel of an image, shape [height, width] */
    private byte[] plane(ImageSet images, int image, int channel) {
        byte[] plane = new byte[from.pixels()];
        int start = image * from.size();
        for (int at = 0; at < plane.length; at++) {
            int first = images.pixels()[start + at];
            if (from.grey() || options.channels() != Channels.GREY) {
                plane[at] = from.grey() ? (byte) first : images.pixels()[start + channel * from.pixels() + at];
            } else {
                int green = images.pixels()[start + from.pixels() + at] & 0xFF;
                int blue = images.pixels()[start + 2 * from.pixels() + at] & 0xFF;
                // ITU-R BT.601, as most programs turn colours into grey.
                plane[at] = (byte) Math.round(0.299f * (first & 0xFF) + 0.587f * green + 0.114f * blue);
            }
        }
        return plane;
    }

    private byte[] sized(byte[] plane, ImageShape to) {
        if (to.height() == from.height() && to.width() == from.width()) {
            return plane;
        }
        double down = (double) to.height() / from.height();
        double across = (double) to.width() / from.width();
        if (options.fit() != Fit.STRETCH) {
            double scale = options.fit() == Fit.PAD ? Math.min(down, across) : Math.max(down, across);
            down = scale;
            across = scale;
        }
        int height = (int) Math.max(1, Math.round(from.height() * down));
        int width = (int) Math.max(1, Math.round(from.width() * across));
        AreaAverage average = new AreaAverage(from.height(), from.width(), height, width);
        float[] row = new float[from.width()];
        for (int y = 0; y < from.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = plane[y * row.length + x] & 0xFF;
            }
            average.add(y, row);
        }
        return placed(average.pixels(), height, width, to);
    }

    /** In the middle, what is over cut off, what is missing black, or white where the images become inverted. */
    private byte[] placed(byte[] pixels, int height, int width, ImageShape to) {
        byte[] placed = new byte[to.pixels()];
        if (options.invert() == Invert.YES) {
            Arrays.fill(placed, (byte) 255);
        }
        int top = Math.floorDiv(to.height() - height, 2);
        int left = Math.floorDiv(to.width() - width, 2);
        for (int y = Math.max(0, -top); y < height && top + y < to.height(); y++) {
            for (int x = Math.max(0, -left); x < width && left + x < to.width(); x++) {
                placed[(top + y) * to.width() + left + x] = pixels[y * width + x];
            }
        }
        return placed;
    }
}
