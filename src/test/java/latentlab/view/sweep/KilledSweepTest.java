package latentlab.view.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import latentlab.cli.Program;
import latentlab.data.Dataset;
import latentlab.data.digits.BuiltInDigits;
import latentlab.engine.training.EpochResult;
import latentlab.run.file.RunFile;
import latentlab.run.follow.Training;
import latentlab.run.store.Scratch;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A window whose process is killed in the middle of a sweep goes on with it to the numbers of runs left alone. */
class KilledSweepTest {
    private static final int EPOCHS = 10;

    @TempDir
    Path folder;

    /** @param kill number of epochs of all trials that it is killed after */
    private List<String> follow(int kill, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(folder.toString(), Integer.toString(EPOCHS)));
        arguments.addAll(List.of(more));
        // Without a screen, as this process.
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.matches("-D(glass|prism|java\\.awt)\\..*"))
                .toList();
        Process process = Program.of(SweepWindowChild.class, folder, options, arguments.toArray(String[]::new))
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line);
                if (line.startsWith("epochs ") && Integer.parseInt(line.substring(7)) >= kill) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return said;
    }

    private static List<Double> losses(List<EpochResult> history) {
        return history.stream().map(EpochResult::validLoss).toList();
    }

    @Test
    void goesOnWhereItWasKilled() throws Exception {
        follow(6, "2,3");
        assertThat(follow(14)).contains("asked");
        assertThat(follow(Integer.MAX_VALUE)).contains("asked").endsWith("epochs " + 2 * EPOCHS);
        Dataset digits = BuiltInDigits.create(Progress.NONE);
        List<Path> runs;
        try (Stream<Path> files = Files.walk(folder.resolve("runs"))) {
            runs = files.filter(file -> file.toString().endsWith(".latentlab")).toList();
        }
        assertThat(runs).hasSize(2);
        for (Path file : runs) {
            try (RunFile saved = RunFile.open(file);
                    Training alone = new Training(new Scratch(folder))) {
                alone.follow(digits, saved.config(), _ -> {}, () -> {});
                assertThat(saved.history()).hasSize(EPOCHS + 1);
                assertThat(losses(saved.history())).isEqualTo(losses(alone.run().history()));
                assertThat(saved.parameters(EPOCHS))
                        .isEqualTo(alone.run().epochs().read(EPOCHS));
            }
        }
    }
}
