package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import latentlab.Main;
import latentlab.data.DataRequest;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.file.RunFile;
import latentlab.sweep.Design;
import latentlab.sweep.Plan;
import latentlab.sweep.Sweep;
import latentlab.sweep.Swept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep whose process was killed, or was asked to end, goes on when it is called again. */
class EndedSweepTest {
    private static final List<String> SWEEP =
            List.of("sweep", "--latent", "2,3,4", "--epochs", "30", "--shuffle", "--workers", "2", "--out");

    @TempDir
    Path folder;

    private Process start(String out) throws Exception {
        List<String> words = new ArrayList<>(SWEEP);
        words.add(out);
        return Program.of(Main.class, folder, List.of(), words.toArray(String[]::new))
                .redirectErrorStream(true)
                .start();
    }

    private static String untilFirstTrial(Process process) throws Exception {
        BufferedReader reader = process.inputReader();
        String line = reader.readLine();
        while (line != null && !line.contains(": loss ")) {
            line = reader.readLine();
        }
        return line;
    }

    private static String rest(Process process) throws Exception {
        String rest = String.join("\n", process.inputReader().lines().toList());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return rest;
    }

    private float[] last(String out, String name) throws Exception {
        try (RunFile file = RunFile.open(folder.resolve(out).resolve(name + ".latentlab"))) {
            assertThat(file.history()).hasSize(31);
            return file.parameters(30);
        }
    }

    @Test
    void doesNotTrainWhatAnotherProcessTrains() throws Exception {
        Plan plan = new Plan(
                DataRequest.of("digits"),
                TrainingConfig.DEFAULT.withEpochs(30).withShuffle(true),
                List.of(Swept.parse(Setting.LATENT, "2,3,4")),
                1,
                Design.GRID,
                0);
        try (Sweep held = Sweep.open(plan, folder.resolve("held"))) {
            Process other = start("held");
            assertThat(rest(other)).contains("Another process trains the sweep in held");
            assertThat(other.exitValue()).isEqualTo(CommandLineInterface.FAILED);
            assertThat(held.trials()).hasSize(3);
        }
    }

    @Test
    void comesToTheSameNumbersAfterAKillAndAfterAnInterruption() throws Exception {
        assertThat(rest(start("whole"))).contains("finished");
        Process killed = start("ended");
        assertThat(untilFirstTrial(killed)).isNotNull();
        killed.toHandle().destroyForcibly();
        killed.waitFor();
        try (var files = Files.list(folder.resolve("ended"))) {
            assertThat(files.map(file -> file.getFileName().toString())).contains("plan.json");
        }
        Process interrupted = start("ended");
        assertThat(untilFirstTrial(interrupted)).isNotNull();
        interrupted.toHandle().destroy();
        rest(interrupted);
        Process again = start("ended");
        assertThat(rest(again)).contains("trained before");
        assertThat(again.exitValue()).isZero();
        for (String name : List.of("1_latent=2", "2_latent=3", "3_latent=4")) {
            assertThat(Arrays.equals(last("ended", name), last("whole", name)))
                    .as(name)
                    .isTrue();
        }
    }
}
