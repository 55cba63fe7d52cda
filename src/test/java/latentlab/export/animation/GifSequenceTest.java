package latentlab.export.animation;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GifSequenceTest {
    private static final int COLOURS = 256;

    @TempDir
    Path folder;

    /**
     * Noise uses up codes fastest: from a single pixel, over every width of codes, to tables begun anew several times.
     */
    @ParameterizedTest
    @ValueSource(
            ints = {
                1, 2, 3, 253, 254, 255, 256, 257, 509, 510, 511, 765, 766, 767, 1789, 1790, 1791, 3836, 3837, 3838,
                3839, 3840, 3841, 4094, 4095, 4096, 7680, 20_000
            })
    void noiseComesBackAsItWas(int pixels) throws IOException {
        assertComesBack(pixels, 1, List.of(noise(pixels, 1), noise(pixels, 2)));
    }

    @Test
    void onePixelComesBackOverAndOver() throws IOException {
        byte[] plain = new byte[60 * 50];
        assertComesBack(60, 50, List.of(plain, plain, plain));
    }

    @Test
    void aChangeInAnyCornerComesBack() throws IOException {
        byte[] frame = noise(40 * 30, 3);
        byte[] topLeft = frame.clone();
        topLeft[0] ^= 1;
        byte[] bottomRight = topLeft.clone();
        bottomRight[bottomRight.length - 1] ^= 1;
        byte[] both = bottomRight.clone();
        both[39] ^= 1;
        both[29 * 40] ^= 1;
        assertComesBack(40, 30, List.of(frame, topLeft, bottomRight, both));
    }

    private void assertComesBack(int width, int height, List<byte[]> frames) throws IOException {
        Path file = folder.resolve("noise.gif");
        try (OutputStream out = Files.newOutputStream(file)) {
            GifSequence gif = new GifSequence(
                    out, width, height, AnimationPalette.ofGrey().colours(), 10);
            for (byte[] frame : frames) {
                gif.add(frame);
            }
            gif.finish();
        }
        DecodedGif decoded = DecodedGif.read(file);
        assertThat(decoded.frames()).hasSize(frames.size());
        for (int i = 0; i < frames.size(); i++) {
            assertThat(colours(decoded.frames().get(i))).isEqualTo(colours(frames.get(i)));
        }
    }

    private static byte[] noise(int pixels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] noise = new byte[pixels];
        for (int i = 0; i < pixels; i++) {
            noise[i] = (byte) random.nextInt(COLOURS);
        }
        return noise;
    }

    private static int[] colours(byte[] indices) {
        int[] colours = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            colours[i] = AnimationPalette.ofGrey().colours().getRGB(indices[i] & 0xFF);
        }
        return colours;
    }

    private static int[] colours(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
