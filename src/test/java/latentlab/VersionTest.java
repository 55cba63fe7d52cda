package latentlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import latentlab.text.AppVersion;
import org.junit.jupiter.api.Test;

/** The version stands in pom.xml, and all others come from there. */
class VersionTest {
    private static final Pattern POM = Pattern.compile("<artifactId>latentlab</artifactId>\\s*<version>([^<]+)<");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (?:Unreleased \\(([^)]+)\\)|\\[?([\\d.]+)]?.*)$");

    @Test
    void theProgramSaysThePomsVersion() throws IOException {
        assertThat(AppVersion.text()).isEqualTo(pom());
    }

    @Test
    void theNewestHeadingOfTheChangelogIsThePomsVersion() throws IOException {
        MatchResult heading = HEADING.matcher(Files.readString(Path.of("CHANGELOG.md")))
                .results()
                .findFirst()
                .orElseThrow();

        assertThat(heading.group(1) == null ? heading.group(2) : heading.group(1))
                .isEqualTo(pom());
    }

    /** What installs it, and what builds it elsewhere, take the version from Maven. */
    @Test
    void noScriptHasAVersionOfItsOwn() throws IOException {
        for (String file : List.of(".ci/package", ".github/workflows/build.yml")) {
            assertThat(Files.readString(Path.of(file))).as(file).doesNotContain(pom());
        }
    }

    private static String pom() throws IOException {
        return POM.matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
