package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import latentlab.run.file.RunFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many runs from one command. */
class SweepCommandTest {
    @TempDir
    Path folder;

    private final Recorded piped = Recorded.piped();

    private int sweep(String words) {
        return piped.run(("sweep --out " + folder.resolve("swept") + " " + words).split(" "));
    }

    private List<String> files() throws Exception {
        try (var files = Files.list(folder.resolve("swept"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void trainsEachChoiceIntoAFileAndPrintsATable() throws Exception {
        Path csv = folder.resolve("table.csv");
        Path png = folder.resolve("plot.png");
        assertThat(sweep("--latent 2,5 --seeds 2 --epochs 2 --workers 2 --csv " + csv + " --png " + png))
                .isZero();
        assertThat(files())
                .containsExactly(
                        "1_latent=2_seed=1.latentlab",
                        "2_latent=2_seed=2.latentlab",
                        "3_latent=5_seed=1.latentlab",
                        "4_latent=5_seed=2.latentlab",
                        "plan.json");
        assertThat(piped.loaded).containsExactly("digits");
        assertThat(piped.out())
                .contains("1_latent=2_seed=1: loss 0.")
                .contains("trial  latent  seed  best_loss  best_epoch  test_mse  epochs  seconds     state\n")
                .containsPattern("\n4 +5 +2 +0\\.\\d{6} +2 +0\\.\\d{6} +2 +\\d+\\.\\d +finished\n")
                .contains("nothing may be concluded from so few");
        assertThat(Files.readAllLines(csv))
                .hasSize(5)
                .first()
                .isEqualTo("trial,latent,seed,best_loss,best_epoch,test_mse,epochs,seconds,state");
        assertThat(png).isNotEmptyFile();
    }

    @Test
    void calledAgainItTrainsNothingTwiceAndOtherWordsAreRefused() {
        assertThat(sweep("--latent 2,5 --epochs 2")).isZero();
        Recorded again = Recorded.piped();
        String[] words = ("sweep --out " + folder.resolve("swept") + " --latent 2,5 --epochs 2 --workers 1").split(" ");
        assertThat(again.run(words)).isZero();
        assertThat(again.out()).contains("1_latent=2: loss 0.", "in epoch 2, trained before");
        assertThat(sweep("--latent 2,5,10 --epochs 2")).isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err()).contains("There is another sweep in " + folder.resolve("swept"));
    }

    @Test
    void hasTheBatchAndTheNumbersOfTrain() throws Exception {
        sweep("--latent 2,5 --epochs 2 --lr 0.02 --shuffle true,false");
        Path alone = folder.resolve("alone.latentlab");
        piped.run(("train --latent 2 --epochs 2 --lr 0.02 --shuffle --save " + alone).split(" "));
        try (RunFile swept = RunFile.open(folder.resolve("swept").resolve("1_latent=2_shuffle=true.latentlab"));
                RunFile trained = RunFile.open(alone)) {
            assertThat(swept.config()).isEqualTo(trained.config());
            assertThat(swept.config().batch()).isLessThan(128);
            assertThat(swept.parameters(2)).isEqualTo(trained.parameters(2));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--hidden 9;7-5; --epochs 1 | 1_hidden=9 | 2_hidden=7-5 | 3_hidden=none",
                "--shuffle --no-reproducible --code-activation elu,tanh --epochs 1 | 1_code-activation=elu "
                        + "| 2_code-activation=tanh | plan.json",
                "--preset simple-or-tied --seeds 1 --epochs 1 | 1_model=simple | 2_model=tied | plan.json",
                "--low-discrepancy 3 --latent 1..8 --epochs 1 | 1_latent=3 | 2_latent=5 | 3_latent=1",
            })
    void takesSeveralValuesOfAnySetting(String words, String first, String second, String third) throws Exception {
        assertThat(sweep(words)).isZero();
        assertThat(files()).anyMatch(file -> file.startsWith(first + "."));
        assertThat(files()).anyMatch(file -> file.startsWith(second + "."));
        assertThat(files()).anyMatch(file -> file.startsWith(third));
    }

    @Test
    void startsFromASettingsPresetWhichOptionsComeBefore() throws Exception {
        assertThat(sweep("--preset denoising --no-shuffle --noise-level 0.2,0.4 --epochs 1"))
                .isZero();
        assertThat(Files.readString(folder.resolve("swept").resolve("plan.json")))
                .contains("\"hidden\":\"256\"", "\"noise\":\"masking\"", "\"epochs\":\"1\"")
                .doesNotContain("shuffle");
    }

    @Test
    void answersHowSmallTheCodeMayBe() {
        assertThat(sweep("--preset how-small --epochs 1 --json")).isZero();
        assertThat(piped.out())
                .hasLineCount(1)
                .contains("\"settings\":{\"latent\":\"50\"},\"state\":\"finished\"")
                .containsPattern("\"accuracy\":[01]\\.\\d");
        assertThat(piped.err()).contains("1_latent=1: loss 0.");
    }

    @Test
    void exitsWithOneWhereATrialDidNotEndWell() throws Exception {
        Files.createDirectories(folder.resolve("swept"));
        Files.writeString(folder.resolve("swept").resolve("2_latent=5.latentlab"), "not a run");
        assertThat(sweep("--latent 2,5 --epochs 1")).isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.out())
                .contains("2_latent=5: ")
                .containsPattern("\n1 +2 .* finished\n2 +5 +- +- +- +- +- +failed\n");
    }

    @Test
    void saysWhatItDoesNotTake() {
        assertThat(piped.run("sweep", "--latent", "2,5")).isEqualTo(CommandLineInterface.USAGE);
        assertThat(piped.err()).contains("--out");
        assertThat(sweep("--latent 2,500")).isEqualTo(CommandLineInterface.USAGE);
        assertThat(piped.err())
                .contains("--latent takes a whole number from 1 to 128; several with commas between them, or to draw"
                        + " from, FROM..TO, not \"2,500\".");
        assertThat(sweep("--random 2 --low-discrepancy 2 --latent 2..5")).isEqualTo(CommandLineInterface.FAILED);
        assertThat(piped.err()).contains("two ways to draw trials");
        assertThat(sweep("--data broken --latent 2,5")).isEqualTo(CommandLineInterface.FAILED);
        assertThat(folder.resolve("swept")).as("nothing was begun").doesNotExist();
    }
}
