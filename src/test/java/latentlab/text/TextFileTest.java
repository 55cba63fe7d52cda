package latentlab.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {
    @TempDir
    private Path folder;

    private String refusal(Path file, int most) {
        Problem problem = catchThrowableOfType(Problem.class, () -> TextFile.read(file, most));
        assertThat(problem).as("refusal").isNotNull();
        assertThat(problem.sentence().values().getFirst()).isEqualTo(file.toString());
        return new Messages(Locale.ENGLISH).text(problem.sentence()).replace(file.toString(), "FILE");
    }

    private Path file(byte... bytes) throws Exception {
        return Files.write(folder.resolve("a.txt"), bytes);
    }

    @Test
    void readsTextOfEverySizeUpToTheLargest() throws Exception {
        Path file = file("写真\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(TextFile.read(file, 8)).isEqualTo("写真\r\n");
        assertThat(refusal(file, 7))
                .isEqualTo(
                        "FILE is larger than 7 bytes, more than such a file ever has: check that it is the right one.");
        assertThat(TextFile.read(file(), 8)).isEmpty();
    }

    @Test
    void refusesFolders() {
        assertThat(refusal(folder, 10)).isEqualTo("FILE is a folder: name a file.");
    }

    @Test
    void whatIsNotThereIsTheCallersToTell() {
        assertThatThrownBy(() -> TextFile.read(folder.resolve("none"), 10)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no pipes with names of files")
    void refusesPipesAndLinksToThemWithoutWaitingForAWriter() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);
        String refusal = "FILE is not a file but a device, a pipe or the like: name a file.";
        assertThat(refusal(pipe, 10)).isEqualTo(refusal);
        assertThat(refusal(link, 10)).isEqualTo(refusal);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no devices with names of files")
    void refusesDevicesWithoutAnEnd() {
        assertThat(refusal(Path.of("/dev/zero"), 10)).contains("a device");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "has files that are made up as they are read")
    void refusesFilesThatAreLargerThanTheySay() throws Exception {
        Path madeUp = Path.of("/proc/self/status");
        assertThat(Files.size(madeUp)).isZero();
        assertThat(refusal(madeUp, 10)).contains("larger than 10 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void refusesWideCharacters(String charset) throws Exception {
        assertThat(refusal(file("{\"latent\": 5}".getBytes(Charset.forName(charset))), 100))
                .isEqualTo("FILE is written in UTF-16 or UTF-32: save it as UTF-8.");
    }

    @Test
    void refusesAByteOrderMark() throws Exception {
        assertThat(refusal(file("\ufeff{}".getBytes(StandardCharsets.UTF_8)), 100))
                .isEqualTo("FILE begins with a byte order mark: save it as UTF-8 without one.");
    }

    @Test
    void namesTheLineThatIsNotUtf8() throws Exception {
        assertThat(refusal(file("a\n\n\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)), 100))
                .isEqualTo("FILE is not UTF-8 in line 3: save it as UTF-8.");
        assertThat(refusal(file((byte) 'a', (byte) 0xe5), 100)).contains("line 1"); // ends within a character
        assertThat(refusal(file((byte) 0xc0, (byte) 0x80), 100)).contains("line 1"); // zero, too long
        assertThat(refusal(file((byte) 0xed, (byte) 0xa0, (byte) 0x80), 100)).contains("line 1"); // half a pair
    }
}
