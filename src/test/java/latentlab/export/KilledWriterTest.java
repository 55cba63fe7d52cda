package latentlab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What stays beside a file when its writer is killed, and who takes it away: real processes, really killed. */
class KilledWriterTest {
    @TempDir
    Path folder;

    @Test
    void theNextWriteRemovesWhatAKilledOneHasLeft() throws Exception {
        Path file = folder.resolve("a.gif");
        kill(file);
        assertThat(list()).as("left beside it").hasSize(1).doesNotContain("a.gif");

        write(file);

        assertThat(list()).containsExactly("a.gif");
    }

    @Test
    void aWriteOfAnotherFileInTheFolderDoesSoToo() throws Exception {
        kill(folder.resolve("a.gif"));

        write(folder.resolve("b.gif"));

        assertThat(list()).containsExactly("b.gif");
    }

    @Test
    void whatAnotherProcessIsStillWritingStays() throws Exception {
        Path file = folder.resolve("a.gif");
        Process writer = ChildWriter.start(file);
        try (BufferedReader out = writer.inputReader()) {
            assertThat(out.readLine()).isEqualTo("half");
            write(folder.resolve("b.gif"));
            OutputFile.check(file);
            assertThat(list()).hasSize(2).contains("b.gif");

            writer.getOutputStream().write('\n');
            writer.getOutputStream().flush();

            assertThat(out.readLine()).isEqualTo("whole");
        } finally {
            writer.destroyForcibly().waitFor();
        }
        assertThat(list()).containsExactlyInAnyOrder("a.gif", "b.gif");
        assertThat(Files.size(file)).isEqualTo((1 << 20) + 3);
    }

    @Test
    void whatThisProcessIsStillWritingStays() throws Exception {
        Path file = folder.resolve("a.gif");
        OutputFile.write(file, out -> {
            out.write('a');
            try {
                write(folder.resolve("b.gif"));
            } catch (Exception e) {
                throw new IOException(e);
            }
            out.write('z');
        });

        assertThat(file).hasContent("az");
        assertThat(list()).containsExactlyInAnyOrder("a.gif", "b.gif");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "lets not everybody make links")
    void whatIsNotOursStays() throws Exception {
        Path link = folder.resolve(".a.gif.0123456789abcdef.latent-lab.tmp");
        Path mine = Files.writeString(folder.resolve("mine"), "precious");
        Files.createSymbolicLink(link, mine);
        Files.createDirectory(folder.resolve(".b.gif.0123456789abcdef.latent-lab.tmp"));
        Files.createFile(folder.resolve(".notes.tmp"));
        Files.createFile(folder.resolve("a.0123456789abcdef.latent-lab.tmp"));

        write(folder.resolve("a.gif"));

        assertThat(list()).hasSize(6);
        assertThat(mine).hasContent("precious");
    }

    /** As many bytes as a name may have, in letters of three where names may have them. */
    @Test
    void aNameMayBeAsLongAsTheSystemAllows() throws Exception {
        boolean wide = Charset.forName(System.getProperty("sun.jnu.encoding"))
                .newEncoder()
                .canEncode('字');
        Path file = folder.resolve(wide ? "字".repeat(85) : "x".repeat(255));

        OutputFile.check(file);
        write(file);

        assertThat(list()).containsExactly(file.getFileName().toString());
    }

    private static void write(Path file) throws Exception {
        OutputFile.write(file, out -> out.write("hello".getBytes(StandardCharsets.UTF_8)));
    }

    private static void kill(Path file) throws Exception {
        Process writer = ChildWriter.start(file);
        try (BufferedReader out = writer.inputReader()) {
            assertThat(out.readLine()).isEqualTo("half");
        } finally {
            writer.destroyForcibly().waitFor();
        }
    }

    private List<String> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }
}
