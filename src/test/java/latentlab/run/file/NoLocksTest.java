package latentlab.run.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.findings.Findings;
import latentlab.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a drive where files cannot be locked, as by some network drives: said in one sentence, and nothing is harmed. */
class NoLocksTest {
    /** A C library's function that refuses to lock what is in a folder. */
    private static final String SHIM = """
            #define _GNU_SOURCE
            #include <dlfcn.h>
            #include <errno.h>
            #include <fcntl.h>
            #include <stdarg.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            #include <unistd.h>

            static int refused(int file, int command) {
                if (command != F_SETLK && command != F_SETLKW && command != F_GETLK) return 0;
                char link[64], path[4096];
                snprintf(link, sizeof link, "/proc/self/fd/%d", file);
                ssize_t length = readlink(link, path, sizeof path - 1);
                if (length < 0) return 0;
                path[length] = 0;
                const char *folder = getenv("NO_LOCKS");
                return strncmp(path, folder, strlen(folder)) == 0;
            }
            #define REFUSING(name) int name(int file, int command, ...) { \\
                static int (*real)(int, int, ...); \\
                if (!real) real = dlsym(RTLD_NEXT, #name); \\
                va_list more; va_start(more, command); void *value = va_arg(more, void *); va_end(more); \\
                if (refused(file, command)) { errno = FAULT; return -1; } \\
                return real(file, command, value); }
            REFUSING(fcntl)
            REFUSING(fcntl64)
            """;

    @TempDir
    Path folder;

    /** What the child does in a folder without locks: a line for each thing it tries. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            Path there = Path.of(args[0], "a.run");
            say(() -> RunFileWriter.create(Path.of(args[0], "new.run")).close());
            say(() -> RunFile.open(there).close());
            say(() -> RunFileWriter.goOn(there, 2).close());
            say(() -> AboutRows.change(there, about -> about.withName("x")));
            say(() -> FindingRows.keep(there, "id", List.of(), new Findings()));
        }

        private interface Attempt {
            void make() throws Problem;
        }

        private static void say(Attempt attempt) {
            try {
                attempt.make();
                System.out.println("done");
            } catch (Problem problem) {
                System.out.println(problem.sentence().key());
            }
        }
    }

    private Path shim(String fault) throws Exception {
        assumeTrue(System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux"), "a shim for Linux");
        Path source = Files.writeString(folder.resolve("shim.c"), SHIM);
        Path library = folder.resolve("shim.so");
        try {
            int code = new ProcessBuilder(
                            "cc", "-shared", "-fPIC", "-DFAULT=" + fault, "-o", library.toString(), source.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            assertThat(code).isZero();
        } catch (IOException e) {
            assumeTrue(false, "there is no C compiler: " + e.getMessage());
        }
        return library;
    }

    private List<String> tried(Path library, Path where) throws Exception {
        ProcessBuilder child = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                where.toString());
        child.environment().put("NO_LOCKS", folder.resolve("drive").toString());
        child.environment().put("LD_PRELOAD", library.toString());
        Process process = child.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<String> said = process.inputReader().lines().toList();
        assertThat(process.waitFor()).isZero();
        return said;
    }

    @ParameterizedTest
    @ValueSource(strings = {"EOPNOTSUPP", "ENOLCK"})
    void isSaidAndNothingIsHarmed(String fault) throws Exception {
        Path library = shim(fault);
        Path drive = Files.createDirectory(folder.resolve("drive"));
        Path run = drive.resolve("a.run");
        SavedRuns.train(run, TrainingConfig.DEFAULT.withLatent(3).withBatch(4).withEpochs(2));
        byte[] before = Files.readAllBytes(run);
        assertThat(tried(library, drive)).hasSize(5).containsOnly("run.file.locks");
        assertThat(run).hasBinaryContent(before);
        try (Stream<Path> left = Files.list(drive)) {
            assertThat(left).containsExactly(run);
        }
    }

    /** So that the shim is what the other test is about. */
    @Test
    void elsewhereAllGoesWell() throws Exception {
        Path library = shim("ENOLCK");
        SavedRuns.train(
                folder.resolve("a.run"),
                TrainingConfig.DEFAULT.withLatent(3).withBatch(4).withEpochs(2));
        assertThat(tried(library, folder)).hasSize(5).containsOnly("done");
    }
}
