package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import latentlab.data.download.Mirror;
import latentlab.data.download.PublicDataset;
import latentlab.data.download.RemoteFile;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** With the real files, where they are at hand. */
@EnabledIfEnvironmentVariable(named = "LATENT_LAB_MNIST", matches = ".+")
class MnistTest {
    private final Path mnist = Path.of(String.valueOf(System.getenv("LATENT_LAB_MNIST")));

    @Test
    void opensAsAFolder() throws Exception {
        Dataset dataset = new Datasets().load(mnist.toString(), Progress.NONE);
        assertThat(dataset.train().count()).isEqualTo(60_000);
        assertThat(dataset.test().count()).isEqualTo(10_000);
        assertThat(dataset.validationCount()).isEqualTo(12_000);
        assertThat(dataset.train().size()).isEqualTo(784);
        assertThat(dataset.train().labels()).startsWith(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
        assertThat(dataset.test().labels()).startsWith(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
    }

    @Test
    void theGridShowsTheNotebooksTenImages() throws Exception {
        byte[] labels;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(mnist.resolve("t10k-labels-idx1-ubyte.gz")))) {
            in.skipNBytes(8);
            labels = in.readAllBytes();
        }
        int[] expected = new int[10];
        int found = 0;
        for (int i = 0; i < labels.length && found < 10; i++) {
            if (labels[i] == found) {
                expected[found++] = i;
            }
        }
        Dataset dataset = new Datasets().load(mnist.toString(), Progress.NONE);
        assertThat(dataset.samples()).containsExactly(expected);
    }

    @Test
    void downloadsWithItsPublishedChecksums(@TempDir Path cache) throws Exception {
        PublicDataset<?> published = PublicDataset.ALL.getFirst();
        Map<String, byte[]> files = new HashMap<>();
        for (RemoteFile<?> file : published.files()) {
            files.put(file.name(), Files.readAllBytes(mnist.resolve(file.name())));
        }
        try (Mirror mirror = new Mirror(files, Mirror.GOOD)) {
            mirror.answer(mirror.brokenOnceAfter(3_000_000, Mirror.GOOD));
            PublicDataset<?> here = mirror.of(published);
            Dataset dataset = new Datasets(progress -> null, List.of(here), cache, Duration.ofMinutes(1))
                    .load("mnist", Progress.NONE);
            assertThat(dataset.train().count()).isEqualTo(60_000);
            assertThat(dataset.test().labels()).startsWith(7, 2, 1, 0, 4);
            assertThat(dataset.name().values()).containsExactly("MNIST");
            assertThat(dataset.className(7)).isEqualTo("7");
        }
    }
}
