package latentlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latentlab.engine.settings.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweptTest {
    @Test
    void takesValuesWithCommasBetweenThem() {
        assertThat(Swept.parse(Setting.LATENT, "2, 5,10"))
                .isEqualTo(new Swept.Listed(Setting.LATENT, List.of("2", "5", "10")));
        assertThat(Swept.parse(Setting.RATE, "1e-2,0.003"))
                .isEqualTo(new Swept.Listed(Setting.RATE, List.of("0.01", "0.003")));
        assertThat(Swept.parse(Setting.SHUFFLE, "true,false").text()).isEqualTo("true,false");
        assertThat(Swept.parse(Setting.CODE, "leaky-relu,elu").text()).isEqualTo("leaky-relu,elu");
    }

    @Test
    void takesListsWithSemicolonsBetweenThem() {
        Swept swept = Swept.parse(Setting.HIDDEN, "512-256;64,32;");
        assertThat(swept).isEqualTo(new Swept.Listed(Setting.HIDDEN, List.of("512-256", "64-32", "")));
        assertThat(swept.text()).isEqualTo("512-256;64-32;");
        assertThat(Swept.parse(Setting.HIDDEN, swept.text())).isEqualTo(swept);
    }

    @Test
    void takesARangeOfNumbers() {
        Swept swept = Swept.parse(Setting.RATE, "0.001..0.1");
        assertThat(swept).isEqualTo(new Swept.Range(Setting.RATE, 0.001, 0.1));
        assertThat(Swept.parse(Setting.SEED, "-3..5")).isEqualTo(new Swept.Range(Setting.SEED, -3, 5));
        assertThat(Swept.parse(Setting.LATENT, "2..50").text()).isEqualTo("2..50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2,", "0", "2,129", "2,2", "2;5", "5..2", "2..2", "2..", "2..129", "2..5..9", "two"})
    void refusesWhatIsNone(String words) {
        assertThatThrownBy(() -> Swept.parse(Setting.LATENT, words)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void drawsWholeNumbersWithBothEnds() {
        Swept.Range epochs = new Swept.Range(Setting.EPOCHS, 3, 5);
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < 300; i++) {
            counts.merge(epochs.at(i / 300.0), 1, Integer::sum);
        }
        assertThat(counts).containsExactly(Map.entry("3", 100), Map.entry("4", 100), Map.entry("5", 100));
    }

    @Test
    void drawsByRatioWhereTheSliderIsLogarithmic() {
        Swept.Range rate = new Swept.Range(Setting.RATE, 0.001, 0.1);
        assertThat(List.of(rate.at(0), rate.at(0.5), rate.at(0.75), rate.at(Math.nextDown(1.0))))
                .containsExactly("0.001", "0.01", "0.0316", "0.1");
        Swept.Range latent = new Swept.Range(Setting.LATENT, 1, 127);
        assertThat(List.of(latent.at(0), latent.at(3 / 7.0 + 1e-9), latent.at(Math.nextDown(1.0))))
                .containsExactly("1", "8", "127");
        Swept.Range level = new Swept.Range(Setting.NOISE_LEVEL, 0, 0.5);
        assertThat(List.of(level.at(0), level.at(0.5), level.at(2 / 3.0))).containsExactly("0", "0.25", "0.333");
    }
}
