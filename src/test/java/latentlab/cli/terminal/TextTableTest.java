package latentlab.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void isAsWideAsItsTexts() {
        List<List<String>> rows = List.of(List.of("a", "1.5"), List.of("longer", "22.25"));
        assertThat(new TextTable(List.of("run", "n"), rows).text())
                .isEqualTo("run         n\n------  -----\na         1.5\nlonger  22.25\n");
    }
}
