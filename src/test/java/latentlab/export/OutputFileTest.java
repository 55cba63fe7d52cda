package latentlab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import latentlab.files.WholeFile;
import latentlab.text.Messages;
import latentlab.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    private static final WholeFile.Content HELLO = out -> out.write("hello".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    @Test
    void writesANewFileAndLeavesNothingElse() throws Exception {
        OutputFile.write(folder.resolve("a.txt"), HELLO);

        assertThat(folder.resolve("a.txt")).hasContent("hello");
        assertThat(list()).containsExactly("a.txt");
    }

    @Test
    void replacesAFile() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "something longer than that");

        OutputFile.write(folder.resolve("a.txt"), HELLO);

        assertThat(folder.resolve("a.txt")).hasContent("hello");
    }

    @Test
    void keepsTheOldFileWhenTheNewOneFails() throws Exception {
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "old");

        String sentence = refused(file, out -> {
            out.write(new byte[1 << 20]);
            throw new IOException("the cable fell out");
        });

        assertThat(sentence).contains(file.toString(), "the cable fell out");
        assertThat(file).hasContent("old");
        assertThat(list()).containsExactly("a.txt");
    }

    @Test
    void leavesNothingWhenTheWorkIsGivenUp() throws Exception {
        assertThatThrownBy(() -> OutputFile.write(folder.resolve("a.txt"), out -> {
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(list()).isEmpty();
    }

    @Test
    void writesThroughALink() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        OutputFile.write(link, HELLO);

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("hello");
    }

    @Test
    void saysThatTheFolderIsMissing() {
        Path file = folder.resolve("nowhere", "a.txt");

        assertThat(refused(file, HELLO))
                .contains(file.toString(), "no folder", file.getParent().toString());
    }

    @Test
    void saysThatWhatShouldBeAFolderIsAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "old").resolve("b.txt");

        assertThat(refused(file, HELLO)).contains(file.toString(), "not a folder");
    }

    @Test
    void saysThatTheFileIsAFolder() throws Exception {
        Path file = Files.createDirectory(folder.resolve("a.txt"));

        assertThat(refused(file, HELLO)).contains(file.toString(), "is a folder");
        assertThat(file).isEmptyDirectory();
    }

    /** An archive opened for reading is a folder that nobody can write in, not even root. */
    @Test
    void saysThatTheFolderIsReadOnly() throws Exception {
        Path archive = folder.resolve("archive.zip");
        try (FileSystem writable = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Files.createDirectory(writable.getPath("/results"));
        }
        try (FileSystem readOnly = FileSystems.newFileSystem(archive, Map.of("accessMode", "readOnly"))) {
            assertThat(refused(readOnly.getPath("/results/a.txt"), HELLO)).contains("/results/a.txt", "read-only");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatTheKernelsFolderIsReadOnly() {
        assertThat(refused(Path.of("/sys/kernel/a.txt"), HELLO)).contains("/sys/kernel/a.txt", "read-only");
    }

    /** A device on which every write finds the disk full. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatTheDiskIsFull() throws Problem {
        OutputFile.check(Path.of("/dev/full"));
        Problem problem = problem(Path.of("/dev/full"), HELLO);

        assertThat(english(problem)).contains("/dev/full", "disk is full");
        assertThat(Path.of("/dev/full")).exists();
        assertThat(OutputFile.isDevice(Path.of("/dev/full"))).isTrue();
    }

    @Test
    void hasASentenceInJapaneseToo() {
        Problem problem = problem(folder.resolve("nowhere", "a.txt"), HELLO);

        assertThat(new Messages(Locale.JAPANESE).text(problem.sentence()))
                .contains("nowhere", "フォルダー")
                .isNotEqualTo(english(problem));
    }

    /** What a write refuses, the check before it refuses in the same words. */
    private static String refused(Path file, WholeFile.Content content) {
        Problem problem = problem(file, content);
        if (content == HELLO) {
            Problem early = catchThrowableOfType(Problem.class, () -> OutputFile.check(file));
            assertThat(early.sentence()).isEqualTo(problem.sentence());
        }
        return english(problem);
    }

    private static Problem problem(Path file, WholeFile.Content content) {
        Problem problem = catchThrowableOfType(Problem.class, () -> OutputFile.write(file, content));
        assertThat(problem).isNotNull();
        return problem;
    }

    private static String english(Problem problem) {
        return new Messages(Locale.ENGLISH).text(problem.sentence());
    }

    private Stream<String> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
