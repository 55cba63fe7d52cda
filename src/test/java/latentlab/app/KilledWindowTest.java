package latentlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import latentlab.cli.Program;
import latentlab.run.file.RunFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A window whose process is killed while it trains, again and again, goes on to the same numbers as one left alone. */
class KilledWindowTest {
    private static final int EPOCHS = Math.max(40, 2 * Integer.getInteger("latentlab.kills", 0));
    private static final int KILLS = Integer.getInteger("latentlab.kills", 3);

    @TempDir
    Path folder;

    /** @param kill epoch after which it is killed as soon as it has been said; more than there are for never */
    private List<String> follow(Path where, int kill, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(where.toString(), Integer.toString(EPOCHS)));
        arguments.addAll(List.of(more));
        // Without a screen, as this process.
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.matches("-D(glass|prism|java\\.awt)\\..*"))
                .toList();
        Process process = Program.of(WindowChild.class, folder, options, arguments.toArray(String[]::new))
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line);
                if (line.startsWith("epoch ") && Integer.parseInt(line.substring(6)) >= kill) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return said;
    }

    private static Path run(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where.resolve("runs"))) {
            List<Path> runs =
                    files.filter(file -> file.toString().endsWith(".latentlab")).toList();
            assertThat(runs).hasSize(1);
            return runs.getFirst();
        }
    }

    @Test
    void goesOnWhereItWasKilled() throws Exception {
        Path alone = Files.createDirectory(folder.resolve("alone"));
        Path killed = Files.createDirectory(folder.resolve("killed"));
        follow(alone, EPOCHS + 1, "train");
        SplittableRandom random = new SplittableRandom(11);
        int step = Math.max(1, EPOCHS / (KILLS + 1));
        int last = 1 + random.nextInt(step);
        follow(killed, last, "train");
        for (int kill = 1; kill < KILLS; kill++) {
            last = Math.min(EPOCHS - 1, last + 1 + random.nextInt(step));
            assertThat(follow(killed, last)).as("kill %d", kill).contains("asked");
        }
        assertThat(follow(killed, EPOCHS + 1)).contains("asked").endsWith("epoch " + EPOCHS);
        try (RunFile whole = RunFile.open(run(alone));
                RunFile parts = RunFile.open(run(killed))) {
            assertThat(parts.history()).hasSameSizeAs(whole.history()).hasSize(EPOCHS + 1);
            for (int epoch = 0; epoch <= EPOCHS; epoch++) {
                assertThat(parts.history().get(epoch).validLoss())
                        .isEqualTo(whole.history().get(epoch).validLoss());
                assertThat(parts.parameters(epoch)).as("epoch %d", epoch).isEqualTo(whole.parameters(epoch));
            }
        }
    }
}
