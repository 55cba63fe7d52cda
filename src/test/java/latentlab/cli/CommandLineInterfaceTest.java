package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import latentlab.MadeUpImages;
import latentlab.data.DataLoader;
import latentlab.data.DataRequest;
import latentlab.data.SmallDatasets;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Preset;
import latentlab.engine.settings.RunSettings;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineInterfaceTest {
    private static final List<String> TRAIN_OPTIONS = List.of(
            "--data",
            "--model",
            "--latent",
            "--epochs",
            "--lr",
            "--batch",
            "--seed",
            "--[no-]shuffle",
            "--gif",
            "--csv",
            "--plot",
            "--frame",
            "--lang",
            "--help",
            "--version");

    private final Recorded commandLine = Recorded.piped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "train --latent 500     | --latent takes a whole number from 1 to 128, not \"500\".",
                "train --latent 0       | --latent takes a whole number from 1 to 128, not \"0\".",
                "train --latent 2.5     | --latent takes a whole number from 1 to 128, not \"2.5\".",
                "train --latent=        | --latent takes a whole number from 1 to 128, not \"\".",
                "train --latent         | --latent needs a value: a whole number from 1 to 128.",
                "train --epochs -3      | --epochs takes a whole number from 1 to 100,000, not \"-3\".",
                "train --epochs 99999999999 | --epochs takes a whole number from 1 to 100,000, not \"99999999999\".",
                "train --batch many     | --batch takes a whole number from 1 to 10,000, not \"many\".",
                "train --lr 2           | --lr takes a number from 0.0001 to 1, not \"2\".",
                "train --lr 0,01        | --lr takes a number from 0.0001 to 1, not \"0,01\".",
                "train --lr NaN         | --lr takes a number from 0.0001 to 1, not \"NaN\".",
                "train --epochs 1e3     | --epochs takes a whole number from 1 to 100,000, not \"1e3\".",
                "train --epochs 0x10    | --epochs takes a whole number from 1 to 100,000, not \"0x10\".",
                "train --epochs 1_000   | --epochs takes a whole number from 1 to 100,000, not \"1_000\".",
                "train --epochs 1,000   | --epochs takes a whole number from 1 to 100,000, not \"1,000\".",
                "train --epochs １０    | --epochs takes a whole number from 1 to 100,000, not \"１０\".",
                "train --epochs ٣       | --epochs takes a whole number from 1 to 100,000, not \"٣\".",
                "train --frame １００   | --frame takes a whole number from 20 to 655,350, not \"１００\".",
                "embed --n ٣٠           | --n takes a whole number from 3 to 1,000,000, not \"٣٠\".",
                "embed --perplexity 0x1p3 | --perplexity takes a number from 1 to 1,000, not \"0x1p3\".",
                "embed --perplexity 30f | --perplexity takes a number from 1 to 1,000, not \"30f\".",
                "embed --perplexity NaN | --perplexity takes a number from 1 to 1,000, not \"NaN\".",
                "train --lr 0x1p-3      | --lr takes a number from 0.0001 to 1, not \"0x1p-3\".",
                "train --lr 0.01d       | --lr takes a number from 0.0001 to 1, not \"0.01d\".",
                "train --lr Infinity    | --lr takes a number from 0.0001 to 1, not \"Infinity\".",
                "train --lr -0          | --lr takes a number from 0.0001 to 1, not \"-0\".",
                "train --lr 1e400       | --lr takes a number from 0.0001 to 1, not \"1e400\".",
                "train --shuffle=TRUE   | --shuffle takes true or false, not \"TRUE\".",
                "train --loss MSE       | --loss takes one of mse, sse, bce, mae, bernoulli, gaussian, not \"MSE\".",
                "train --hidden 512-٣   | --hidden takes at most 6 sizes from 1 to 2,048, such as 1000-500-250,"
                        + " or with convolutions c16-c32-64, not \"512-٣\".",
                "train --hidden [512]   | --hidden takes at most 6 sizes from 1 to 2,048, such as 1000-500-250,"
                        + " or with convolutions c16-c32-64, not \"[512]\".",
                "train --hidden 5-      | --hidden takes at most 6 sizes from 1 to 2,048, such as 1000-500-250,"
                        + " or with convolutions c16-c32-64, not \"5-\".",
                "train --hidden 4294967297 | --hidden takes at most 6 sizes from 1 to 2,048, such as 1000-500-250,"
                        + " or with convolutions c16-c32-64, not \"4294967297\".",
                "train @/dev/zero       | \"@/dev/zero\" is not known here.",
                "train --seed 9223372036854775808 | --seed takes a whole number of at most 18 digits, not"
                        + " \"9223372036854775808\".",
                "train --seed x         | --seed takes a whole number of at most 18 digits, not \"x\".",
                "train --model deep     | --model takes one of simple, tied, variational, not \"deep\".",
                "train --frame 1        | --frame takes a whole number from 20 to 655,350, not \"1\".",
                "train --lang fr        | --lang takes en or ja, not \"fr\".",
                "train --gif=           | --gif takes the name of a file, not \"\".",
                "train --data=          | --data takes digits, shapes, mnist, fashion, kmnist, cifar10 or the path of a"
                        + " folder or a file, not \"\".",
                "train --shuffle=3      | --shuffle takes true or false, not \"3\".",
                "train --latnt 5        | \"--latnt\" is not known here: did you mean --latent?",
                "train more             | \"more\" is not known here.",
                "trian                  | \"trian\" is neither a command nor a file that is there: did you mean train?",
                "--gif a.gif            | \"--gif\" is not known here."
            })
    void saysInOneSentenceWhatIsWrongWithTheArguments(String arguments, String sentence) {
        int code = commandLine.run(arguments.split(" "));

        assertThat(code).isEqualTo(CommandLineInterface.USAGE);
        assertThat(commandLine.err().lines()).hasSize(2).first().isEqualTo(sentence);
        assertThat(commandLine.err().lines().toList().getLast()).contains("--help");
        assertThat(commandLine.out()).isEmpty();
        assertThat(commandLine.loaded).isEmpty();
        assertThat(commandLine.opened).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--epochs, 1",
        "--seed, 9",
        "--lr, 1",
        "--lr, .",
        "--hidden, 1",
        "--hidden, 1-",
        "--hidden, ' '",
        "--loss, m",
        "--latnt, x",
        "--lang, x"
    })
    void endlessValuesAreRefusedInAShortSentence(String option, String piece) {
        // As long as Linux lets an argument be.
        int code = commandLine.run("train", option + "=5" + piece.repeat(131_000 / piece.length()) + "x");

        assertThat(code).isEqualTo(CommandLineInterface.USAGE);
        assertThat(commandLine.err().lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("…")
                .hasSizeLessThan(250);
    }

    @Test
    void zeroIsZeroWhateverItsSign() throws Exception {
        TrainingConfig config =
                settings("train", "--sparsity", "-0.0", "--seed", "-0").config();
        assertThat(config.get(Setting.SPARSITY)).isEqualTo(0.0);
        assertThat(config).isEqualTo(TrainingConfig.DEFAULT.withSeed(0));
    }

    @Test
    void aFolderWhoseNameBeginsWithAnAtSignIsAFolder() throws Exception {
        assertThat(settings("train", "--data", "@home").data()).isEqualTo("@home");
    }

    @Test
    void complainsInTheLanguageAskedFor() {
        int code = commandLine.run("train", "--batch", "0", "--lang", "ja");

        assertThat(code).isEqualTo(CommandLineInterface.USAGE);
        assertThat(commandLine.err()).startsWith("--batch に「0」は使えません。1 から 10,000 までの整数を指定してください。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void helpNamesEveryOptionInBothLanguages(String language) {
        assertThat(commandLine.run("train", "--help", "--lang", language)).isZero();

        assertThat(commandLine.out()).contains(TRAIN_OPTIONS).contains("0.0001", "128", "50", "digits");
        assertThat(commandLine.err()).isEmpty();
    }

    @Test
    void helpIsEnglishOrJapanese() {
        commandLine.run("--help");
        Recorded japanese = Recorded.piped();
        japanese.run("--help", "--lang=ja");

        assertThat(commandLine.out()).startsWith("Usage: latent-lab").contains("Commands:", "train", "window");
        assertThat(japanese.out()).startsWith("使い方: latent-lab").contains("コマンド:", "train", "ウィンドウ");
        assertThat(japanese.out()).doesNotContain("Usage", "Commands");
    }

    @Test
    void helpOfTrainBeginsWithHowItIsCalled() {
        commandLine.run("train", "-h");

        assertThat(commandLine.out()).startsWith("Usage: latent-lab train ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "train --version"})
    void tellsItsVersion(String arguments) {
        assertThat(commandLine.run(arguments.split(" "))).isZero();

        assertThat(commandLine.out()).matches("Latent Lab \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @Test
    void opensTheWindowWithoutACommand() {
        assertThat(commandLine.run()).isZero();
        assertThat(commandLine.run("--data", "some where/mnist", "--lang", "ja"))
                .isZero();

        assertThat(commandLine.opened)
                .containsExactly(
                        new WindowArguments(null, null, List.of()),
                        new WindowArguments(DataRequest.of("some where/mnist"), Locale.JAPANESE, List.of()));
    }

    @Test
    void opensFilesThatAreThereInTheWindow(@TempDir Path folder) throws IOException {
        Path lesson = Files.createFile(folder.resolve("mine.lesson.md"));

        assertThat(commandLine.run(lesson.toString(), "--lang", "ja")).isZero();

        assertThat(commandLine.opened).containsExactly(new WindowArguments(null, Locale.JAPANESE, List.of(lesson)));
        assertThat(commandLine.run(folder.resolve("none.latentlab").toString())).isEqualTo(CommandLineInterface.USAGE);
        assertThat(commandLine.err()).contains("none.latentlab\" is neither a command nor a file that is there.");
    }

    @Test
    void defaultsAreTheWindows() throws Exception {

        assertThat(settings("train").config()).isEqualTo(TrainingConfig.DEFAULT);
    }

    @Test
    void optionsComeBeforeTheSettingsFileAndThatBeforeDefaults(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("run.json");
        Files.writeString(file, "{\"data\": \"mnist\", \"hidden\": [300], \"latent\": 5, \"loss\": \"bce\"}");

        RunSettings settings = settings("train", "--config", file.toString(), "--latent", "7");

        assertThat(settings.data()).isEqualTo("mnist");
        assertThat(settings.config())
                .isEqualTo(TrainingConfig.DEFAULT
                        .with(Setting.HIDDEN, HiddenLayer.dense(300))
                        .withLatent(7)
                        .with(Setting.LOSS, Loss.BCE));
    }

    @Test
    void aPresetIsAStart() throws Exception {
        RunSettings settings = settings("train", "--preset", "hinton-salakhutdinov", "--epochs", "3");

        assertThat(settings.config())
                .isEqualTo(Preset.HINTON_SALAKHUTDINOV.config().withEpochs(3));
    }

    @Test
    void aSettingsFileThatIsNotThereIsNamed(@TempDir Path folder) {
        String file = folder.resolve("none.json").toString();
        assertThat(commandLine.run("train", "--config", file)).isEqualTo(CommandLineInterface.FAILED);
        assertThat(commandLine.err().strip())
                .isEqualTo("The settings file " + file + " cannot be read: check its name.");
    }

    @Test
    void aSettingsFileWithAMistakeIsRefusedWithItsLine(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("run.json");
        Files.writeString(file, "{\"data\": \"digits\",\n\"hidden\": {}}");

        assertThat(commandLine.run("train", "--config", file.toString(), "--lang", "en"))
                .isEqualTo(CommandLineInterface.FAILED);
        assertThat(commandLine.err().strip())
                .isEqualTo(file + ", line 2: \"hidden\" takes a list of at most 6 sizes from 1 to 2,048, such as"
                        + " [1000, 500, 250], or with convolutions [\"c16\", \"c32\", 64], not an object.");
        assertThat(commandLine.run("train", "--config", folder.toString())).isEqualTo(CommandLineInterface.FAILED);
        assertThat(commandLine.err()).contains(folder + " is a folder: name a file.");
        assertThat(commandLine.loaded).isEmpty();
    }

    @Test
    void everyOptionReachesTheRun() throws Exception {
        String arguments = "train --model tied --latent 3 --lr 1e-3 --batch 64 --epochs 7 --seed -5 --shuffle";

        TrainingConfig config = settings(arguments.split(" ")).config();

        assertThat(config)
                .isEqualTo(TrainingConfig.DEFAULT
                        .withKind(ModelKind.TIED)
                        .withLatent(3)
                        .withLearningRate(1e-3)
                        .withBatch(64)
                        .withEpochs(7)
                        .withSeed(-5)
                        .withShuffle(true));
    }

    /** What these arguments would train. */
    private RunSettings settings(String... arguments) throws Exception {
        Commands commands =
                new Commands(commandLine.screen, new Messages(Locale.ENGLISH), commandLine, commandLine.probe);
        return TrainOptions.settings(commands.line().parseArgs(arguments).subcommand());
    }

    @Test
    void saysThatTheHeapIsFull() {
        DataLoader tooLarge = (_, _) -> SmallDatasets.of(new long[Integer.MAX_VALUE - 8].length, 1, 1, 1);

        int code = new CommandLineInterface(commandLine.screen, tooLarge, _ -> null, commandLine.probe)
                .run("train", "--lang=en");

        assertThat(code).isEqualTo(CommandLineInterface.FAILED);
        assertThat(commandLine.err()).startsWith("The Java heap of ").contains("-Xmx");
        assertThat(commandLine.err().lines()).hasSize(1);
    }

    @Test
    void refusesARunThereIsNoMemoryFor() {
        DataLoader large = (_, _) -> MadeUpImages.dataset(10, 512, 512);

        int code = new CommandLineInterface(commandLine.screen, large, _ -> null, commandLine.probe)
                .run("train", "--hidden=2048-2048-2048", "--lang=en");

        assertThat(code).isEqualTo(CommandLineInterface.FAILED);
        assertThat(commandLine.err()).contains("parameters needs", "GB of the Java heap", "fewer units", "-Xmx");
        assertThat(commandLine.err().lines()).hasSize(1);
        assertThat(commandLine.out()).contains("512 × 512").doesNotContain("epoch");
    }
}
