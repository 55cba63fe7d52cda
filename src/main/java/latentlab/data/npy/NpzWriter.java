package latentlab.data.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Writes a dataset as an NPZ file as Keras has them: arrays {@code x_train}, {@code y_train}, {@code x_test} and {@code
 * y_test}, of which images are uint8 in [n, height, width] or [n, height, width, 3]. Of the same dataset it always
 * writes the same bytes.
 */
public final class NpzWriter {
    private final Progress progress;
    private final Sentence what;
    private double done;

    private NpzWriter(Dataset dataset, Progress progress) {
        this.progress = progress;
        what = Sentence.of("data.progress.writing", dataset.name());
    }

    /**
     * Writes training and test images, and their labels where they have some: uint8, or int32 beyond 255.
     *
     * @param out is flushed and not closed
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    public static void write(OutputStream out, Dataset dataset, Progress progress) throws IOException {
        NpzWriter writer = new NpzWriter(dataset, progress);
        NpzOutput npz = new NpzOutput(out);
        writer.images(npz, "x_train", dataset.train());
        writer.labels(npz, "y_train", dataset.train());
        writer.images(npz, "x_test", dataset.test());
        writer.labels(npz, "y_test", dataset.test());
        npz.finish();
        progress.report(1, writer.what);
    }

    private void images(NpzOutput npz, String name, ImageSet images) throws IOException {
        ImageShape shape = images.shape();
        int[] sizes = shape.grey()
                ? new int[] {images.count(), shape.height(), shape.width()}
                : new int[] {images.count(), shape.height(), shape.width(), shape.channels()};
        npz.array(name, "|u1", sizes, (long) images.count() * images.size(), out -> pixels(out, images));
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

    private void labels(NpzOutput npz, String name, ImageSet images) throws IOException {
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
        npz.array(name, bytes ? "|u1" : "<i4", shape, labels.capacity(), out -> out.write(labels.array()));
    }
}
