package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Runs that were saved, side by side. */
class CompareCommandTest {
    @TempDir
    Path folder;

    private final Recorded piped = Recorded.piped();

    @BeforeEach
    void train() {
        for (String latent : List.of("2", "5")) {
            Recorded.piped()
                    .run(
                            "train",
                            "--epochs",
                            "3",
                            "--latent",
                            latent,
                            "--save",
                            file("k" + latent).toString());
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".latentlab");
    }

    @Test
    void printsATableOfWhatDiffersAndWhatMayBeConcluded() {
        assertThat(piped.run("compare", file("k5").toString(), file("k2").toString()))
                .isZero();
        List<String> lines = piped.out().lines().toList();
        assertThat(lines.getFirst().split(" +"))
                .containsExactly(
                        "run", "latent", "best_loss", "best_epoch", "train_loss", "valid_loss", "epochs", "seconds");
        assertThat(lines.get(2)).startsWith("k5").contains(" 5 ");
        assertThat(lines.get(3)).startsWith("k2").contains(" 2 ");
        assertThat(piped.out()).contains("nothing may be concluded from so few: train each with at least 3 seeds.");
        assertThat(piped.err()).isEmpty();
    }

    /** The folder of the library has an index, too. */
    @Test
    void aDatabaseThatIsNoRunIsNotTakenForOne() {
        assertThat(Recorded.piped().run("runs", "list", "--folder", folder.toString()))
                .isZero();
        assertThat(folder.resolve("index.sqlite")).exists();
        assertThat(piped.run("compare", folder.toString())).isZero();
        assertThat(piped.out()).contains("\nk2 ").contains("\nk5 ");
        assertThat(piped.err()).isEmpty();
    }

    @Test
    void takesAllRunFilesOfAFolderAndWritesTableAndPicture() throws Exception {
        Path csv = folder.resolve("table.csv");
        Path png = folder.resolve("plot.png");
        Files.writeString(folder.resolve("notes.txt"), "not a run");
        assertThat(piped.run(
                        "compare",
                        folder.toString(),
                        file("k2").toString(),
                        "--by",
                        "time",
                        "--csv",
                        csv.toString(),
                        "--png",
                        png.toString()))
                .isZero();
        assertThat(Files.readAllLines(csv))
                .hasSize(3)
                .first()
                .isEqualTo("run,latent,best_loss,best_epoch,train_loss,valid_loss,epochs,seconds");
        BufferedImage picture = ImageIO.read(png.toFile());
        assertThat(picture.getWidth()).isEqualTo(1920);
        assertThat(piped.err()).contains("Saved " + csv, "Saved " + png);
    }

    @Test
    void comparesTheOthersWhereAFileIsNoRun() throws Exception {
        Files.writeString(file("damaged"), "not a run");
        assertThat(piped.run("compare", folder.toString())).isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.out()).contains("k2", "k5");
        assertThat(piped.err()).contains(file("damaged").toString()).hasLineCount(1);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Recorded nothing = Recorded.piped();
        assertThat(nothing.run("compare", empty.toString())).isEqualTo(CommandLineInterface.FAILED);
        assertThat(nothing.err()).contains("There are no run files in " + empty);
        assertThat(nothing.out()).isEmpty();
    }

    @Test
    void drawsWhatRunsCameToAgainstTheirSettings() throws Exception {
        Path png = folder.resolve("plot.png");
        Recorded trained = Recorded.piped();
        assertThat(trained.run(
                        "train",
                        "--epochs",
                        "3",
                        "--latent",
                        "5",
                        "--lr",
                        "0.1",
                        "--save",
                        file("fast").toString()))
                .isZero();
        Set<Integer> pictures = new HashSet<>();
        for (String figure : List.of("losses", "heat-map", "parallel", "against")) {
            assertThat(Recorded.piped().run("compare", folder.toString(), "--png", png.toString(), "--figure", figure))
                    .as(figure)
                    .isZero();
            pictures.add(Arrays.hashCode(Files.readAllBytes(png)));
        }
        assertThat(pictures).hasSize(4);
        assertThat(piped.run(
                        "compare",
                        folder.toString(),
                        "--png",
                        png.toString(),
                        "--figure",
                        "heat-map",
                        "--across",
                        "lr",
                        "--of",
                        "seconds"))
                .isZero();
        assertThat(pictures).doesNotContain(Arrays.hashCode(Files.readAllBytes(png)));
    }

    @Test
    void saysWhyAPictureCannotBeDrawn() {
        String png = folder.resolve("plot.png").toString();
        assertThat(refused("--png", png, "--figure", "heat-map")).contains("takes two settings");
        assertThat(refused("--png", png, "--figure", "against", "--of", "accuracy"))
                .contains("no accuracy", "best-loss, valid-loss, train-loss, seconds");
        assertThat(refused("--png", png, "--figure", "against", "--across", "momentum"))
                .contains("--across momentum", "There are latent.");
        assertThat(folder.resolve("plot.png")).doesNotExist();
    }

    private String refused(String... options) {
        Recorded refused = Recorded.piped();
        List<String> words = new ArrayList<>(List.of("compare", folder.toString()));
        words.addAll(List.of(options));
        assertThat(refused.run(words.toArray(String[]::new))).isNotZero();
        assertThat(refused.err()).hasLineCount(1);
        assertThat(refused.out()).isEmpty();
        return refused.err();
    }

    @Test
    void printsAllOfItAsOneJsonObject() throws Exception {
        assertThat(piped.run("compare", "--json", folder.toString())).isZero();
        assertThat(piped.out()).hasLineCount(1);
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), piped.out())) {
            while (json.nextToken() != null) {
                json.getString();
            }
        }
        assertThat(piped.out())
                .contains("\"differing\":{\"latent\":[\"2\",\"5\"]}", "\"comparable\":true", "\"trainLoss\":[null,");
    }
}
