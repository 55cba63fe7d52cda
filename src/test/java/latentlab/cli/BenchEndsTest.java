package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import latentlab.data.SpecialFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A benchmark that is politely asked to end while it waits for Python does so, and takes that Python along. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class BenchEndsTest {
    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path folder;

    /** Says into a pipe who it is, and then nothing for ever. */
    private static final String HANG = "echo $$ >'%1$s/said'; read nothing <'%1$s/never'\n";

    /** @return lines of standard output */
    private List<String> endWhenPythonHangs(String script) throws Exception {
        Path said = SpecialFiles.pipe(folder.resolve("said"));
        SpecialFiles.pipe(folder.resolve("never"));
        Path python = Files.writeString(folder.resolve("python"), "#!/bin/sh\n" + script.formatted(folder));
        assertThat(python.toFile().setExecutable(true)).isTrue();
        Process process = Program.of(
                        SmallMain.class,
                        folder,
                        List.of(),
                        "bench --only simple,tied --baseline --python ./python --json a.json".split(" "))
                .start();
        try (BufferedReader out = process.inputReader()) {
            long pid = Long.parseLong(Files.readString(said).strip());
            Optional<ProcessHandle> child = ProcessHandle.of(pid);
            process.toHandle().destroy();

            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isEqualTo(TERMINATED);
            if (child.isPresent()) {
                child.get().onExit().get(1, TimeUnit.MINUTES);
            }
            return out.lines().toList();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void whilePythonHangsAtItsStart() throws Exception {
        endWhenPythonHangs(HANG);
        assertThat(folder.resolve("a.json")).doesNotExist();
    }

    @Test
    void whilePythonHangsInAnEpoch() throws Exception {
        endWhenPythonHangs("echo 9.9; read line; " + HANG);
        assertThat(folder.resolve("a.json")).doesNotExist();
    }

    /** The first process does its turn, the second hangs. */
    @Test
    void andKeepsTheTurnsThatWereOver() throws Exception {
        List<String> out = endWhenPythonHangs("""
                echo x >>'%1$s/log'
                echo 9.9
                while read threads; do
                  if [ $(grep -c x '%1$s/log') = 2 ]; then """ + " " + HANG + """
                  fi
                  echo 10 0.9
                done
                """);

        assertThat(out).hasSize(1 + 4).element(1).asString().contains("the best of one turn");
        assertThat(Files.readString(folder.resolve("a.json")))
                .contains("\"simple.ratio\"")
                .doesNotContain("tied");
    }
}
