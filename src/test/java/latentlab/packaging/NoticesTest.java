package latentlab.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With libraries as they lie in Maven's repository, and a Java of which only the notices are there. */
class NoticesTest {
    @TempDir
    private Path folder;

    private Path runtime;

    @BeforeEach
    void bringTheNoticesOfJava() throws IOException {
        runtime = folder.resolve("runtime");
        Path legal = Files.createDirectories(runtime.resolve("legal/java.base"));
        Files.writeString(legal.resolve("gcc.md"), "GCC's licences");
    }

    @Test
    void haveTheTextThatIsInTheJar() throws IOException {
        Path library = library("one", "A Licence Of Their Own", "META-INF/LICENSE.txt", "All may use it.");

        assertThat(written(library))
                .contains("one-1: A Licence Of Their Own\n", "one-1: META-INF/LICENSE.txt\n\nAll may use it.")
                .contains("GCC's licences");
    }

    /** A notice alone is no licence. */
    @Test
    void haveTheLicencesTextWhereTheJarHasNone() throws IOException {
        Path library = library("two", "Apache-2.0", "META-INF/NOTICE", "By two.");

        assertThat(written(library)).contains("two-1: Apache-2.0\n", "By two.", "Version 2.0, January 2004");
    }

    @Test
    void refuseALibraryUnderAnUnknownLicenceWithoutAText() throws IOException {
        Path library = library("three", "Everything Is Allowed", "Three.class", "");

        assertThatThrownBy(() -> written(library))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("three-1.jar")
                .hasMessageContaining("Everything Is Allowed");
    }

    private String written(Path library) throws IOException {
        Path file = folder.resolve("THIRD-PARTY.txt");
        Notices.write(List.of(library), runtime, file);
        return Files.readString(file);
    }

    private Path library(String name, String licence, String entry, String text) throws IOException {
        Path version = Files.createDirectories(folder.resolve("repository/org/" + name + "/1"));
        Files.writeString(
                version.resolve(name + "-1.pom"),
                "<project><licenses><license><name>" + licence + "</name></license></licenses></project>");
        Path jar = version.resolve(name + "-1.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
