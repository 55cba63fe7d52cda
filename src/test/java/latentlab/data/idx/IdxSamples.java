package latentlab.data.idx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Makes IDX files. */
public final class IdxSamples {
    public static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
    public static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    public static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    public static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    private IdxSamples() {}

    public static byte[] idx(int type, int[] shape, byte[] values) {
        ByteBuffer file = ByteBuffer.allocate(4 + 4 * shape.length + values.length);
        file.put(new byte[] {0, 0, (byte) type, (byte) shape.length});
        for (int size : shape) {
            file.putInt(size);
        }
        return file.put(values).array();
    }

    /** Images of noise, so that a gzip of them is no smaller. */
    public static byte[] images(int count, int height, int width) {
        byte[] pixels = new byte[count * height * width];
        new Random(count).nextBytes(pixels);
        return idx(0x08, new int[] {count, height, width}, pixels);
    }

    /** Labels 0, 1, … classes - 1, 0, 1, … */
    public static byte[] labels(int count, int classes) {
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % classes);
        }
        return idx(0x08, new int[] {count}, labels);
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("nothing is written to but memory", e);
        }
        return out.toByteArray();
    }

    /** 30 training and 12 test images of 28x28, ten classes. */
    public static void writeFour(Path folder) throws IOException {
        Files.write(folder.resolve(TRAIN_IMAGES), images(30, 28, 28));
        Files.write(folder.resolve(TRAIN_LABELS), labels(30, 10));
        Files.write(folder.resolve(TEST_IMAGES), images(12, 28, 28));
        Files.write(folder.resolve(TEST_LABELS), labels(12, 10));
    }
}
