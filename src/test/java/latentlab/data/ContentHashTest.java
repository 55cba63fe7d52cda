package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import latentlab.data.idx.IdxSamples;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tells data from others, however they were loaded. */
class ContentHashTest {
    private static final Dataset DATA = SmallDatasets.of(30, 12, 6, 4);

    @TempDir
    Path folder;

    private static String hash(ImageSet train) {
        return new Dataset(DATA.name(), DATA.origin(), train, DATA.test(), DATA.classNames())
                .identity()
                .hash();
    }

    @Test
    void isTheSameWhateverTheDataAreCalledAndWhereverTheyCameFrom() throws Exception {
        Path plain = Files.createDirectory(folder.resolve("plain"));
        Path packed = Files.createDirectory(folder.resolve("packed"));
        IdxSamples.writeFour(plain);
        for (Path file : List.of(
                plain.resolve(IdxSamples.TRAIN_IMAGES),
                plain.resolve(IdxSamples.TRAIN_LABELS),
                plain.resolve(IdxSamples.TEST_IMAGES),
                plain.resolve(IdxSamples.TEST_LABELS))) {
            Files.write(packed.resolve(file.getFileName() + ".gz"), IdxSamples.gzip(Files.readAllBytes(file)));
        }
        DataIdentity first =
                new Datasets().load(plain.toString(), Progress.NONE).identity();
        DataIdentity second =
                new Datasets().load(packed.toString(), Progress.NONE).identity();

        assertThat(second.hash()).isEqualTo(first.hash()).hasSize(64);
        assertThat(second.origin()).isNotEqualTo(first.origin());
    }

    @Test
    void everyPixelAndEveryLabelCountsAndSoDoesTheShape() {
        ImageSet train = DATA.train();
        byte[] pixels = train.pixels().clone();
        pixels[pixels.length - 1] ^= 1;
        int[] labels = train.labels().clone();
        labels[0] ^= 1;

        assertThat(List.of(
                        hash(train),
                        hash(new ImageSet(train.count(), train.shape(), pixels, train.labels())),
                        hash(new ImageSet(train.count(), train.shape(), train.pixels(), labels)),
                        hash(new ImageSet(train.count(), train.shape(), train.pixels(), null))))
                .doesNotHaveDuplicates();
        Dataset turned = SmallDatasets.of(30, 12, 4, 6);
        assertThat(turned.identity().hash()).isNotEqualTo(DATA.identity().hash());
    }

    @Test
    void namesWhatARunWasTrainedOn() {
        DataIdentity identity = DATA.identity();
        assertThat(identity.train()).isEqualTo(30);
        assertThat(identity.test()).isEqualTo(12);
        assertThat(identity.shape()).isEqualTo(new ImageShape(1, 6, 4));
        assertThat(identity.name()).isEqualTo(DATA.name()).isInstanceOf(Sentence.class);
        assertThat(identity.classNames()).isEqualTo(DATA.classNames());
    }
}
