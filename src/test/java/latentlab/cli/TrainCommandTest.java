package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import latentlab.data.DataRequest;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.ModelSummary;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.Export;
import latentlab.export.ExportCatalogue;
import latentlab.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainCommandTest {
    /** Lines before the table. */
    private static final int LOADED = 6;

    private static final String[] SHORT = {"train", "--epochs", "3", "--latent", "4"};

    @TempDir
    Path folder;

    private final Recorded piped = Recorded.piped();

    @Test
    void saysWhatWasLoadedThenPrintsSkorchsTableTheModelAndWhatTheNumbersDependOn() {
        assertThat(piped.run(SHORT)).isZero();

        assertThat(piped.out().lines().limit(LOADED))
                .satisfiesExactly(
                        name -> assertThat(name).isEqualTo("small"),
                        images -> assertThat(images).startsWith("  100 training images (20 of them"),
                        classes -> assertThat(classes).startsWith("  "),
                        end -> assertThat(end).isEmpty(),
                        batch -> assertThat(batch)
                                .isEqualTo("Batches of 8 instead of 128, as there are 100 training images in all."),
                        end -> assertThat(end).isEmpty());
        List<String> lines = piped.out().lines().skip(LOADED).toList();
        assertThat(lines.get(0)).isEqualTo("  epoch    train_loss    valid_loss     dur");
        assertThat(lines.get(1)).isEqualTo("-------  ------------  ------------  ------");
        for (int epoch = 1; epoch <= 3; epoch++) {
            assertThat(lines.get(1 + epoch)).matches(" {6}" + epoch + "( {8}\\d\\.\\d{4}){2}  \\d\\.\\d{4}");
        }
        String summary = ModelSummary.text(new Autoencoder(ModelKind.SIMPLE, 8, 8, 4));
        assertThat(piped.out()).contains("\n" + summary + "\n");
        assertThat(lines.getLast()).startsWith("Computed ").contains("on one thread");
        assertThat(lines.get(lines.size() - 2))
                .matches("Test error after epoch 3: MSE 0\\.\\d{6}, PSNR \\d+\\.\\d\\d dB \\(.*\\)\\.");
        assertThat(lines).hasSize(5 + 1 + (int) summary.lines().count() + 3);
    }

    @Test
    void saysWhatToTryNextWhereThatIsCertain() {
        String[] stuck = {
            "train", "--epochs", "2", "--latent", "2", "--sparsity", "1", "--code-activation", "relu", "--batch", "8"
        };
        assertThat(piped.run(stuck)).isZero();
        assertThat(piped.err())
                .contains("2 of 2 latent units are stuck")
                .contains("To try: --code-activation leaky-relu");

        Recorded well = Recorded.piped();
        assertThat(well.run(SHORT)).isZero();
        assertThat(well.err()).doesNotContain("To try");
    }

    @Test
    void leavesABatchThatWasChosenAsItIs() {
        assertThat(piped.run("train", "--epochs", "1", "--batch", "128")).isZero();
        assertThat(piped.out()).doesNotContain("Batches");
    }

    @Test
    void saysNothingOnStandardErrorThatIsNoTerminal() {
        piped.run(SHORT);

        assertThat(piped.err()).isEmpty();
    }

    @Test
    void marksTheBestAndShowsProgressOnATerminal() {
        Recorded terminal = Recorded.onTerminal();

        terminal.run(SHORT);

        assertThat(terminal.out())
                .containsPattern("\033\\[1;36m\\d\\.\\d{4}\033\\[0m +\033\\[1;32m\\d\\.\\d{4}\033\\[0m");
        assertThat(terminal.err())
                .startsWith("\r\033[KTraining epoch 1 of 1 (50%)")
                .endsWith("\r\033[K");
    }

    @Test
    void writesTheFilesAskedFor() throws Exception {
        Path gif = folder.resolve("a.gif");
        Path map = folder.resolve("map.gif");
        Path csv = folder.resolve("a.csv");
        Path plot = folder.resolve("a.png");

        int code = piped.run(
                "train",
                "--epochs",
                "3",
                "--gif",
                gif.toString(),
                "--gif-map",
                map.toString(),
                "--csv=" + csv,
                "--plot",
                plot.toString(),
                "--frame",
                "80");

        assertThat(code).isZero();
        assertThat(frames(gif)).isEqualTo(4);
        assertThat(frames(map)).isEqualTo(4);
        assertThat(ImageIO.read(map.toFile()).getHeight())
                .isGreaterThan(ImageIO.read(gif.toFile()).getHeight() + 300);
        assertThat(Files.readAllLines(csv))
                .hasSize(5)
                .first()
                .isEqualTo("epoch,train_loss,valid_loss,dur,learning_rate,test_mse,test_psnr");
        assertThat(ImageIO.read(plot.toFile())).isNotNull();
        assertThat(piped.err().lines())
                .containsExactly(
                        "Saved " + csv + ".", "Saved " + plot + ".", "Saved " + gif + ".", "Saved " + map + ".");
    }

    @ParameterizedTest
    @MethodSource("exports")
    void everyExportHasItsOptionWithHelp(Export export) {
        Path file = folder.resolve(export.fileName());

        // A video needs a program that not every machine has.
        if (export != ExportCatalogue.MP4) {
            assertThat(piped.run("train", "--epochs", "1", export.option(), file.toString()))
                    .isZero();
            assertThat(file).isNotEmptyFile();
            assertThat(piped.err()).isEqualTo("Saved " + file + "." + System.lineSeparator());
        }

        Recorded asked = Recorded.piped();
        asked.run("train", "--help");
        String help = new Messages(Locale.ENGLISH).text(export.help());
        assertThat(asked.out().replaceAll("\\s+", " ")).contains(export.option() + "=FILE " + help);
    }

    static List<Export> exports() {
        return ExportCatalogue.ALL;
    }

    @Test
    void theTableShowsWhatTheFileHolds() throws Exception {
        Path csv = folder.resolve("a.csv");

        piped.run("train", "--epochs", "3", "--model", "tied", "--csv", csv.toString());

        List<String> file = Files.readAllLines(csv);
        List<String> table = piped.out().lines().skip(LOADED).toList();
        for (int epoch = 1; epoch <= 3; epoch++) {
            String[] numbers = file.get(1 + epoch).split(",");
            assertThat(table.get(1 + epoch))
                    .contains(String.format(
                            Locale.ROOT,
                            "%.4f        %.4f",
                            Double.parseDouble(numbers[1]),
                            Double.parseDouble(numbers[2])));
        }
        assertThat(piped.out()).contains("TiedLinear");
    }

    @Test
    void sameSeedSameNumbers() throws Exception {
        String first = losses("--seed", "7", "--shuffle");

        assertThat(losses("--seed", "7", "--shuffle")).isEqualTo(first);
        assertThat(losses("--seed", "8", "--shuffle")).isNotEqualTo(first);
        assertThat(losses("--seed", "7", "--no-shuffle")).isNotEqualTo(first);
        assertThat(losses("--seed", "7")).isEqualTo(losses("--seed", "7", "--no-shuffle"));
    }

    @Test
    void loadsTheDataNamed() {
        piped.run("train", "--epochs", "1", "--data", "some where/mnist");
        piped.run("train", "--epochs", "1");

        assertThat(piped.loaded).containsExactly("some where/mnist", "digits");
    }

    @Test
    void saysInOneSentenceWhyThereIsNoData() {
        int code = piped.run(
                "train", "--data", "broken", "--csv", folder.resolve("a.csv").toString());

        assertThat(code).isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err().lines()).hasSize(1).first().asString().contains("broken");
        assertThat(piped.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void findsOutBeforeTrainingThatAFileCannotBeWritten() {
        Path file = folder.resolve("nowhere", "a.gif");

        int code = piped.run("train", "--gif", file.toString());

        assertThat(code).isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err().lines()).hasSize(1).first().asString().contains(file.toString());
        assertThat(piped.loaded).isEmpty();
    }

    @Test
    void refusesToWriteTwoFilesIntoOne() {
        Path file = folder.resolve("a");

        int code = piped.run("train", "--gif", file.toString(), "--csv", folder + "/./a");

        assertThat(code).isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err().lines()).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFullDiskDoesNotKeepTheOtherFilesFromBeingWritten() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "needs /dev/full");
        Path gif = folder.resolve("a.gif");

        int code = piped.run("train", "--epochs", "2", "--csv", "/dev/full", "--gif", gif.toString());

        assertThat(code).isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err().lines()).hasSize(2).last().asString().contains("/dev/full", "disk is full");
        assertThat(frames(gif)).isEqualTo(3);
    }

    @Test
    void aRunThatDivergesSaysSoAndStillWritesWhatItHas() throws Exception {
        Path csv = folder.resolve("a.csv");
        Messages english = new Messages(Locale.ENGLISH);
        TrainingConfig wild = TrainingConfig.DEFAULT.withLearningRate(1e38);

        boolean fine = new TrainCommand(piped.screen, english, piped)
                .run(
                        DataRequest.of("small"),
                        wild,
                        true,
                        new Outputs(new LinkedHashMap<>(Map.of(ExportCatalogue.CSV, csv)), Map.of()));

        assertThat(fine).isFalse();
        assertThat(piped.err()).startsWith("The loss became infinite in epoch").contains("--lr", "Saved " + csv);
        assertThat(Files.readAllLines(csv)).hasSizeGreaterThanOrEqualTo(2);
    }

    private String losses(String... options) throws Exception {
        Path csv = folder.resolve("losses.csv");
        String[] all = Stream.concat(Stream.of("train", "--epochs", "2", "--csv", csv.toString()), Stream.of(options))
                .toArray(String[]::new);
        assertThat(Recorded.piped().run(all)).isZero();
        // Without the seconds, which differ.
        return Files.readString(csv).replaceAll(",[^,\n]*((?:,[^,\n]*){3}\n)", "$1");
    }

    private static int frames(Path gif) throws Exception {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(in);
            return reader.getNumImages(true);
        } finally {
            reader.dispose();
        }
    }
}
