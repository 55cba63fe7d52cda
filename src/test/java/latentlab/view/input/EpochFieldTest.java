package latentlab.view.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochFieldTest {
    @Test
    void takesWholeNumbersUpToTheNewest() {
        assertThat(EpochField.parse("0", 0)).hasValue(0);
        assertThat(EpochField.parse(" 12 ", 12)).hasValue(12);
        assertThat(EpochField.parse("007", 12)).hasValue(7);
        assertThat(EpochField.parse("１２", 12))
                .as("as a Japanese keyboard types it")
                .hasValue(12);
        assertThat(EpochField.parse("99999", 100_000)).hasValue(99_999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "13", "-1", "1.5", "1e1", "twelve", "99999999999999999999"})
    void refusesAllElse(String typed) {
        assertThat(EpochField.parse(typed, 12)).isEmpty();
    }
}
