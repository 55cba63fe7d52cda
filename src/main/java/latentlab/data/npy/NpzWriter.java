package latentlab.data.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.arrays.NumberArray;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Writes a dataset as an NPZ file as Keras has them: arrays {@code x_train}, {@code y_train}, {@code x_test} and {@code
 * y_test}, of which images are uint8 in [n, height, width] or [n, height, width, 3]. Of the same dataset it always
 * writes the same bytes.
 */
public final class NpzWriter {
    /** The first that an archive can say. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    /** NumPy aligns numbers to as many bytes. */
    private static final int ALIGNMENT = 64;

    private final Progress progress;
    private final Sentence what;
    private double done;

    private NpzWriter(Dataset dataset, Progress progress) {
        this.progress = progress;
        what = Sentence.of("data.progress.writing", dataset.name());
    }

    /** Writes the numbers of an array. */
    private interface Numbers {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes training and test images, and their labels where they have some: uint8, or int32 beyond 255.
     *
     * @param out is flushed and not closed
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    public static void write(OutputStream out, Dataset dataset, Progress progress) throws IOException {
        NpzWriter writer = new NpzWriter(dataset, progress);
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setMethod(ZipOutputStream.STORED);
        writer.images(zip, "x_train", dataset.train());
        writer.labels(zip, "y_train", dataset.train());
        writer.images(zip, "x_test", dataset.test());
        writer.labels(zip, "y_test", dataset.test());
        zip.finish();
        zip.flush();
        progress.report(1, writer.what);
    }

    private void images(ZipOutputStream zip, String name, ImageSet images) throws IOException {
        ImageShape shape = images.shape();
        int[] sizes = shape.grey()
                ? new int[] {images.count(), shape.height(), shape.width()}
                : new int[] {images.count(), shape.height(), shape.width(), shape.channels()};
        array(zip, name, "|u1", sizes, (long) images.count() * images.size(), out -> pixels(out, images));
    }

    private void pixels(OutputStream out, ImageSet images) throws IOException {
        ImageShape shape = images.shape();
        byte[] image = new byte[images.size()];
        for (int i = 0; i < images.count(); i++) {
            progress.report(done, what);
            int start = i * images.size();
            for (int at = 0; at < image.length; at++) {
                int channel = at % shape.channels();
                image[at] = images.pixels()[start + channel * shape.pixels() + at / shape.channels()];
            }
            out.write(image);
        }
        // Each array is gone through twice: first for its sum, which comes before it.
        done += images.count() == 0 ? 0 : 0.25;
    }

    private void labels(ZipOutputStream zip, String name, ImageSet images) throws IOException {
        if (!images.labelled()) {
            return;
        }
        boolean bytes = images.classes() <= 256;
        ByteBuffer labels = ByteBuffer.allocate((bytes ? 1 : Integer.BYTES) * images.count())
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < images.count(); i++) {
            if (bytes) {
                labels.put((byte) images.label(i));
            } else {
                labels.putInt(images.label(i));
            }
        }
        int[] shape = {images.count()};
        array(zip, name, bytes ? "|u1" : "<i4", shape, labels.capacity(), out -> out.write(labels.array()));
    }

    private void array(ZipOutputStream zip, String name, String type, int[] shape, long bytes, Numbers numbers)
            throws IOException {
        byte[] header = header(type, shape);
        CRC32 sum = new CRC32();
        sum.update(header);
        numbers.writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), sum));
        ZipEntry entry = new ZipEntry(name + NpyFiles.ARRAY);
        entry.setTimeLocal(TIME);
        entry.setSize(header.length + bytes);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(header);
        numbers.writeTo(zip);
        zip.closeEntry();
    }

    private static byte[] header(String type, int... shape) {
        String text =
                "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + NumberArray.written(shape) + ", }";
        int before = 10;
        int length = Math.ceilDiv(before + text.length() + 1, ALIGNMENT) * ALIGNMENT - before;
        ByteBuffer header = ByteBuffer.allocate(before + length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) length);
        header.put((text + " ".repeat(length - text.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII));
        return header.array();
    }
}
