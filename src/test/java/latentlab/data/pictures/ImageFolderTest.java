package latentlab.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageOptions;
import latentlab.data.ImageSet;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;

/** Which images of a folder are taken, as which classes, in which order. */
class ImageFolderTest extends FolderOfImages {
    @Test
    void subfoldersAreClassesInTheOrderOfTheirNumbers() throws Exception {
        for (String name : List.of("10", "2", "9")) {
            for (int i = 0; i < 4; i++) {
                // The class can be seen in the image too.
                writePng(name + "/" + i, grey(8, 8, Integer.parseInt(name)));
            }
        }
        Dataset dataset = open();
        assertThat(dataset.classNames()).containsExactly("2", "9", "10");
        assertThat(dataset.train().count()).isEqualTo(10);
        assertThat(dataset.test().count()).isEqualTo(2);
        for (ImageSet set : List.of(dataset.train(), dataset.test())) {
            for (int i = 0; i < set.count(); i++) {
                assertThat(dataset.className(set.label(i))).isEqualTo(Integer.toString(set.pixels()[i * set.size()]));
            }
        }
    }

    @Test
    void imagesOfDeeperFoldersBelongToTheirClass() throws Exception {
        for (int i = 0; i < 3; i++) {
            writePng("cats/black/" + i, grey(8, 8, 1));
            writePng("dogs/" + i, grey(8, 8, 2));
        }
        assertThat(open().classNames()).containsExactly("cats", "dogs");
    }

    @Test
    void thereMayBeMoreClassesThanAByteCanTell() throws Exception {
        for (int i = 0; i < 300; i++) {
            writePng(i + "/image", grey(1, 1, i % 200));
        }
        Dataset dataset = open();
        assertThat(dataset.classNames()).hasSize(300);
        for (ImageSet set : List.of(dataset.train(), dataset.test())) {
            for (int i = 0; i < set.count(); i++) {
                assertThat(Integer.parseInt(dataset.className(set.label(i))) % 200)
                        .isEqualTo(set.pixels()[i] & 0xFF);
            }
        }
    }

    @Test
    void withoutSubfoldersThereAreNoLabels() throws Exception {
        for (int i = 0; i < 5; i++) {
            writePng("image" + i, grey(8, 8, i));
        }
        Dataset dataset = open();
        assertThat(dataset.classNames()).isEmpty();
        assertThat(dataset.train().labelled()).isFalse();
        assertThat(dataset.train().count()).isEqualTo(4);
        assertThat(dataset.test().count()).isEqualTo(1);
        assertThat(dataset.origin()).isEqualTo(folder.toString());
    }

    @Test
    void oneClassIsEnough() throws Exception {
        for (int i = 0; i < 3; i++) {
            writePng("only/" + i, grey(8, 8, i));
        }
        Dataset dataset = open();
        assertThat(dataset.classNames()).containsExactly("only");
        assertThat(dataset.train().count() - dataset.validationCount()).isEqualTo(1);
        assertThat(dataset.samples()).containsExactly(0);
    }

    @Test
    void theOrderDoesNotFollowTheClassesAndIsTheSameEveryTime() throws Exception {
        for (int i = 0; i < 60; i++) {
            writePng((i < 30 ? "a" : "b") + "/" + i, grey(4, 4, i));
        }
        Dataset dataset = open();
        assertThat(dataset.test().labels()).contains(0, 1);
        assertThat(Arrays.copyOf(dataset.train().labels(), dataset.validationCount()))
                .contains(0, 1);
        assertThat(open().train()).usingRecursiveComparison().isEqualTo(dataset.train());
        List<Integer> all = new ArrayList<>();
        for (ImageSet set : List.of(dataset.train(), dataset.test())) {
            IntStream.range(0, set.count()).forEach(i -> all.add((int) set.pixels()[i * set.size()]));
        }
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 60).boxed().toList());
    }

    @Test
    void trainAndTestFoldersSetTheTestImagesApart() throws Exception {
        for (int i = 0; i < 6; i++) {
            writePng("train/a/" + i, grey(4, 4, 10));
            writePng("train/b/" + i, grey(4, 4, 11));
        }
        writePng("test/b/1", grey(4, 4, 12));
        writePng("test/c/1", grey(4, 4, 13));
        Dataset dataset = open();
        assertThat(dataset.classNames()).containsExactly("a", "b", "c");
        assertThat(dataset.train().count()).isEqualTo(12);
        assertThat(dataset.train().pixels()).doesNotContain(12, 13);
        assertThat(dataset.test().count()).isEqualTo(2);
        assertThat(dataset.test().labels()).containsExactlyInAnyOrder(1, 2);

        writePng("val/a/1", grey(4, 4, 14));
        assertThat(open().train().count()).as("with val").isEqualTo(13);
    }

    @Test
    void trainAndValFoldersWithoutTestWorkToo() throws Exception {
        for (int i = 0; i < 3; i++) {
            writePng("train/a/" + i, grey(4, 4, 10));
        }
        writePng("val/a/1", grey(4, 4, 14));
        Dataset dataset = open();
        assertThat(dataset.train().count()).isEqualTo(3);
        assertThat(dataset.test().pixels()).containsOnly(14);
    }

    @Test
    void whatIsHiddenOrNoImageIsLeftAlone() throws Exception {
        for (int i = 0; i < 3; i++) {
            writePng("a/" + i, grey(4, 4, 1));
        }
        Files.writeString(folder.resolve("a/._0.png"), "a fork of macOS");
        Files.writeString(folder.resolve("a/notes.txt"), "no image");
        Files.writeString(folder.resolve("README"), "no image");
        Files.writeString(Files.createDirectory(folder.resolve("__MACOSX")).resolve("0.png"), "a fork of macOS");
        Files.createDirectory(folder.resolve("empty.png"));
        Dataset dataset = open();
        assertThat(dataset.classNames()).containsExactly("a");
        assertThat(dataset.train().count() + dataset.test().count()).isEqualTo(3);
    }

    @Test
    void progressRisesAndCanBeCancelled() throws Exception {
        for (int i = 0; i < 40; i++) {
            writePng("image" + i, grey(8, 8, i));
        }
        List<Double> reports = new ArrayList<>();
        ImageFolder images = ImageFolder.find(folder, Progress.NONE);
        images.read(ImageOptions.DEFAULT, PictureMemory.ofHeap(), (fraction, what) -> reports.add(fraction));
        assertThat(reports).isSorted().hasSizeGreaterThanOrEqualTo(40).last().isEqualTo(1.0);
        assertThatThrownBy(() -> images.read(ImageOptions.DEFAULT, PictureMemory.ofHeap(), (fraction, what) -> {
                    if (fraction > 0.5) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }
}
