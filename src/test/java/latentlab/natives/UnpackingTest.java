package latentlab.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import latentlab.Main;
import latentlab.cli.Program;
import latentlab.files.AppFolders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the program unpacks its native libraries and what it says of it: the real one, with homes and disks of many
 * kinds.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "names folders as XDG does")
class UnpackingTest {
    private static final String UNPACKING_SOME = "Unpacking the native libraries, ";
    private static final String UNPACKING = UNPACKING_SOME + "416 MB";

    @TempDir
    Path folder;

    private Path home;
    private Path temporary;

    @BeforeEach
    void makeHome() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        temporary = Files.createDirectory(folder.resolve("tmp"));
    }

    private ProcessBuilder train(Map<String, String> environment, String... options) {
        List<String> all = new ArrayList<>(List.of("-Duser.home=" + home, "-Djava.io.tmpdir=" + temporary));
        all.addAll(Arrays.asList(options));
        ProcessBuilder builder = Program.of(Main.class, folder, all, "train", "--epochs", "1")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.PIPE);
        builder.environment().keySet().removeAll(List.of(AppFolders.CACHE, "XDG_CACHE_HOME", "XDG_DATA_HOME"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** In a folder whose name is not ASCII, over what a killed one has left, and two at once: all real, all 416 MB. */
    @Test
    void unpacksOnceForAllIntoTheCacheFolder() throws Exception {
        Path cache = folder.resolve("キャッシュé");
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", cache.toString(), "LC_ALL", "C.UTF-8");
        Process killed = train(environment).start();
        try (BufferedReader err = killed.errorReader()) {
            while (!err.readLine().startsWith(UNPACKING)) {
                // What Java says at each start.
            }
        } finally {
            killed.destroyForcibly().waitFor();
        }

        Process one = train(environment).start();
        Process two = train(environment).start();
        // Files that the killed one had already unpacked are not unpacked again.
        assertThat(Program.errors(one)).allMatch(line -> line.startsWith(UNPACKING_SOME));
        assertThat(Program.errors(two)).allMatch(line -> line.startsWith(UNPACKING_SOME));
        assertThat(one.waitFor()).isZero();
        assertThat(two.waitFor()).isZero();

        Process later = train(environment).start();
        assertThat(Program.errors(later)).isEmpty();
        assertThat(later.waitFor()).isZero();
        Path natives = cache.resolve("latent-lab/natives");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(natives)))
                .isEqualTo("rwx------");
        assertThat(bytes(natives)).isBetween(400_000_000L, 430_000_000L);
        assertThat(bytes(home)).as("in the home folder").isLessThan(1_000_000);
        assertThat(temporary).isEmptyDirectory();
    }

    /** A file in the place of the folder, which stops root too. */
    @Test
    void whereTheHomeFolderCannotBeWrittenItUnpacksForThisTimeOnly() throws Exception {
        Files.writeString(home.resolve(".cache"), "no folder");

        Process process = train(Map.of()).start();

        assertThat(Program.errors(process))
                .singleElement()
                .asString()
                .contains(UNPACKING, "temporary folder", "LATENT_LAB_CACHE");
        assertThat(process.waitFor()).isZero();
        assertThat(temporary).isEmptyDirectory();
        assertThat(bytes(home)).as("in the home folder").isLessThan(1_000_000);
    }

    @Test
    void aFolderThatIsNamedIsTheOnlyOne() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertRefuses(train(Map.of("LATENT_LAB_CACHE", file.toString())), file.toString(), "LATENT_LAB_CACHE");
    }

    @Test
    void aFolderThatOthersCanChangeIsRefused() throws Exception {
        Path natives = Files.createDirectories(home.resolve(".cache/latent-lab/natives"));
        Files.setPosixFilePermissions(natives, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertRefuses(train(Map.of()), "other users can change", natives.toString());
        assertThat(natives).isEmptyDirectory();
    }

    /** As small as the largest file that may be written, in blocks of 1024 bytes. */
    @Test
    void aDiskThatFillsUpIsASentence() throws Exception {
        ProcessBuilder builder = train(Map.of(), "-XX:-UsePerfData");
        List<String> limited = new ArrayList<>(List.of("bash", "-c", "ulimit -f 20000; exec \"$@\"", "run"));
        limited.addAll(builder.command());

        assertRefuses(builder.command(limited), "cannot be loaded", "File too large", "LATENT_LAB_CACHE");
    }

    /** Such a home cannot be opened by any program in Java; this once ended with a stack trace. */
    @Test
    void aHomeThatTheSystemsLanguageCannotSpellIsSaid() throws Exception {
        NativeLibraries.require(); // so that the cache has them
        home = Files.createDirectory(folder.resolve("élodie"));
        Map<String, String> environment =
                Map.of("LC_ALL", "C", "LATENT_LAB_CACHE", AppFolders.cache().toString());

        Process process = train(environment).start();

        assertThat(Program.errors(process)).singleElement().asString().contains("home folder", "LC_ALL", "C.UTF-8");
        assertThat(process.waitFor()).isZero();
        assertThat(temporary).isEmptyDirectory();
    }

    private static void assertRefuses(ProcessBuilder builder, String... words) throws Exception {
        Process process = builder.start();
        List<String> errors = Program.errors(process);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(errors).last().asString().contains(words);
        assertThat(errors).allMatch(line -> line.equals(errors.getLast()) || line.startsWith(UNPACKING));
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
