package latentlab.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileTypesTest {
    @TempDir
    private Path folder;

    @Test
    void linuxOpensRunsLessonsAndSettings() throws IOException {
        assertThat(types(Platform.LINUX))
                .extracting(type -> type.getProperty("extension"), type -> type.getProperty("mime-type"))
                .containsExactly(
                        tuple("latentlab", "application/x-latent-lab-run"),
                        tuple("lesson.md", "application/x-latent-lab-lesson"),
                        tuple("settings.json", "application/x-latent-lab-settings"));
    }

    /** There all Markdown and all JSON would open in this program. */
    @ParameterizedTest
    @EnumSource(names = "LINUX", mode = EnumSource.Mode.EXCLUDE)
    void systemsThatSeeTheLastPartOfANameOpenRunsAlone(Platform platform) throws IOException {
        assertThat(types(platform)).singleElement().extracting("extension").isEqualTo("latentlab");
    }

    @ParameterizedTest
    @EnumSource
    void eachHasAnIconAndWordsWhateverTheFoldersName(Platform platform) throws IOException {
        Path icon = folder.resolve("a\\b 研究.ico");

        for (Properties type : types(platform)) {
            assertThat(type.getProperty("icon")).isEqualTo(icon.toString());
            assertThat(type.getProperty("description")).startsWith("Latent Lab ");
        }
    }

    private List<Properties> types(Platform platform) throws IOException {
        List<Properties> types = new ArrayList<>();
        for (Path file : FileTypes.write(folder.resolve("types"), folder.resolve("a\\b 研究.ico"), platform)) {
            Properties type = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                type.load(in);
            }
            types.add(type);
        }
        return types;
    }
}
