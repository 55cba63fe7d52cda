package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import latentlab.data.SmallDatasets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was saved goes on in another process as if it had never been interrupted. */
class ResumeCommandTest {
    @TempDir
    Path folder;

    private final Recorded piped = Recorded.piped();

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("a.run");
    }

    /** Epoch and losses of each line of a table. */
    private static List<String> losses(Path csv) throws Exception {
        return Files.readAllLines(csv).stream()
                .map(line -> String.join(",", List.of(line.split(",")).subList(0, 3)))
                .toList();
    }

    @Test
    void comesToTheSameTableAsARunThatWasNotInterrupted() throws Exception {
        Path whole = folder.resolve("whole.csv");
        Path resumed = folder.resolve("resumed.csv");
        assertThat(piped.run("train", "--epochs", "6", "--shuffle", "--csv", whole.toString()))
                .isZero();
        assertThat(piped.run("train", "--epochs", "3", "--shuffle", "--save", file.toString()))
                .isZero();
        assertThat(piped.run("resume", file.toString(), "--epochs", "6", "--csv", resumed.toString()))
                .isZero();
        assertThat(piped.out()).contains("Going on after epoch 3 of 6.");
        assertThat(losses(resumed)).isEqualTo(losses(whole));
        assertThat(piped.run("resume", file.toString(), "--epochs", "8")).isZero();
    }

    @Test
    void goesOnBitForBitWithARunThatBeganWithWeightsOfAFile() throws Exception {
        Path weights = folder.resolve("w.safetensors");
        Path whole = folder.resolve("whole.csv");
        Path resumed = folder.resolve("resumed.csv");
        piped.run("train", "--epochs", "2", "--seed", "7", "--safetensors", weights.toString());
        String[] train = {"train", "--weights", weights.toString(), "--shuffle", "--epochs"};
        assertThat(piped.run(with(train, "4", "--csv", whole.toString()))).isZero();
        assertThat(piped.run(with(train, "2", "--save", file.toString()))).isZero();
        assertThat(piped.run("resume", file.toString(), "--epochs", "4", "--csv", resumed.toString()))
                .isZero();

        assertThat(losses(resumed)).isEqualTo(losses(whole));
        assertThat(piped.out()).contains("It began with the weights of w.safetensors, SHA-256 ");
        assertThat(piped.run("runs", "show", file.toString())).isZero();
        assertThat(piped.out()).containsPattern("  weights     w.safetensors [0-9a-f]{64}");
        assertThat(piped.run("runs", "show", "--json", file.toString())).isZero();
        assertThat(piped.out()).contains("\"weights\":{\"file\":\"w.safetensors\",\"hash\":\"");

        assertThat(piped.run(with(train, "2", "--latent", "3"))).isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err()).contains("w.safetensors: encoder.weight has shape ");
        assertThat(piped.run(with(train, "2", "--csv", weights.toString()))).isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err()).contains(weights + " is named for two files");
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void saysThatARunHasAllItsEpochs() {
        piped.run("train", "--epochs", "2", "--save", file.toString());
        assertThat(piped.run("resume", file.toString())).isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err()).contains(file + " has all of its 2 epochs: ask for more with --epochs.");
    }

    @Test
    void doesNotTakeOtherData() {
        piped.run("train", "--epochs", "2", "--save", file.toString());
        Recorded other = Recorded.piped();
        other.data = SmallDatasets.of(100, 21, 8, 8);
        assertThat(other.run("resume", file.toString(), "--epochs", "3")).isEqualTo(CommandLineInterface.FAILED);
        assertThat(other.err()).contains("The run was trained on small (100 and 20 images)");
    }

    @Test
    void leavesNoFileWithoutAnEpoch() throws Exception {
        assertThat(piped.run("train", "--data", "broken", "--save", file.toString()))
                .isEqualTo(CommandLineInterface.FAILED);
        assertThat(file).doesNotExist();
        Files.createFile(file);
        assertThat(piped.run("train", "--epochs", "1", "--save", file.toString()))
                .isZero();
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void doesNotTakeOneFileForTwoThings() {
        assertThat(piped.run("train", "--epochs", "1", "--save", file.toString(), "--csv", file.toString()))
                .isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err()).contains(file + " is named for two files");
        assertThat(file).doesNotExist();
    }

    @Test
    void neverWritesOverTheRunItReads() throws Exception {
        piped.run("train", "--epochs", "2", "--save", file.toString());
        byte[] before = Files.readAllBytes(file);
        for (String[] words : new String[][] {
            {"resume", file.toString(), "--epochs", "3", "--csv", file.toString()},
            {"branch", file.toString(), "--at", "1", "--save", file + "2", "--csv", file.toString()},
            {"compare", file.toString(), "--csv", file.toString()},
            {"compare", file.toString(), "--png", file.toString()},
        }) {
            assertThat(piped.run(words)).as(words[0]).isEqualTo(CommandLineInterface.FAILED);
            assertThat(file).hasBinaryContent(before);
        }
    }

    @Test
    void saysWhatIsNoRunFileAndWritesOverNone() throws Exception {
        assertThat(piped.run("resume", file.toString())).isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err()).contains("There is no run file " + file);
        Files.writeString(file, "mine");
        assertThat(piped.run("train", "--epochs", "1", "--save", file.toString()))
                .isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err()).contains(file + " is there already");
        assertThat(file).hasContent("mine");
        assertThat(piped.run("resume")).isEqualTo(CommandLineInterface.USAGE);
    }
}
