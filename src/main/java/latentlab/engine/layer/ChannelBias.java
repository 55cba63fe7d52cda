package latentlab.engine.layer;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import latentlab.engine.kernels.Floats;

/**
 * A bias for each channel, repeated for all its pixels: so that what lies between the products of a convolution is done
 * by the same kernels as in a dense layer, a whole image at a time, even where a pixel has but one channel.
 */
final class ChannelBias {
    private final Floats bias;
    private final int channels;
    private final int pixels;
    private final boolean planar;
    private final float[] each;
    private final float[] numbers;
    private final MemorySegment room;

    /** @param planar whether all pixels of a channel lie together, and not all channels of a pixel */
    ChannelBias(Floats bias, int channels, int pixels, boolean planar) {
        this.bias = bias;
        this.channels = channels;
        this.pixels = pixels;
        this.planar = planar;
        each = new float[channels];
        numbers = new float[channels * pixels];
        room = Arena.ofAuto().allocate((long) Float.BYTES * numbers.length, 64);
    }

    /** Numbers of an image. */
    int length() {
        return numbers.length;
    }

    /** Room for a number of each pixel's each channel. */
    MemorySegment room() {
        return room;
    }

    /** @return the bias as it is now, for each pixel */
    MemorySegment spread() {
        bias.get(each);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = each[channel(i)];
        }
        MemorySegment.copy(numbers, 0, room, JAVA_FLOAT, 0, numbers.length);
        return room;
    }

    /** Adds up for each channel what {@link #room} holds for its pixels; it takes the bias's place. */
    void collect() {
        MemorySegment.copy(room, JAVA_FLOAT, 0, numbers, 0, numbers.length);
        Arrays.fill(each, 0);
        for (int i = 0; i < numbers.length; i++) {
            each[channel(i)] += numbers[i];
        }
        bias.set(each);
    }

    private int channel(int place) {
        return planar ? place / pixels : place % channels;
    }
}
