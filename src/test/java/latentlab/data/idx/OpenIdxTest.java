package latentlab.data.idx;

import static latentlab.data.idx.IdxSamples.TEST_IMAGES;
import static latentlab.data.idx.IdxSamples.TEST_LABELS;
import static latentlab.data.idx.IdxSamples.TRAIN_IMAGES;
import static latentlab.data.idx.IdxSamples.TRAIN_LABELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.Problems;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenIdxTest {
    @TempDir
    Path folder;

    private final Datasets datasets = new Datasets();

    @BeforeEach
    void writeFiles() throws IOException {
        IdxSamples.writeFour(folder);
    }

    @Test
    void fourFilesBecomeADataset() throws Exception {
        Dataset dataset = open(folder);
        assertThat(dataset.train().count()).isEqualTo(30);
        assertThat(dataset.test().count()).isEqualTo(12);
        assertThat(dataset.train().height()).isEqualTo(28);
        assertThat(dataset.train().pixels()).isEqualTo(withoutHeader(IdxSamples.images(30, 28, 28)));
        assertThat(dataset.test().pixels()).isEqualTo(withoutHeader(IdxSamples.images(12, 28, 28)));
        assertThat(dataset.train().label(13)).isEqualTo(3);
        assertThat(dataset.test().label(11)).isEqualTo(1);
        assertThat(dataset.classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(dataset.name().values()).containsExactly(folder.getFileName().toString());
        assertThat(dataset.origin()).isEqualTo(folder.toString());
    }

    @Test
    void gzipIsToldByContentAndNotByName() throws Exception {
        ImageSet plain = open(folder).train();
        move(TRAIN_IMAGES, TRAIN_IMAGES + ".gz");
        Files.write(folder.resolve(TRAIN_IMAGES + ".gz"), IdxSamples.gzip(IdxSamples.images(30, 28, 28)));
        move(TRAIN_LABELS, TRAIN_LABELS + ".gz");
        assertThat(open(folder).train()).usingRecursiveComparison().isEqualTo(plain);
    }

    @Test
    void namesWithADotAreUsualToo() throws Exception {
        move(TRAIN_IMAGES, "train-images.idx3-ubyte");
        move(TEST_LABELS, "t10k-labels.idx1-ubyte");
        assertThat(open(folder).test().labelled()).isTrue();
    }

    @Test
    void aFileStandsForItsFolder() throws Exception {
        assertThat(open(folder.resolve(TEST_LABELS)).train().count()).isEqualTo(30);
    }

    @Test
    void torchvisionsFolderIsFound() throws Exception {
        Path data = folder.resolve("data");
        Path raw = Files.createDirectories(data.resolve("MNIST/raw"));
        IdxSamples.writeFour(raw);
        assertThat(open(data).train().count()).isEqualTo(30);
        assertThat(open(data.resolve("MNIST")).train().count()).isEqualTo(30);
    }

    @Test
    void imagesNeedNotBe28x28NorSquare() throws Exception {
        Files.write(folder.resolve(TRAIN_IMAGES), IdxSamples.images(30, 5, 9));
        Files.write(folder.resolve(TEST_IMAGES), IdxSamples.images(12, 5, 9));
        Dataset dataset = open(folder);
        assertThat(dataset.train().height()).isEqualTo(5);
        assertThat(dataset.train().width()).isEqualTo(9);
    }

    @Test
    void labelsMayBeMissing() throws Exception {
        Files.delete(folder.resolve(TRAIN_LABELS));
        Files.delete(folder.resolve(TEST_LABELS));
        Dataset dataset = open(folder);
        assertThat(dataset.train().labelled()).isFalse();
        assertThat(dataset.test().labelled()).isFalse();
        assertThat(dataset.classNames()).isEmpty();
        assertThat(dataset.samples()).hasSize(10);
    }

    @Test
    void whereThereAreNoTestImagesASixthOfTheOthersIsHeldBack() throws Exception {
        Files.delete(folder.resolve(TEST_IMAGES));
        Files.delete(folder.resolve(TEST_LABELS));
        ImageSet all = new ImageSet(30, ImageShape.grey(28, 28), withoutHeader(IdxSamples.images(30, 28, 28)), null);
        Dataset dataset = open(folder);
        assertThat(dataset.train().count()).isEqualTo(25);
        assertThat(dataset.test().count()).isEqualTo(5);
        // Of ten classes of three images, five give one each.
        assertThat(image(dataset.train(), 19)).isEqualTo(image(all, 19));
        assertThat(image(dataset.train(), 20)).isEqualTo(image(all, 25));
        assertThat(image(dataset.test(), 0)).isEqualTo(image(all, 20));
        assertThat(image(dataset.test(), 4)).isEqualTo(image(all, 24));
        assertThat(dataset.test().labels()).containsExactly(0, 1, 2, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void fewClassesAreFine(int classes) throws Exception {
        Files.write(folder.resolve(TRAIN_LABELS), IdxSamples.labels(30, classes));
        Files.write(folder.resolve(TEST_LABELS), IdxSamples.labels(12, classes));
        Dataset dataset = open(folder);
        assertThat(dataset.classNames()).hasSize(classes);
        assertThat(dataset.samples()).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void twoImagesAndOneAreEnough() throws Exception {
        Files.write(folder.resolve(TRAIN_IMAGES), IdxSamples.images(2, 28, 28));
        Files.write(folder.resolve(TRAIN_LABELS), IdxSamples.labels(2, 2));
        Files.write(folder.resolve(TEST_IMAGES), IdxSamples.images(1, 28, 28));
        Files.write(folder.resolve(TEST_LABELS), IdxSamples.labels(1, 1));
        Dataset dataset = open(folder);
        assertThat(dataset.validationCount()).isEqualTo(1);
        assertThat(dataset.train().count() - dataset.validationCount()).isEqualTo(1);
        assertThat(dataset.samples()).hasSize(1);
    }

    @Test
    void ofSeveralSetsInAFolderTheChosenFileTellsWhich() throws Exception {
        Path emnist = Files.createDirectory(folder.resolve("gzip"));
        Files.write(emnist.resolve("emnist-letters-train-images-idx3-ubyte"), IdxSamples.images(20, 28, 28));
        Path chosen = emnist.resolve("emnist-digits-train-images-idx3-ubyte");
        Files.write(chosen, IdxSamples.images(15, 28, 28));
        Files.write(emnist.resolve("emnist-digits-test-images-idx3-ubyte"), IdxSamples.images(5, 28, 28));

        Problems.of(() -> open(emnist), "data.idx.several", emnist);
        Dataset dataset = open(chosen);
        assertThat(dataset.train().count()).isEqualTo(15);
        assertThat(dataset.test().count()).isEqualTo(5);
        assertThat(open(Path.of(dataset.origin())).train().count()).isEqualTo(15);
    }

    @Test
    void progressRisesToTheEndAndCanBeCancelledAnywhere() throws Exception {
        List<Double> reports = new ArrayList<>();
        IdxFiles files = IdxFiles.find(folder, null, Progress.NONE);
        files.read((fraction, what) -> reports.add(fraction));
        assertThat(reports)
                .isSorted()
                .allMatch(fraction -> fraction >= 0 && fraction <= 1)
                .last()
                .isEqualTo(1.0);
        for (int at = 0; at < reports.size(); at++) {
            int end = at;
            List<Double> seen = new ArrayList<>();
            assertThatThrownBy(() -> files.read((fraction, what) -> {
                        if (seen.size() == end) {
                            throw new CancellationException();
                        }
                        seen.add(fraction);
                    }))
                    .isInstanceOf(CancellationException.class);
        }
    }

    private Dataset open(Path path) throws Problem {
        return datasets.load(path.toString(), Progress.NONE);
    }

    private void move(String from, String to) throws IOException {
        Files.move(folder.resolve(from), folder.resolve(to));
    }

    private static byte[] withoutHeader(byte[] images) {
        return Arrays.copyOfRange(images, 16, images.length);
    }

    private static byte[] image(ImageSet images, int index) {
        return Arrays.copyOfRange(images.pixels(), index * images.size(), (index + 1) * images.size());
    }
}
