package latentlab.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import latentlab.text.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "0.2, 1 s",
        "12.4, 12 s",
        "47.9, 50 s",
        "96, 95 s",
        "119, 2 min",
        "5400, 90 min",
        "7300, 2 h",
    })
    void anEstimateIsSaidNoFinerThanItIsWorth(double seconds, String said) {
        assertThat(ENGLISH.text(Durations.about(seconds))).isEqualTo(said);
    }
}
