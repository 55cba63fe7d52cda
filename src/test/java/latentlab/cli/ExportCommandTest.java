package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import latentlab.data.SmallDatasets;
import latentlab.export.EpochRange;
import latentlab.export.Export;
import latentlab.export.ExportCatalogue;
import latentlab.run.file.AboutRows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of a run that was kept are those that training would have written. */
class ExportCommandTest {
    @TempDir
    Path folder;

    private final Recorded piped = Recorded.piped();
    private Path run;

    @BeforeEach
    void name() {
        run = folder.resolve("a.latentlab");
    }

    /** Without what needs an ffmpeg. */
    private static List<Export> written() {
        return ExportCatalogue.ALL.stream()
                .filter(export -> export != ExportCatalogue.MP4)
                .toList();
    }

    private List<String> everything(Path into, String... first) throws Exception {
        Files.createDirectories(into);
        List<String> words = new ArrayList<>(List.of(first));
        for (Export each : written()) {
            words.add(each.option());
            words.add(into.resolve(each.fileName()).toString());
        }
        return words;
    }

    private int export(String... words) {
        List<String> all = new ArrayList<>(List.of("export", run.toString()));
        all.addAll(List.of(words));
        return piped.run(all.toArray(String[]::new));
    }

    @Test
    void aReportHasTheRunsNoteOrTheWordsThatAreGiven() throws Exception {
        assertThat(piped.run("train", "--epochs", "1", "--latent", "3", "--save", run.toString()))
                .isZero();
        AboutRows.change(run, about -> about.withName("Three units").withNote("noted & kept"));
        Path report = folder.resolve("report.html");
        assertThat(export("--report", report.toString())).isZero();
        assertThat(report).content().contains("<h1>Three units</h1>", "noted &amp; kept");

        assertThat(export("--report", report.toString(), "--words", "typed here"))
                .isZero();
        assertThat(report).content().contains("typed here").doesNotContain("noted");

        Path words = Files.writeString(folder.resolve("words.txt"), "from a file");
        assertThat(export("--report", report.toString(), "--words", words.toString()))
                .isZero();
        assertThat(report).content().contains("from a file").doesNotContain("words.txt");

        assertThat(export("--report", words.toString(), "--words", words.toString()))
                .isEqualTo(1);
        assertThat(words).hasContent("from a file");
    }

    @Test
    void writesWhatTrainingWrites() throws Exception {
        Path trained = folder.resolve("trained");
        List<String> train = everything(trained, "train", "--epochs", "3", "--save", run.toString());
        assertThat(piped.run(train.toArray(String[]::new))).isZero();
        byte[] before = Files.readAllBytes(run);
        Path exported = folder.resolve("exported");
        assertThat(export(everything(exported).toArray(String[]::new))).isZero();
        for (Export each : written()) {
            // DL4J's archive says when it was written.
            if (each == ExportCatalogue.DL4J) {
                assertThat(exported.resolve(each.fileName())).isNotEmptyFile();
                continue;
            }
            assertThat(exported.resolve(each.fileName()))
                    .as(each.option())
                    .hasSameBinaryContentAs(trained.resolve(each.fileName()));
        }
        assertThat(Files.readAllBytes(run)).as("only read").isEqualTo(before);
    }

    @Test
    void tablesHaveTheEpochsAskedFor() throws Exception {
        piped.run("train", "--epochs", "4", "--latent", "3", "--save", run.toString());
        Path csv = folder.resolve("some.csv");
        Path json = folder.resolve("some.json");
        assertThat(export("--epochs", "1:3:2", "--csv", csv.toString(), "--json", json.toString()))
                .isZero();
        assertThat(Files.readAllLines(csv).stream().map(line -> line.substring(0, line.indexOf(','))))
                .containsExactly("epoch", "1", "3");
        assertThat(json)
                .content()
                .containsPattern("\"history\":\\[\\{\"epoch\":1,.*\\{\"epoch\":3,")
                .doesNotContain("{\"epoch\":2,");
        assertThat(export("--epochs", "9", "--csv", csv.toString()))
                .as("there is none")
                .isNotZero();
    }

    @Test
    void takesTheModelOfTheLastEpochAskedFor() throws Exception {
        Path first = folder.resolve("1.npz");
        Path last = folder.resolve("3.npz");
        Path again = folder.resolve("again.npz");
        piped.run("train", "--epochs", "2", "--npz", first.toString());
        piped.run("train", "--epochs", "3", "--save", run.toString(), "--npz", last.toString());
        assertThat(numbers(first)).isNotEqualTo(numbers(last));
        for (String epochs : List.of("2", "0::2", ":2")) {
            assertThat(export("--epochs", epochs, "--npz", again.toString())).isZero();
            assertThat(numbers(again)).as(epochs).isEqualTo(numbers(first));
        }
        assertThat(export("--npz", again.toString())).isZero();
        assertThat(numbers(again)).isEqualTo(numbers(last));
    }

