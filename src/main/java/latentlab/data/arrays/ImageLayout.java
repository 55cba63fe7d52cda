package latentlab.data.arrays;

import latentlab.data.ImageShape;
import latentlab.text.Problem;

/**
 * Where the pixels of an image lie among its numbers.
 *
 * @param shape of an image
 * @param channelStep from a channel's number to the next one's, likewise {@code rowStep} and {@code columnStep}
 * @param kind what the layout was told by
 */
public record ImageLayout(ImageShape shape, int channelStep, int rowStep, int columnStep, Kind kind) {
    /** Images may be this high and wide. */
    public static final int MAX_SIDE = 512;

    private static final int COLOURS = 3;
    private static final int WITH_OPACITY = 4;

    /** What may have to be said of it. */
    public enum Kind {
        PLAIN,
        /** There is a fourth channel, which is no colour. */
        WITH_OPACITY,
        /** All numbers of an image in a row, three times as many as a square has: in which order is to be found out. */
        FLAT_COLOUR
    }

    /**
     * Tells the layout by the shape of an array alone.
     *
     * @param place of the array, for sentences
     * @param shape [count, height, width], with channels of colour last or before these, or [count, pixels]
     * @throws Problem if it can be none, or more than one
     */
    public static ImageLayout of(String place, int... shape) throws Problem {
        return switch (shape.length) {
            case 2 -> flat(place, shape);
            case 3 -> {
                if (channels(shape[2]) && Math.min(shape[0], shape[1]) > WITH_OPACITY) {
                    throw Problem.of("data.array.ambiguous", place, NumberArray.written(shape));
                }
                yield grey(place, shape);
            }
            case 4 -> colour(place, shape);
            default -> throw Problem.of("data.array.dimensions", place, NumberArray.written(shape));
        };
    }

    /** Of [count, height, width], however narrow. */
    public static ImageLayout grey(String place, int... shape) throws Problem {
        check(place, shape[1], shape[2]);
        return new ImageLayout(ImageShape.grey(shape[1], shape[2]), 0, shape[2], 1, Kind.PLAIN);
    }

    private static boolean channels(int size) {
        return size == 1 || size == COLOURS || size == WITH_OPACITY;
    }

    private static ImageLayout colour(String place, int... shape) throws Problem {
        boolean first = channels(shape[1]);
        boolean last = channels(shape[3]);
        if (first && last) {
            throw Problem.of("data.array.ambiguous", place, NumberArray.written(shape));
        }
        if (!first && !last) {
            throw Problem.of("data.array.dimensions", place, NumberArray.written(shape));
        }
        int channels = first ? shape[1] : shape[3];
        int height = first ? shape[2] : shape[1];
        int width = first ? shape[3] : shape[2];
        check(place, height, width);
        Kind kind = channels == WITH_OPACITY ? Kind.WITH_OPACITY : Kind.PLAIN;
        ImageShape image = new ImageShape(Math.min(COLOURS, channels), height, width);
        return first
                ? new ImageLayout(image, height * width, width, 1, kind)
                : new ImageLayout(image, 1, width * channels, channels, kind);
    }

    private static ImageLayout flat(String place, int... shape) throws Problem {
        int size = shape[1];
        int side = root(size);
        if (side > 0) {
            check(place, side, side);
            return new ImageLayout(ImageShape.grey(side, side), 0, side, 1, Kind.PLAIN);
        }
        int colourSide = size % COLOURS == 0 ? root(size / COLOURS) : 0;
        if (colourSide > 0) {
            check(place, colourSide, colourSide);
            return planar(ImageShape.colour(colourSide, colourSide), Kind.FLAT_COLOUR);
        }
        throw Problem.of("data.array.pixels", place, size);
    }

    /** Of images whose numbers are in the order that the program has them in. */
    public static ImageLayout planar(ImageShape shape) {
        return planar(shape, Kind.PLAIN);
    }

    private static ImageLayout planar(ImageShape shape, Kind kind) {
        return new ImageLayout(shape, shape.pixels(), shape.width(), 1, kind);
    }

    /** @return the whole square root, or 0 where there is none */
    private static int root(int size) {
        int side = (int) Math.round(Math.sqrt(size));
        return side * side == size ? side : 0;
    }

    private static void check(String place, int height, int width) throws Problem {
        if (Math.min(height, width) < 1 || Math.max(height, width) > MAX_SIDE) {
            throw Problem.of("data.idx.side", place, width, height, MAX_SIDE);
        }
    }

    /** @return the same numbers, of which each image's columns were written one after the other */
    public ImageLayout transposed() {
        ImageShape turned = new ImageShape(shape.channels(), shape.width(), shape.height());
        return new ImageLayout(turned, channelStep, columnStep, rowStep, kind);
    }

    /** @return the same of numbers that go pixel by pixel, each red, green and blue */
    ImageLayout interleaved() {
        return new ImageLayout(shape, 1, COLOURS * shape.width(), COLOURS, kind);
    }

    /** Whether an image's numbers are in the order that the program has them in. */
    boolean inOrder() {
        return kind != Kind.WITH_OPACITY
                && columnStep == 1
                && rowStep == shape.width()
                && (shape.grey() || channelStep == shape.pixels());
    }

    /** @return where a value is among an image's numbers */
    int index(int channel, int y, int x) {
        return channel * channelStep + y * rowStep + x * columnStep;
    }
}
