package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was saved is left at an epoch, in a file of its own. */
class BranchCommandTest {
    @TempDir
    Path folder;

    private final Recorded piped = Recorded.piped();
    private Path parent;
    private Path branch;

    @BeforeEach
    void train() {
        parent = folder.resolve("parent.run");
        branch = folder.resolve("branch.run");
        assertThat(piped.run("train", "--epochs", "6", "--shuffle", "--save", parent.toString(), "--csv", csv("a")))
                .isZero();
    }

    private String csv(String name) {
        return folder.resolve(name + ".csv").toString();
    }

    private List<String> losses(String name) throws Exception {
        return Files.readAllLines(Path.of(csv(name))).stream()
                .map(line -> String.join(",", List.of(line.split(",")).subList(0, 3)))
                .toList();
    }

    private int branch(String... more) {
        List<String> words = new ArrayList<>(List.of("branch", parent.toString()));
        words.addAll(List.of(more));
        return piped.run(words.toArray(String[]::new));
    }

    @Test
    void goesOnWithOtherSettingsFromThere() throws Exception {
        assertThat(branch("--at", "3", "--lr", "0.1", "--save", branch.toString(), "--csv", csv("b")))
                .isZero();
        assertThat(piped.out()).contains("Going on from epoch 3 to 6.");
        assertThat(losses("b").subList(0, 4)).isEqualTo(losses("a").subList(0, 4));
        assertThat(losses("b")).hasSameSizeAs(losses("a")).isNotEqualTo(losses("a"));
        assertThat(piped.run("resume", branch.toString(), "--epochs", "8")).isZero();
        assertThat(piped.run("compare", parent.toString(), branch.toString())).isZero();
    }

    @Test
    void withNothingElseSaidItIsTheSameRun() throws Exception {
        assertThat(branch("--at", "4", "--save", branch.toString(), "--csv", csv("b")))
                .isZero();
        assertThat(losses("b")).isEqualTo(losses("a"));
    }

    @Test
    void saysWhatCannotBeBranched() {
        assertThat(branch("--at", "7", "--save", branch.toString())).isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err()).contains("Epoch 7 cannot be branched at").contains("up to 6");
        assertThat(branch("--at", "3", "--latent", "5", "--save", branch.toString()))
                .isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err()).contains("a branch keeps model, latent dimension and hidden layers");
        assertThat(branch).doesNotExist();
        assertThat(branch("--at", "3", "--save", parent.toString())).isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err()).contains(parent + " is there already");
        assertThat(branch("--at", "3")).isEqualTo(CommandLineInterface.USAGE);
    }

    /** It is not trained, and stays. */
    @Test
    void aBranchAtTheEndHasNothingToTrainUntilMoreEpochsAreAskedFor() {
        assertThat(branch("--at", "6", "--save", branch.toString())).isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err()).contains("has all of its 6 epochs");
        assertThat(branch).exists();
        assertThat(piped.run("resume", branch.toString(), "--epochs", "7")).isZero();
    }
}
