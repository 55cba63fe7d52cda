package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import latentlab.data.DatasetFormat.Fit;
import latentlab.data.DatasetFormat.Match;
import latentlab.data.idx.IdxSamples;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of several formats the one reads a source that knows best what it is. */
class DatasetsTest {
    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();

    /** Recognises files whose names contain its own. */
    private final class Named implements DatasetFormat {
        private final String name;
        private final Fit fit;

        Named(String name, Fit fit) {
            this.name = name;
            this.fit = fit;
        }

        @Override
        public Optional<String> word() {
            return Optional.of(name + "-word");
        }

        @Override
        public Match match(DataRequest request, Path path, Progress progress) {
            asked.add(name);
            boolean mine = path != null && path.getFileName().toString().contains(name);
            return mine ? new Match(fit, _ -> made()) : null;
        }

        private Dataset made() {
            Dataset images = SmallDatasets.of(4, 2, 3, 3);
            return new Dataset(Sentence.of("data.name", name), name, images.train(), images.test(), List.of());
        }
    }

    private String readBy(String file, Named... formats) throws Exception {
        Path path = Files.writeString(folder.resolve(file), "");
        return new Datasets(Arrays.<DatasetFormat>asList(formats))
                .load(path.toString(), Progress.NONE)
                .origin();
    }

    @Test
    void theFirstThatIsSureReadsItAndNoOtherIsAsked() throws Exception {
        assertThat(readBy("a-b-c", new Named("a", Fit.LIKELY), new Named("b", Fit.SURE), new Named("c", Fit.SURE)))
                .isEqualTo("b");
        assertThat(asked).containsExactly("a", "b");
    }

    @Test
    void whereNoneIsSureTheFirstThatMayBeRightReadsIt() throws Exception {
        assertThat(readBy("b-c", new Named("a", Fit.SURE), new Named("b", Fit.LIKELY), new Named("c", Fit.LIKELY)))
                .isEqualTo("b");
        assertThat(asked).containsExactly("a", "b", "c");
    }

    @Test
    void whatNoneRecognisesIsToldByWhatItIs() {
        Datasets datasets = new Datasets(List.of(new Named("a", Fit.SURE), new Named("b", Fit.SURE)));
        assertThat(datasets.words()).containsExactly("a-word", "b-word");
        Problems.of(() -> datasets.load("nothing", Progress.NONE), "data.unknown", "nothing", "a-word, b-word");
        Problems.of(() -> datasets.load("/data/\uFFFD\uFFFD", Progress.NONE), "data.locale", "LC_ALL=C.UTF-8");
        Problems.of(() -> readBy("other", new Named("a", Fit.SURE)), "data.file", folder.resolve("other"));
        Problems.of(() -> datasets.load(folder.toString(), Progress.NONE), "data.empty", folder);
    }

    @Test
    void dataUnderAWordAreAsTheyAreAskedForToo() throws Exception {
        Datasets datasets = new Datasets(_ -> SmallDatasets.of(10, 4, 6, 6));
        Map<String, String> words = Map.of("size", "4x3", "channels", "colour", "invert", "yes");
        Dataset dataset = datasets.load(DataRequest.of("digits", words), Progress.NONE);
        assertThat(dataset.shape()).isEqualTo(ImageShape.colour(4, 3));
        assertThat(dataset.test().shape()).isEqualTo(ImageShape.colour(4, 3));
        assertThat(Said.changed(dataset))
                .containsExactly("data.array.resized", "data.array.colour", "data.array.inverted");
        assertThat(Said.changed(datasets.load("digits", Progress.NONE))).isEmpty();
        Problems.of(
                () -> datasets.load(DataRequest.of("mine", Map.of("size", "512")), Progress.NONE),
                "data.unknown",
                "mine");
    }

    @Test
    void imagesThatWouldTakeMoreThanThereIsAreRefusedBeforeTheyAreMade() {
        Datasets datasets = new Datasets(_ -> SmallDatasets.of(20_000, 4, 2, 2));
        Problems.of(
                () -> datasets.load(DataRequest.of("digits", Map.of("size", "512")), Progress.NONE),
                "data.large",
                "small");
    }

    @Test
    void saysWhatElseIsInAFolderOfWhichOneKindOfFilesWasRead() throws Exception {
        IdxSamples.writeFour(folder);
        Path pictures = Files.createDirectory(folder.resolve("cats"));
        Files.write(pictures.resolve("a.png"), new byte[9]);
        Files.writeString(folder.resolve("val-images-idx3-ubyte"), "");
        Dataset dataset = new Datasets().load(folder.toString(), Progress.NONE);
        assertThat(dataset.train().count()).isEqualTo(30);
        assertThat(dataset.account().warnings())
                .contains(Sentence.of("data.warning.formats", folder.toString(), Sentence.of("data.kind.pictures")));
        assertThat(dataset.account().leftOut().getFirst().names()).containsExactly("val-images-idx3-ubyte");
    }

    /** In the folder that the program was started in there may be one that is called like a word. */
    @Test
    void aWordIsOneWhateverElseIsCalledSo() throws Exception {
        Path called = Files.createDirectories(Path.of("target", "words"));
        Datasets datasets = new Datasets(List.of(
                new WordFormat(called.toString(), _ -> SmallDatasets.of(10, 4, 6, 6)), new Named("words", Fit.SURE)));
        Dataset dataset = datasets.load(DataRequest.of(called.toString(), Map.of("size", "4")), Progress.NONE);
        assertThat(dataset.shape()).isEqualTo(ImageShape.grey(4, 4));
        assertThat(dataset.account().warnings()).isEmpty();
    }
}
