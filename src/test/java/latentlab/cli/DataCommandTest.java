package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import latentlab.data.Account;
import latentlab.data.Dataset;
import latentlab.data.Datasets;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.SmallDatasets;
import latentlab.text.Messages;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class DataCommandTest {
    @TempDir
    private Path folder;

    private final Recorded commandLine = Recorded.piped();

    @Test
    void saysWhatOneOrMoreComeTo() {
        assertThat(commandLine.run("data", "one", "an other")).isZero();
        assertThat(commandLine.loaded).containsExactly("one", "an other");
        assertThat(commandLine.out())
                .contains("100 training images (20 of them for validation) and 20 test images, 8 × 8 pixels, grey");
    }

    @Test
    void oneThatCannotBeReadDoesNotKeepTheOthersFromBeingTold() {
        assertThat(commandLine.run("data", "broken", "fine")).isEqualTo(1);
        assertThat(commandLine.err()).contains("broken");
        assertThat(commandLine.out()).contains("100 training images");
    }

    @Test
    void namesAllClassesOneALineWhereThatIsAsked() {
        assertThat(commandLine.run("data", "one", "--all")).isZero();
        assertThat(commandLine.out().lines()).contains("  10 classes", "    0 (12)", "    9 (12)");
    }

    @Test
    void needsOne() {
        assertThat(commandLine.run("data")).isEqualTo(2);
        assertThat(commandLine.run("data", "")).isEqualTo(2);
        assertThat(commandLine.run("data", "x", "--size", "0")).isEqualTo(2);
        assertThat(commandLine.run("data", "x", "--fit", "Crop")).isEqualTo(2);
        assertThat(commandLine.loaded).isEmpty();
    }

    @Test
    void passesOnWhatIsToBecomeOfTheImages() {
        assertThat(commandLine.run(
                        "data",
                        "x",
                        "--test",
                        "y",
                        "--size",
                        "24x32",
                        "--fit",
                        "crop",
                        "--invert",
                        "no",
                        "--channels",
                        "colour"))
                .isZero();
        assertThat(commandLine.requests.getFirst().words())
                .containsOnlyKeys("test", "size", "fit", "invert", "channels")
                .containsEntry("size", "24x32");
    }

    @Test
    void printsOneObjectWithAllOfItOnOneLine() {
        assertThat(commandLine.run("data", "one", "--json")).isZero();
        assertThat(commandLine.out().strip()).startsWith("{").endsWith("}").doesNotContain("\n");
        assertThat(commandLine.out())
                .contains("\"train\":100,\"validation\":20,\"test\":20,\"channels\":1,\"height\":8,\"width\":8");
    }

    @Test
    void theObjectNamesAllThatWasLeftOutWhateverTheLetters() {
        ImageSet images = new ImageSet(3, ImageShape.grey(1, 1), new byte[3], new int[] {0, 1, 1});
        Account account = Account.NONE
                .withLeftOut(Sentence.of("data.name", "why"), List.of("a\"b\\c.png", "線\n.png"))
                .withWarnings(Sentence.of("data.name", "look"));
        Dataset dataset =
                new Dataset(Sentence.of("data.name", "x"), "x", images, images, List.of("😀", "İ,\"ı\""), account);

        String json = Loaded.json(dataset, new Messages(Locale.ENGLISH));

        assertThat(json.chars()).as("any encoding has them").allMatch(c -> c >= ' ' && c < 127);
        assertThat(strings(json)).contains("😀", "İ,\"ı\"", "why", "a\"b\\c.png", "線\n.png", "look");
        assertThat(json).contains("\"classCounts\":[2,4]", "\"count\":2");
    }

    private static List<String> strings(String json) {
        List<String> found = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    found.add(parser.getString());
                }
            }
        }
        return found;
    }

    @Test
    void writesWhatWasReadForNumPy() throws Exception {
        Path file = folder.resolve("small.npz");
        assertThat(commandLine.run("data", "small", "--npz", file.toString())).isZero();
        Dataset again = new Datasets().load(file.toString(), Progress.NONE);
        Dataset small = SmallDatasets.of(100, 20, 8, 8);
        assertThat(again.train().pixels()).isEqualTo(small.train().pixels());
        assertThat(again.test().labels()).isEqualTo(small.test().labels());

        assertThat(commandLine.run("data", "a", "b", "--npz", file.toString())).isEqualTo(1);
        assertThat(commandLine.err()).contains("can hold one dataset");
    }

    @Test
    void trainingSaysItBeforeTheTable() {
        assertThat(commandLine.run("train", "--epochs", "1", "--data", "small")).isZero();
        assertThat(commandLine.out()).containsSubsequence("100 training images", "epoch", "train");
    }
}
