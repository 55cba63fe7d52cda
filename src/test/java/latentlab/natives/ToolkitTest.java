package latentlab.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether JavaFX's libraries are to be unpacked; that the package makes no folder for them, .ci/package sees. */
class ToolkitTest {
    private static final Configuration JAVA = ModuleLayer.boot().configuration();

    @Test
    void aPartOfJavaHasItsLibrariesThere() {
        assertThat(NativeLibraries.inJava(JAVA, "java.desktop")).isTrue();
    }

    @Test
    void javaFxFromTheClassPathHasThemInItsJars() {
        assertThat(NativeLibraries.inJava(JAVA, "javafx.graphics")).isFalse();
    }

    /** As an editor may start the program. */
    @Test
    void javaFxFromTheModulePathHasThemInItsJarsToo() {
        List<Path> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(name -> name.matches(".*javafx-\\w+-[\\d.]+-.+\\.jar"))
                .map(Path::of)
                .toList();
        Configuration modules =
                JAVA.resolve(ModuleFinder.of(jars.toArray(Path[]::new)), ModuleFinder.of(), Set.of("javafx.graphics"));

        assertThat(modules.findModule("javafx.graphics")).isPresent();
        assertThat(NativeLibraries.inJava(modules, "javafx.graphics")).isFalse();
    }
}
