package latentlab.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrariesTest {
    @TempDir
    private Path folder;

    /** As jars of Windows may have the same runtime library of GCC. */
    @Test
    void theSameLibraryInTwoJarsIsTakenOnce() throws IOException {
        Libraries sorted = sorted("same", "same");

        assertThat(sorted.natives().resolve("libgcc.dll")).hasContent("same");
    }

    @Test
    void differentLibrariesOfOneNameEndTheBuild() {
        assertThatThrownBy(() -> sorted("one", "another"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("libgcc.dll");
    }

    @Test
    void windowsHasOpenBlasUnderBothNames() throws IOException {
        Path jar = jar("openblas-1-windows-x86_64.jar", "org/bytedeco/libopenblas.dll", "blas");

        Libraries sorted = Libraries.sort(List.of(jar), folder.resolve("out"), Platform.WINDOWS);

        assertThat(sorted.natives().resolve("libopenblas_nolapack.dll"))
                .isRegularFile()
                .hasContent("blas");
    }

    private Libraries sorted(String first, String second) throws IOException {
        return Libraries.sort(
                List.of(
                        jar("one-1-windows-x86_64.jar", "one/libgcc.dll", first),
                        jar("two-1-windows-x86_64.jar", "two/libgcc.dll", second)),
                folder.resolve("out"),
                Platform.WINDOWS);
    }

    private Path jar(String name, String entry, String content) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes());
        }
        return jar;
    }
}
