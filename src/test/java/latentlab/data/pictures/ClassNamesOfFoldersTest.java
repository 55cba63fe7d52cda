package latentlab.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import latentlab.data.Dataset;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Classes are called as their folders are, in every locale, and are one when they look like one. */
class ClassNamesOfFoldersTest extends FolderOfImages {
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems allow fewer names")
    void anyNameIsAName() throws Exception {
        List<String> names = List.of(
                " lead",
                "=1+1",
                "a,b",
                "line\nbreak",
                "say \"x\"",
                "semi;colon",
                "x".repeat(120),
                "İstanbul",
                "ığüş",
                "العربية",
                "日本語",
                "😀 smile");
        for (String name : names) {
            writePngs(name, 8);
        }
        Dataset dataset = open();
        assertThat(dataset.classNames()).containsExactlyElementsOf(names);
        assertThat(dataset.train().count()).isEqualTo(80);
        assertThat(dataset.account().warnings()).noneMatch(said -> said.key().equals("data.warning.names"));
        assertThat(dataset.account().changed()).isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have one spelling alone")
    void namesThatLookEqualAreOneClassAndThatIsSaid() throws Exception {
        writePngs("\u00e9t\u00e9", 3);
        writePngs("e\u0301te\u0301", 3);
        writePngs("か\u3099", 3);
        writePngs("が ", 3);
        writePngs("が\u200b", 3);
        Dataset dataset = open();
        assertThat(dataset.classNames()).containsExactly("\u00e9t\u00e9", "が");
        assertThat(dataset.train().count() + dataset.test().count()).isEqualTo(15);
        assertThat(dataset.account().changed())
                .containsExactly(
                        Sentence.of("data.changed.merged", "\u00e9t\u00e9", 2),
                        Sentence.of("data.changed.merged", "が", 3));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have one spelling alone")
    void partsMaySpellAClassInTwoWays() throws Exception {
        writePngs("train/\u00fc", 3);
        writePngs("train/a", 3);
        writePngs("test/u\u0308", 3);
        writePngs("test/a", 3);
        Dataset dataset = open();
        assertThat(dataset.classNames()).containsExactly("a", "\u00fc");
        assertThat(dataset.account().warnings()).noneMatch(said -> said.key().endsWith("Only"));
    }

    /** Two classes whose bytes are no UTF-8 were one, of the same marks for what cannot be read. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have no such names")
    void namesOfOtherEncodingsAreReadAndThatTheyWereGuessedIsSaid() throws Exception {
        for (String name : List.of("%93%fa%96%7b", "%8c%a2")) {
            Path place = Path.of(URI.create(folder.toUri() + name));
            Files.createDirectories(place);
            for (int i = 0; i < 3; i++) {
                Files.write(place.resolve(i + ".png"), encoded(grey(4, 4, i)));
            }
        }
        assumeThat(Charset.isSupported("windows-31j")).isTrue();
        Dataset dataset = open();
        assertThat(dataset.classNames()).containsExactly("日本", "犬");
        assertThat(dataset.account().warnings())
                .contains(Sentence.of("data.warning.names", folder.toString(), "windows-31j"));
    }

    @Test
    void moreClassesThanAByteCanTell() throws Exception {
        for (int i = 1; i <= 257; i++) {
            writePngs(i + ".class", 2);
        }
        Dataset dataset = open();
        assertThat(dataset.classNames()).hasSize(257).startsWith("1.class", "2.class", "3.class");
        assertThat(dataset.train().count()).isEqualTo(428);
        assertThat(dataset.test().count()).isEqualTo(86);
    }
}