    @Test
    void showsTheImagesAskedFor() throws Exception {
        Path trained = folder.resolve("trained.png");
        piped.run(
                "train", "--epochs", "2", "--save", run.toString(), "--images", "best", "--strip", trained.toString());
        Path strip = folder.resolve("strip.png");
        assertThat(export("--images", "3, 17,12-15", "--strip", strip.toString()))
                .isZero();
        assertThat(ImageIO.read(strip.toFile()).getWidth()).isEqualTo(6 * 8);
        byte[] some = Files.readAllBytes(strip);
        for (String other : List.of("random:5", "class:7", "worst", "best")) {
            assertThat(export("--images", other, "--strip", strip.toString()))
                    .as(other)
                    .isZero();
            assertThat(ImageIO.read(strip.toFile()).getWidth()).isEqualTo((other.equals("class:7") ? 2 : 10) * 8);
            assertThat(Files.readAllBytes(strip)).as(other).isNotEqualTo(some);
            some = Files.readAllBytes(strip);
        }
        assertThat(some).as("the best").isEqualTo(Files.readAllBytes(trained));
    }

    @Test
    void saysWhichImagesThereAre() {
        piped.run("train", "--epochs", "1", "--save", run.toString());
        Path strip = folder.resolve("strip.png");
        assertThat(export("--images", "some", "--strip", strip.toString())).isEqualTo(CommandLineInterface.USAGE);
        assertThat(piped.err())
                .contains("--images takes test images of the grid")
                .contains("not \"some\"");
        assertThat(export("--images", "99999", "--strip", strip.toString())).isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err()).contains("There is no test image 99999");
        assertThat(export("--images", "0-10", "--strip", strip.toString())).isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err()).contains("room for 10 images; these are 11");
        assertThat(piped.run("train", "--epochs", "1", "--images", "class:cat", "--strip", strip.toString()))
                .isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err()).contains("No test image is of class “cat”").doesNotContain("epoch 1");
        assertThat(strip).doesNotExist();
    }

    /** The first array. */
    private static List<Byte> numbers(Path npz) throws Exception {
        List<Byte> bytes = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(npz))) {
            zip.getNextEntry();
            for (byte each : zip.readAllBytes()) {
                bytes.add(each);
            }
        }
        return bytes;
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        piped.run("train", "--epochs", "2", "--save", run.toString());
        assertThat(export()).isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err()).contains("Nothing to write of " + run);
        assertThat(export("--epochs", "7:9", "--npz", folder.resolve("a.npz").toString()))
                .isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err()).contains("None of the chosen epochs is kept: the run has 0 to 2.");
        assertThat(folder.resolve("a.npz")).doesNotExist();
        assertThat(export("--csv", run.toString())).isEqualTo(CommandLineInterface.FAILED);
        assertThat(export("--epochs", "3:1", "--csv", "x.csv")).isEqualTo(CommandLineInterface.USAGE);
        assertThat(piped.err()).contains("--epochs takes epochs such as 0:50, 10:, ::5 or 7, not \"3:1\".");
        Recorded other = Recorded.piped();
        other.data = SmallDatasets.of(100, 21, 8, 8);
        assertThat(other.run(
                        "export",
                        run.toString(),
                        "--csv",
                        folder.resolve("b.csv").toString()))
                .isEqualTo(CommandLineInterface.FAILED);
        assertThat(other.err()).contains("The run was trained on small (100 and 20 images)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":::", "a", "-1", "3:2", "1:2:0", "1.5", "99999999999", "١"})
    void otherWordsAreNoEpochs(String text) {
        assertThatThrownBy(() -> EpochRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void epochsAreAsTheyAreAskedFor() {
        assertThat(EpochRange.parse("7")).isEqualTo(new EpochRange(7, 7, 1));
        assertThat(EpochRange.parse(":")).isEqualTo(EpochRange.ALL);
        assertThat(EpochRange.parse("2:9:3")).isEqualTo(new EpochRange(2, 9, 3));
        assertThat(EpochRange.parse("::5").contains(10)).isTrue();
        assertThat(EpochRange.parse("1::5").contains(10)).isFalse();
        assertThat(EpochRange.parse("2:9:3").contains(8)).isTrue();
        assertThat(EpochRange.parse("2:9:3").contains(11)).isFalse();
    }

    @Test
    void saysThatAFileWasThere() {
        assertThat(piped.run("train", "--epochs", "1", "--save", run.toString()))
                .isZero();
        Path file = folder.resolve("a.csv");
        export("--csv", file.toString());
        assertThat(piped.err()).contains("Saved " + file + ".").doesNotContain("in the place of");

        assertThat(export("--csv", file.toString())).isZero();

        assertThat(piped.err()).contains("Saved " + file + " in the place of the file that was there.");
    }
}
