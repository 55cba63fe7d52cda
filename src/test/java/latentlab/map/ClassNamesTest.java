package latentlab.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassNamesTest {
    @Test
    void staysAsItIsWhereThereIsRoom() {
        assertThat(ClassNames.brief("7")).isEqualTo("7");
        assertThat(ClassNames.brief("T-shirt/top")).isEqualTo("T-shirt/top");
        assertThat(ClassNames.brief("abcdefghijkl")).isEqualTo("abcdefghijkl");
    }

    @Test
    void isCutAfterAWholeLetter() {
        assertThat(ClassNames.brief("abcdefghijklm")).isEqualTo("abcdefghijk…");
        assertThat(ClassNames.brief("Handbag of leather")).isEqualTo("Handbag of…");
        assertThat(ClassNames.brief("𠮷".repeat(13))).isEqualTo("𠮷".repeat(11) + "…");
    }
}
