package latentlab.engine.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latentlab.text.PlainNumber;

/** One of the encoder's hidden layers, as {@link Setting#HIDDEN} has it; the decoder has its mirror image. */
public sealed interface HiddenLayer {
    int MOST_CHANNELS = 512;
    int LARGEST_KERNEL = 9;
    int LARGEST_STRIDE = 4;
    int LARGEST_PADDING = 8;
    int LARGEST_SQUARE = 8;
    int USUAL_KERNEL = 3;
    int USUAL_STRIDE = 2;

    /** As it is written: "300", "c16", "c16k5s1", "p2". */
    String text();

    /** Whether its numbers are in their ranges, but for how many units there may be. */
    boolean usual();

    /**
     * Every input to every unit.
     *
     * @param units numbers that come out
     */
    record Dense(int units) implements HiddenLayer {
        @Override
        public String text() {
            return Integer.toString(units);
        }

        @Override
        public boolean usual() {
            return units >= 1;
        }
    }

    /**
     * A convolution, with a transposed one in the decoder. Written c and its channels, then k, s and p with kernel,
     * stride and padding, as far as they are not the usual ones.
     *
     * @param channels that come out
     * @param kernel rows and columns of its kernels, usually 3
     * @param stride pixels from place to place, usually 2
     * @param padding rows and columns of zeros around the image, usually half of the kernel: 1 of 3, 2 of 5
     */
    record Convolution(int channels, int kernel, int stride, int padding) implements HiddenLayer {
        /** A kernel of 3 and a stride of 2. */
        public Convolution(int channels) {
            this(channels, USUAL_KERNEL, USUAL_STRIDE, usualPadding(USUAL_KERNEL));
        }

        @Override
        public String text() {
            return "c" + channels
                    + (kernel == USUAL_KERNEL ? "" : "k" + kernel)
                    + (stride == USUAL_STRIDE ? "" : "s" + stride)
                    + (padding == usualPadding(kernel) ? "" : "p" + padding);
        }

        @Override
        public boolean usual() {
            return within(channels, 1, MOST_CHANNELS)
                    && within(kernel, 1, LARGEST_KERNEL)
                    && within(stride, 1, LARGEST_STRIDE)
                    && within(padding, 0, LARGEST_PADDING);
        }
    }

    /**
     * The largest number of each square of pixels, with the nearest pixel in the decoder. Written p and its size.
     *
     * @param size rows and columns of a square
     */
    record Pooling(int size) implements HiddenLayer {
        @Override
        public String text() {
            return "p" + size;
        }

        @Override
        public boolean usual() {
            return within(size, 2, LARGEST_SQUARE);
        }
    }

    /** What is not dense, each number without zeros in front of it. */
    Pattern WRITTEN = Pattern.compile(
            "c(NUMBER)(?:k(NUMBER))?(?:s(NUMBER))?(?:p(NUMBER))?|p(NUMBER)".replace("NUMBER", "0|[1-9][0-9]{0,8}"));

    private static boolean within(int number, int low, int high) {
        return number >= low && number <= high;
    }

    private static int usualPadding(int kernel) {
        return (kernel - 1) / 2;
    }

    /** @return dense layers of so many units */
    static List<HiddenLayer> dense(int... units) {
        return Arrays.stream(units).<HiddenLayer>mapToObj(Dense::new).toList();
    }

    /**
     * @param text layers as {@link #text} writes them, one behind the other, e.g. "c16-c32-64"
     * @throws IllegalArgumentException if it is not that
     */
    static List<HiddenLayer> row(String text) {
        List<HiddenLayer> layers = new ArrayList<>();
        for (String layer : text.strip().split("\\s*[-,]\\s*", -1)) {
            layers.add(parse(layer));
        }
        return List.copyOf(layers);
    }

    /**
     * @param text as {@link #text} writes it
     * @throws IllegalArgumentException if it is none
     */
    static HiddenLayer parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (written.matches() && written.group(1) == null) {
            return new Pooling(number(written.group(5), 0));
        }
        if (written.matches()) {
            int kernel = number(written.group(2), USUAL_KERNEL);
            return new Convolution(
                    number(written.group(1), 0),
                    kernel,
                    number(written.group(3), USUAL_STRIDE),
                    number(written.group(4), usualPadding(kernel)));
        }
        return new Dense(Math.clamp(PlainNumber.whole(text), Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    private static int number(String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }
}
