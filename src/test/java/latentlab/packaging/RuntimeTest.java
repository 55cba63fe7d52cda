package latentlab.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeTest {
    @TempDir
    private Path folder;

    /** With one library in two modules jlink ends with "Duplicate resources". */
    @Test
    void librariesThatJavaItselfHasOnWindowsAreLeftOutOfJavaFx() throws IOException {
        Path java = Files.createDirectories(folder.resolve("java/bin")).getParent();
        for (String name : List.of("VCRUNTIME140.dll", "ucrtbase.dll", "java.dll", "java.exe")) {
            Files.createFile(java.resolve("bin").resolve(name));
        }
        Path jar = jar("ucrtbase.dll", "vcruntime140.dll", "msvcp140_1.dll", "glass.dll", "javafx/Pulse.class");
        Path classes = folder.resolve("classes");
        Path natives = folder.resolve("natives");

        Runtime.unpack(jar, classes, natives, Runtime.sharedWithJava(java));

        assertThat(Folders.files(natives).stream().map(natives::relativize).map(Path::toString))
                .containsExactly("glass.dll", "msvcp140_1.dll");
        assertThat(Folders.files(classes)).containsExactly(classes.resolve("javafx/Pulse.class"));
    }

    @Test
    void otherSystemsShareNone() throws IOException {
        Path java = Files.createDirectories(folder.resolve("java/bin")).getParent();
        Files.createFile(java.resolve("bin/java"));

        assertThat(Runtime.sharedWithJava(java)).isEmpty();
    }

    private Path jar(String... names) throws IOException {
        Path jar = folder.resolve("javafx-graphics-26-win.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
            }
        }
        return jar;
    }
}
