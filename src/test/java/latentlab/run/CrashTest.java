package latentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import latentlab.engine.training.ComputeBackend;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is left when the process is killed, and what happens when the disk is full: in a process made for it. */
@EnabledOnOs(
        value = {OS.LINUX, OS.MAC},
        disabledReason = "needs bash and a kill that asks nobody")
class CrashTest {
    @TempDir
    private Path scratch;

    @BeforeAll
    static void unpackNatives() {
        // Here, since the child that may write small files only could not.
        ComputeBackend.load();
    }

    @Test
    void aKilledProcessLeavesNothingInTheScratchFolder() throws Exception {
        Process child = ChildRun.start(scratch, 3, "unlimited");
        try (BufferedReader out = child.inputReader()) {
            awaitLine(out, "FINISHED");
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(child.exitValue()).isNotZero();
        assertThat(scratch).isEmptyDirectory();
    }

    /** An epoch of 128 latent units is 787 KB: four fit into 4 MB, with epoch 0 five. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs prlimit")
    void aFullDiskPausesTheRunWithASentenceAndItGoesOnOnceThereIsRoomAsIfNothingHadBeen() throws Exception {
        Process child = ChildRun.start(scratch, 9, "4096");
        try (BufferedReader out = child.inputReader();
                BufferedWriter in = child.outputWriter()) {
            String paused = "PAUSED run.unkept kept 5 readable " + 50 * 128;
            assertThat(awaitLine(out, "PAUSED")).isEqualTo(paused);
            in.write("\n");
            in.flush();
            assertThat(awaitLine(out, "PAUSED")).as("still no room").isEqualTo(paused);
            assertThat(new ProcessBuilder("prlimit", "--pid", Long.toString(child.pid()), "--fsize=unlimited:")
                            .start()
                            .waitFor())
                    .isZero();
            in.write("\n");
            in.flush();
            assertThat(out.readLine()).isEqualTo("TRAINING");
            for (int epoch = 5; epoch <= 9; epoch++) {
                assertThat(out.readLine()).isEqualTo("epoch " + epoch);
            }
            assertThat(out.readLine()).isEqualTo("FINISHED");
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(scratch).isEmptyDirectory();
    }

    private static String awaitLine(BufferedReader out, String start) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            seen.append(line).append('\n');
            if (line.startsWith(start)) {
                return line;
            }
        }
        throw new AssertionError("it never said " + start + " but\n" + seen);
    }
}
