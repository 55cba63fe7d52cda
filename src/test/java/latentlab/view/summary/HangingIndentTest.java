package latentlab.view.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HangingIndentTest {
    @Test
    void aLineThatIsTooLongGoesOnDeeperThanItBegan() {
        assertThat(HangingIndent.wrap("(\n    (1): Linear(in_features=784, out_features=20, bias=True)\n)\n", 36))
                .isEqualTo("(\n    (1): Linear(in_features=784,\n      out_features=20, bias=True)\n)");
        assertThat(HangingIndent.wrap("  a b c d e f", 7)).isEqualTo("  a b c\n    d e\n    f");
    }

    @Test
    void aLineThatFitsStaysAsItIs() {
        assertThat(HangingIndent.wrap("total          32,164\n", 21)).isEqualTo("total          32,164");
    }

    @Test
    void aWordThatIsTooLongStaysWhole() {
        assertThat(HangingIndent.wrap("  abcdefgh ij", 4)).isEqualTo("  abcdefgh\n    ij");
        assertThat(HangingIndent.wrap("    abcdefgh", 3)).isEqualTo("    abcdefgh");
    }
}
