package latentlab.data.download;

import static latentlab.data.idx.IdxSamples.TEST_IMAGES;
import static latentlab.data.idx.IdxSamples.TEST_LABELS;
import static latentlab.data.idx.IdxSamples.TRAIN_IMAGES;
import static latentlab.data.idx.IdxSamples.TRAIN_LABELS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.download.RemoteFile.Hashed;
import latentlab.data.idx.IdxArray;
import latentlab.data.idx.IdxContent;
import latentlab.data.idx.IdxSamples;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers on the loopback interface that can be told to fail. A download that hangs instead of failing is ended by
 * the time limit.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
public abstract class TwoMirrors {
    public static final Duration LONG = Duration.ofHours(1);

    public static final String IMAGES = TRAIN_IMAGES + ".gz";

    public static final int HALF = 50_000;

    public static final Map<String, byte[]> UNPACKED = Map.of(
            TRAIN_IMAGES, IdxSamples.images(200, 28, 28),
            TRAIN_LABELS, IdxSamples.labels(200, 10),
            TEST_IMAGES, IdxSamples.images(20, 28, 28),
            TEST_LABELS, IdxSamples.labels(20, 10));

    @TempDir
    public Path folder;

    public Path cache;

    Mirror first;

    Mirror second;

    @BeforeEach
    void startMirrors() throws IOException {
        cache = folder.resolve("datasets");
        first = new Mirror(packed(), Mirror.GOOD);
        second = new Mirror(packed(), Mirror.GOOD);
    }

    @AfterEach
    void stopMirrors() {
        first.close();
        second.close();
    }

    void assertLoads() throws Problem {
        Dataset dataset = load();
        assertThat(dataset.train().pixels())
                .isEqualTo(Arrays.copyOfRange(UNPACKED.get(TRAIN_IMAGES), 16, 16 + 200 * 784));
        assertThat(dataset.test().label(19)).isEqualTo(9);
    }

    Dataset load() throws Problem {
        return datasets(Hashed.PACKED, LONG).load("mini", Progress.NONE);
    }

    Datasets datasets(Hashed hashed, Duration patience) {
        return new Datasets(
                progress -> null, List.of(mini(hashed, List.of(first.address(), second.address()))), cache, patience);
    }

    public static PublicDataset<IdxArray> mini(Hashed hashed, List<URI> mirrors) {
        List<RemoteFile<IdxArray>> files = Stream.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS)
                .map(name -> {
                    byte[] packed = packed().get(name + ".gz");
                    byte[] hashedBytes = hashed == Hashed.PACKED ? packed : UNPACKED.get(name);
                    String sum =
                            HexFormat.of().formatHex(RemoteFile.sha256Digest().digest(hashedBytes));
                    IdxContent content = name.contains("images") ? IdxContent.IMAGES : IdxContent.LABELS;
                    return new RemoteFile<>(name + ".gz", PublicDataset.idx(content), packed.length, hashed, sum);
                })
                .toList();
        List<String> names = List.of("null", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
        return PublicDataset.idx("mini", "Mini", names, mirrors, files);
    }

    public static Map<String, byte[]> packed() {
        return UNPACKED.entrySet().stream()
                .collect(Collectors.toMap(file -> file.getKey() + ".gz", file -> IdxSamples.gzip(file.getValue())));
    }

    List<String> kept() throws IOException {
        try (Stream<Path> files = Files.list(cache.resolve("mini"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
