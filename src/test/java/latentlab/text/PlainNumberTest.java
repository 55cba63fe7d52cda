package latentlab.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "+5, 5",
        "007, 7",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808"
    })
    void wholeNumbers(String text, long number) {
        assertThat(PlainNumber.whole(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-0.0, 0",
        "+1, 1",
        ".5, 0.5",
        "5., 5",
        "1e-3, 0.001",
        "1E+2, 100",
        "1e400, Infinity",
        "-1e400, -Infinity",
        "1e-400, 0",
        "-1e-400, 0",
        "1e999999999999, Infinity"
    })
    void numbers(String text, double number) {
        assertThat(PlainNumber.real(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+",
                "1e3",
                "1.0",
                "0x10",
                "1_000",
                "1,000",
                "1 0",
                " 1",
                "１０",
                "٣",
                "१",
                "𝟏",
                "1L",
                "NaN",
                "Infinity",
                "--1",
                "9223372036854775808",
                "1\0",
                "1\n"
            })
    void noWholeNumbers(String text) {
        assertThatThrownBy(() -> PlainNumber.whole(text)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "-",
                "e3",
                "1e",
                "1e1.5",
                "0x1p3",
                "1f",
                "1d",
                "1D",
                "1_0",
                "0,5",
                " 1",
                "1 ",
                "１",
                "٣.٥",
                "NaN",
                "+NaN",
                "Infinity",
                "-Infinity",
                "∞",
                "1e٣",
                "1\0"
            })
    void noNumbers(String text) {
        assertThatThrownBy(() -> PlainNumber.real(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void nothingIsReadThatIsLongerThanAnyNumber() {
        String zeros = "0".repeat(PlainNumber.LONGEST - 1);
        assertThat(PlainNumber.whole(zeros + "7")).isEqualTo(7);
        assertThat(PlainNumber.real("." + zeros)).isZero();
        assertThatThrownBy(() -> PlainNumber.whole(zeros + "07"))
                .isInstanceOf(NumberFormatException.class)
                .hasMessageEndingWith("…");
        assertThatThrownBy(() -> PlainNumber.real(".0" + zeros)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void anExcerptIsShortAndHasNothingThatATerminalObeys() {
        assertThat(Excerpt.of("simple")).isEqualTo("simple");
        assertThat(Excerpt.of("a\033[31m\n\u009b")).isEqualTo("a\ufffd[31m\ufffd\ufffd");
        assertThat(Excerpt.of("x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(Excerpt.of("𝄞".repeat(1000))).isEqualTo("𝄞".repeat(60) + "…");
    }
}
