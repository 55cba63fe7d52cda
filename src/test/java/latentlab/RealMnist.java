package latentlab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.text.Sentence;

/** The real MNIST, from the folder that the environment variable {@value #VARIABLE} names: four gzipped IDX files. */
public final class RealMnist {
    public static final String VARIABLE = "LATENT_LAB_MNIST";

    private RealMnist() {}

    public static Dataset load() {
        return new Dataset(
                Sentence.of("view.data.mnist"), "mnist", images("train", 60_000), images("t10k", 10_000), List.of());
    }

    private static ImageSet images(String part, int count) {
        byte[] pixels = idx(part + "-images-idx3-ubyte.gz", 16);
        byte[] labels = idx(part + "-labels-idx1-ubyte.gz", 8);
        return new ImageSet(
                count,
                ImageShape.grey(28, 28),
                pixels,
                IntStream.range(0, count).map(i -> labels[i]).toArray());
    }

    private static byte[] idx(String name, int header) {
        Path file = Path.of(System.getenv(VARIABLE), name);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            byte[] all = in.readAllBytes();
            return Arrays.copyOfRange(all, header, all.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
