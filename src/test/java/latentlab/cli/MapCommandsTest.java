package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import latentlab.data.SmallDatasets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maps from the command line, of a hundred little training images and twenty test images. */
class MapCommandsTest {
    @TempDir
    Path folder;

    private final Recorded piped = Recorded.piped();

    private Path csv() {
        return folder.resolve("map.csv");
    }

    @Test
    void laysOutPixelsAndSaysHowGoodTheMapIs() throws Exception {
        Path png = folder.resolve("map.png");

        int code =
                piped.run("embed", "--perplexity", "5", "--split", "train", "--csv", csv().toString(), "--png=" + png);

        assertThat(code).isZero();
        assertThat(piped.err()).isEmpty();
        assertThat(piped.out()).startsWith("small\n  100 training images");
        assertThat(piped.out().lines().skip(4))
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("pixels"),
                        line -> assertThat(line).isEqualTo("points: 100 of 64 dimensions"),
                        line -> assertThat(line).isEqualTo("method: t-SNE, perplexity 5, seed 1"),
                        line -> assertThat(line).isEqualTo("iterations: 1000"),
                        line -> assertThat(line).matches("KL divergence: 0\\.\\d{4}"),
                        line -> assertThat(line)
                                .matches("10-NN accuracy: [01]\\.\\d{4} on the map, [01]\\.\\d{4} in the space mapped"),
                        line -> assertThat(line).matches("trustworthiness: 0\\.[89]\\d{3}"),
                        line -> assertThat(line).matches("10 nearest neighbours kept: 0\\.\\d{4}"),
                        line -> assertThat(line).matches("time: \\d+\\.\\d s"));
        List<String> lines = Files.readAllLines(csv());
        assertThat(lines).hasSize(101).first().isEqualTo("x,y,label,index,class");
        assertThat(lines.get(14)).matches("-?\\d+\\.\\d+(E-\\d)?,-?\\d+\\.\\d+(E-\\d)?,3,13,3");
        assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(1640);
    }

    @Test
    void laysOutPixelsByUmap() throws Exception {
        Path png = folder.resolve("map.png");
        int code = piped.run("embed", "--method=umap", "--split=train", "--csv=" + csv(), "--png=" + png);
        assertThat(code).isZero();
        assertThat(piped.err()).isEmpty();
        assertThat(piped.out().lines().skip(6))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("method: UMAP, 15 neighbours, minimal distance 0.1, seed 1"),
                        line -> assertThat(line).isEqualTo("epochs: 500"),
                        line -> assertThat(line).startsWith("10-NN accuracy: "),
                        line -> assertThat(line).matches("trustworthiness: 0\\.[89]\\d{3}"),
                        line -> assertThat(line).startsWith("10 nearest neighbours kept: "),
                        line -> assertThat(line).matches("time: \\d+\\.\\d s"));
        assertThat(Files.readAllLines(csv())).hasSize(101);
        assertThat(ImageIO.read(png.toFile()).getWidth()).isEqualTo(1640);
    }

    @Test
    void theSettingsOfAUmapMatterAndItsSeedToo() throws Exception {
        String[] usual = {"embed", "--method=umap", "--iterations=40", "--csv=" + csv()};
        piped.run(usual);
        List<String> first = Files.readAllLines(csv());
        assertThat(piped.out()).contains("epochs: 40");
        piped.run(usual);
        assertThat(Files.readAllLines(csv())).isEqualTo(first);
        for (String other : List.of("--neighbours=4", "--min-distance=0.7", "--seed=2", "--iterations=41")) {
            piped.run(Stream.concat(Stream.of(usual), Stream.of(other))
                    .filter(each -> !other.startsWith("--it") || !each.equals("--iterations=40"))
                    .toArray(String[]::new));
            assertThat(Files.readAllLines(csv())).as(other).isNotEqualTo(first);
        }
        assertThat(piped.out()).contains("4 neighbours", "minimal distance 0.7", "seed 2", "epochs: 41");
    }

    @Test
    void takesNeighboursThatFitFewPointsAndSaysSo() {
        assertThat(piped.run("embed", "--method=umap", "--iterations=5", "--n=7", "--csv=" + csv()))
                .isZero();
        assertThat(piped.out())
                .contains("method: UMAP, 3 neighbours, ", "15 neighbours would be too many for so few points: 3, ");
    }

    @Test
    void takesAPerplexityThatFitsFewPointsAndSaysSo() {
        assertThat(piped.run("embed", "--iterations", "5", "--n", "7", "--csv=" + csv()))
                .isZero();
        assertThat(piped.out())
                .contains(
                        "method: t-SNE, perplexity 2, seed 1", "A perplexity of 30 would take more", "3-NN accuracy: ");
    }

    @Test
    void laysOutTrainingImagesWhereFewAreToTestWith() throws Exception {
        piped.data = SmallDatasets.of(20, 2, 8, 8);
        assertThat(piped.run("embed", "--iterations", "5", "--csv=" + csv())).isZero();
        assertThat(piped.out()).contains("There are only 2 test images", "points: 20 of 64 dimensions");
        assertThat(piped.run("embed", "--iterations", "5", "--split", "test", "--csv=" + csv()))
                .isZero();
        assertThat(piped.out()).contains("points: 2 of 64 dimensions");
    }

    @Test
    void laysOutTheCodesOfAModel() throws Exception {
        int code = piped.run(
                "embed", "--model=tied", "--latent=3", "--epochs=2", "--n=12", "--method=pca", "--csv=" + csv());

        assertThat(code).isZero();
        assertThat(piped.out())
                .contains("3 latent units after 2 epochs", "points: 12 of 3 dimensions", "method: principal plane")
                .doesNotContain("KL");
        assertThat(Files.readAllLines(csv())).hasSize(13);
    }

    @Test
    void theSameSeedGivesTheSameTable() throws Exception {
        String[] arguments = {"embed", "--perplexity=5", "--iterations=300", "--csv=" + csv()};
        piped.run(arguments);
        List<String> first = Files.readAllLines(csv());
        piped.run(arguments);
        assertThat(Files.readAllLines(csv())).isEqualTo(first);
        piped.run("embed", "--perplexity=5", "--iterations=300", "--seed=2", "--csv=" + csv());
        assertThat(Files.readAllLines(csv())).isNotEqualTo(first);
    }

    @Test
    void theNotebooksThreeMapsInOneCommand() throws Exception {
        Path out = folder.resolve("maps");

        int code = piped.run("maps", "--perplexity=5", "--iterations=300", "--epochs=2", "--out", out.toString());

        assertThat(code).isZero();
        assertThat(piped.out()).contains(": pixels", ": 2 latent units", ": 20 latent units");
        for (String name : List.of("pixels", "latent-2", "latent-20")) {
            assertThat(Files.readAllLines(out.resolve(name + ".csv"))).hasSize(21);
            assertThat(out.resolve(name + ".png")).isNotEmptyFile();
        }
    }

    @Test
    void theNotebooksThreeMapsByUmap() throws Exception {
        Path out = folder.resolve("maps");
        assertThat(piped.run("maps", "--method=umap", "--iterations=30", "--epochs=2", "--out", out.toString()))
                .isZero();
        assertThat(piped.out().lines().filter(line -> line.startsWith("method: UMAP, 10 neighbours")))
                .hasSize(3);
        assertThat(Files.readAllLines(out.resolve("latent-20.csv"))).hasSize(21);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "embed --csv CSV --latent 3      | 1 | --latent belongs to a model: give --model too, or leave "
                        + "--latent out.",
                "embed --csv CSV --perplexity 20 | 1 | A perplexity of 20 does not go with 20 points: choose one of "
                        + "at least 1 and less than the number of points.",
                "embed --csv CSV --png CSV       | 1 | CSV is named for two files: give each a name of its own.",
                "embed --csv CSV --perplexity 0  | 2 | --perplexity takes a number from 1 to 1,000, not \"0\".",
                "embed --csv CSV --n 2           | 2 | --n takes a whole number from 3 to 1,000,000, not \"2\".",
                "embed --csv CSV --method lda    | 2 | --method takes one of tsne, umap, pca, not \"lda\".",
                "maps --out CSV --method pca     | 2 | --method takes tsne or umap, not \"pca\".",
                "embed --csv CSV --method umap --neighbours 21 | 1 | 21 neighbours do not go with 20 points: choose "
                        + "at least 2, and no more than there are points.",
                "embed --csv CSV --method umap --neighbours 1 | 2 | --neighbours takes a whole number from 2 to "
                        + "1,000, not \"1\".",
                "embed --csv CSV --method umap --min-distance 2 | 2 | --min-distance takes a number from 0 to 1, "
                        + "not \"2\".",
                "embed --csv CSV --method umap --perplexity 5 | 1 | --perplexity does not belong to the method umap: "
                        + "leave it out, or choose another --method.",
                "embed --csv CSV --neighbours 5  | 1 | --neighbours does not belong to the method tsne: "
                        + "leave it out, or choose another --method.",
                "maps --out CSV --min-distance 0 | 1 | --min-distance does not belong to the method tsne: "
                        + "leave it out, or choose another --method.",
                "embed --split test              | 2 | --csv needs a value: the name of a file.",
                "maps                            | 2 | --out needs a value: the name of a file."
            })
    void saysInOneSentenceWhatIsWrong(String arguments, int code, String sentence) {
        String path = csv().toString();
        assertThat(piped.run(arguments.replace("CSV", path).split(" +"))).isEqualTo(code);
        assertThat(piped.err().lines()).first().isEqualTo(sentence.replace("CSV", path));
        assertThat(csv()).doesNotExist();
    }

    @Test
    void aTerminalShowsProgress() {
        Recorded terminal = Recorded.onTerminal();
        terminal.run("embed", "--perplexity=5", "--csv=" + csv());
        assertThat(terminal.err()).contains("\r\033[K").endsWith("\r\033[K");
    }
}
