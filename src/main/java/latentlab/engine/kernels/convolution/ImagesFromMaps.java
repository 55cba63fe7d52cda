package latentlab.engine.kernels.convolution;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * {@link Convolution#transposed} by the Vector API. Where the channels of a pixel are whole vectors, each pixel is
 * gathered from the maps; images of one or three channels would leave most of a vector empty, so that there each pixel
 * of a map comes to all it adds to the image around it, which is then added up.
 */
final class ImagesFromMaps {
    private final ConvolutionShape shape;
    private final boolean gathers;
    private final int many;
    private final List<Gathering> gatherings;
    private final float[] weights;
    /** Maps with a border of zeros, or without where they are spread. */
    private final float[] maps;

    private final int lead;
    private final int mapWidth;
    /** Numbers of a map with its border. */
    private final int bordered;

    private final int pixels;
    /** Numbers that a pixel of a map is spread to, whole vectors. */
    private final int padded;

    private final MemorySegment room;
    private final float[] spread;
    private final int wide;
    private final float[] image;
    private final float[] row;

    ImagesFromMaps(ConvolutionShape shape) {
        this.shape = shape;
        int channels = shape.channels();
        gathers = !shape.planar() && channels % PixelProducts.LANES == 0;
        pixels = shape.outHeight() * shape.outWidth();
        weights = new float[shape.weights()];
        row = new float[shape.width()];
        lead = gathers ? Math.max(0, Math.ceilDiv(shape.kernel() - 1 - shape.padding(), shape.stride())) : 0;
        mapWidth = gathers ? lead + met(shape.width(), shape.outWidth()) : shape.outWidth();
        int mapHeight = gathers ? lead + met(shape.height(), shape.outHeight()) : shape.outHeight();
        bordered = mapHeight * mapWidth * shape.filters();
        padded = VectorConvolution.vectors(shape.window());
        many = VectorConvolution.together(gathers ? bordered : Math.max(bordered, pixels * padded));
        maps = new float[many * bordered];
        wide = shape.width() + 2 * shape.padding();
        if (gathers) {
            gatherings = Gather.images(shape, lead, mapWidth).stream()
                    .map(each -> new Gathering(each, many, bordered, each.out(), shape.imageSize()))
                    .toList();
            room = null;
            spread = null;
            image = null;
        } else {
            int[] outs = IntStream.range(0, pixels).map(p -> p * padded).toArray();
            gatherings = List.of(new Gathering(Gather.spread(shape), many, bordered, outs, pixels * padded));
            room = Arena.ofAuto().allocate((long) Float.BYTES * many * pixels * padded, 64);
            spread = new float[many * pixels * padded];
            image = new float[(shape.height() + 2 * shape.padding()) * wide * channels];
        }
    }

    /** Rows of a map up to the last one that a row of the image meets. */
    private int met(int size, int places) {
        return Math.max(places, (size - 1 + shape.padding()) / shape.stride() + 1);
    }

    void compute(MemorySegment from, MemorySegment weight, MemorySegment images, int count) {
        MemorySegment.copy(weight, JAVA_FLOAT, 0, weights, 0, weights.length);
        for (Gathering each : gatherings) {
            each.pack(weights);
        }
        for (int first = 0; first < count; first += many) {
            int now = Math.min(many, count - first);
            for (int i = 0; i < now; i++) {
                take(from, first + i, i);
            }
            if (gathers) {
                long at = (long) Float.BYTES * first * shape.imageSize();
                for (Gathering each : gatherings) {
                    each.compute(maps, now, images, at);
                }
            } else {
                gatherings.getFirst().compute(maps, now, room, 0);
                MemorySegment.copy(room, JAVA_FLOAT, 0, spread, 0, now * pixels * padded);
                for (int i = 0; i < now; i++) {
                    addUp(i * pixels * padded);
                    give(images, (long) (first + i) * shape.imageSize());
                }
            }
        }
    }

    private void take(MemorySegment from, int which, int place) {
        int length = shape.outWidth() * shape.filters();
        long at = (long) Float.BYTES * which * shape.mapSize();
        int start = place * bordered + lead * (mapWidth + 1) * shape.filters();
        for (int y = 0; y < shape.outHeight(); y++) {
            int to = start + y * mapWidth * shape.filters();
            MemorySegment.copy(from, JAVA_FLOAT, at + (long) Float.BYTES * y * length, maps, to, length);
        }
    }

    /** Adds what the pixels of a map come to, with the image's border. */
    private void addUp(int from) {
        Arrays.fill(image, 0);
        int run = shape.kernel() * shape.channels();
        for (int p = 0; p < pixels; p++) {
            int y = p / shape.outWidth() * shape.stride();
            int x = p % shape.outWidth() * shape.stride();
            int start = (y * wide + x) * shape.channels();
            for (int i = 0; i < shape.kernel(); i++) {
                int to = start + i * wide * shape.channels();
                int at = from + p * padded + i * run;
                for (int j = 0; j < run; j++) {
                    image[to + j] += spread[at + j];
                }
            }
        }
    }

    private void give(MemorySegment images, long to) {
        int channels = shape.channels();
        int width = shape.width();
        int start = (wide + 1) * shape.padding() * channels;
        for (int y = 0; y < shape.height(); y++) {
            int at = start + y * wide * channels;
            if (!shape.planar() || channels == 1) {
                int length = width * channels;
                MemorySegment.copy(image, at, images, JAVA_FLOAT, Float.BYTES * (to + (long) y * length), length);
            } else {
                for (int channel = 0; channel < channels; channel++) {
                    for (int x = 0; x < width; x++) {
                        row[x] = image[at + x * channels + channel];
                    }
                    long plane = to + (long) (channel * shape.height() + y) * width;
                    MemorySegment.copy(row, 0, images, JAVA_FLOAT, Float.BYTES * plane, width);
                }
            }
        }
    }
}
