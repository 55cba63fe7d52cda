package latentlab.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import latentlab.files.OwnFolder;
import latentlab.text.Messages;
import latentlab.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CacheFolderTest {
    @TempDir
    Path folder;

    @Test
    void noDiskHasRoomForEverything() {
        Problem problem = catchThrowableOfType(Problem.class, () -> CacheFolder.choose("test", _ -> Long.MAX_VALUE));

        assertThat(new Messages(Locale.ENGLISH).text(problem.sentence()))
                .contains("9223372036855 MB", "room", "LATENT_LAB_CACHE");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX permissions")
    void whatIsMadeIsItsOwnersAlone() throws Exception {
        Path made = OwnFolder.make(folder.resolve("a/b"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rwx------");
        assertThat(OwnFolder.changeableByOthers(made)).isNull();
        assertThat(made).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwx---rwx", "rwxrwxrwx"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX permissions")
    void whatOthersCanWriteInIsTold(String permissions) throws Exception {
        Path open = Files.createDirectory(folder.toRealPath().resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString(permissions));

        assertThat(OwnFolder.changeableByOthers(open)).isEqualTo(open);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX permissions")
    void soIsWhatOthersCanPutAnotherInThePlaceOf() throws Exception {
        Path open = Files.createDirectory(folder.toRealPath().resolve("open"));
        Path made = OwnFolder.make(open.resolve("a"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(OwnFolder.changeableByOthers(made)).isEqualTo(open);
    }

    /** Whose own a folder is only root can change. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no POSIX permissions")
    void anotherUsersFolderIsTold() throws Exception {
        Path others = Files.createDirectory(folder.toRealPath().resolve("others"));
        org.junit.jupiter.api.Assumptions.assumeTrue(
                new ProcessBuilder(List.of("chown", "12345", others.toString()))
                                .redirectErrorStream(true)
                                .start()
                                .waitFor()
                        == 0,
                "only root can give a folder away");

        assertThat(OwnFolder.changeableByOthers(others)).isEqualTo(others);
    }

    /** Windows looks for what a library needs itself by a name in its code page, which this account's is not in. */
    @Test
    void anAccountOfWindowsWhoseNameIsNotAsciiHasItsLibrariesInTheFolderOfAll() {
        assumeTrue(
                Charset.forName(System.getProperty("sun.jnu.encoding"))
                        .newEncoder()
                        .canEncode('\u5c71'),
                "this system's language cannot spell the name");
        Path own = Path.of("C:/Users/\u5c71\u7530/AppData/Local/Temp");
        Path ascii = Path.of("C:/Users/yamada/AppData/Local/Temp");

        assertThat(CacheFolder.loadable(true, own)).isFalse();
        assertThat(CacheFolder.temporaryParent(true, own, "C:/ProgramData")).isEqualTo(Path.of("C:/ProgramData"));
        assertThat(CacheFolder.temporaryParent(true, ascii, "C:/ProgramData")).isEqualTo(ascii);
        assertThat(CacheFolder.temporaryParent(true, own, null)).isEqualTo(own);
        assertThat(CacheFolder.temporaryParent(false, own, null)).isEqualTo(own);
    }
}
