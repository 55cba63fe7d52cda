package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import latentlab.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose process is killed again and again, without any warning, comes to the same numbers as one left alone. */
class KilledRunTest {
    private static final int EPOCHS = Math.max(24, 2 * Integer.getInteger("latentlab.kills", 0));
    private static final int KILLS = Integer.getInteger("latentlab.kills", 4);
    private static final Pattern EPOCH = Pattern.compile(" +(\\d+)( +\\d+\\.\\d{4}){3}");

    @TempDir
    Path folder;

    private Process start(String... arguments) throws Exception {
        return Program.of(Main.class, folder, List.of(), arguments)
                .redirectErrorStream(true)
                .start();
    }

    /** @param last epoch after which it is killed as soon as its line is read; more than there are for never */
    private List<String> follow(Process process, int last) throws Exception {
        List<String> said = new ArrayList<>();
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line);
                var epoch = EPOCH.matcher(line);
                if (epoch.matches() && Integer.parseInt(epoch.group(1)) >= last) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        return said;
    }

    private List<String> losses(String csv) throws Exception {
        return Files.readAllLines(folder.resolve(csv)).stream()
                .map(line -> String.join(",", List.of(line.split(",")).subList(0, 3)))
                .toList();
    }

    @Test
    void goesOnWhereItWasKilled() throws Exception {
        String[] run = {"train", "--data", "digits", "--model", "tied", "--shuffle", "--noise", "masking", "--seed", "3"
        };
        String epochs = Integer.toString(EPOCHS);
        follow(start(and(run, "--epochs", epochs, "--csv", "whole.csv")), EPOCHS + 1);
        SplittableRandom random = new SplittableRandom(7);
        int step = Math.max(1, EPOCHS / (KILLS + 1));
        int last = 1 + random.nextInt(step);
        follow(start(and(run, "--epochs", epochs, "--save", "a.run")), last);
        for (int kill = 1; kill < KILLS; kill++) {
            last = Math.min(EPOCHS - 1, last + 1 + random.nextInt(step));
            List<String> said = follow(start("resume", "a.run"), last);
            assertThat(said).as("kill %d", kill).anyMatch(line -> line.startsWith("Going on after epoch"));
        }
        List<String> said = follow(start("resume", "a.run", "--csv", "killed.csv"), EPOCHS + 1);
        assertThat(said).anyMatch(line -> line.startsWith("Saved "));
        assertThat(losses("killed.csv")).isEqualTo(losses("whole.csv"));
    }

    private static String[] and(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
