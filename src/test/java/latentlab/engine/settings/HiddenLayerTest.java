package latentlab.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Locale;
import latentlab.engine.settings.HiddenLayer.Convolution;
import latentlab.engine.settings.HiddenLayer.Dense;
import latentlab.engine.settings.HiddenLayer.Pooling;
import latentlab.text.Messages;
import latentlab.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenLayerTest {
    @Test
    void eachKindIsReadAsItIsWritten() {
        List<HiddenLayer> layers = List.of(
                new Convolution(16),
                new Convolution(32, 5, 2, 2),
                new Convolution(8, 3, 1, 1),
                new Convolution(8, 4, 2, 1),
                new Convolution(8, 4, 2, 0),
                new Convolution(8, 1, 3, 2),
                new Pooling(2),
                new Dense(64));
        String text = "c16-c32k5-c8s1-c8k4-c8k4p0-c8k1s3p2-p2-64";
        assertThat(Setting.HIDDEN.domain().text(layers)).isEqualTo(text);
        assertThat(HiddenLayer.row(text)).isEqualTo(layers);
        assertThat(HiddenLayer.row(" c16k3s2p1 , 64 ")).containsExactly(new Convolution(16), new Dense(64));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c",
                "p",
                "c16x",
                "16c",
                "c-1",
                "c16s1k5",
                "C16",
                "c16 k5",
                "c016",
                "p02",
                "c1234567890",
                "p2s2",
                "c16--8",
                "d8"
            })
    void anythingElseIsNone(String text) {
        assertThat(catchThrowable(() -> HiddenLayer.row(text))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0", "c513", "c4k0", "c4k10", "c4s0", "c4s5", "c4p9", "c4-p1", "c4-p9", "c4-0", "c4-2049"})
    void numbersOutOfRangeAreNotTaken(String text) {
        assertThat(Setting.HIDDEN.domain().contains(HiddenLayer.row(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c1", "c512", "c4k1", "c4k9", "c4s1", "c4s4", "c4p0", "c4p8", "c4-p2", "c4-p8", "c4-2048"})
    void theEndsOfTheRangesAre(String text) {
        assertThat(Setting.HIDDEN.domain().contains(HiddenLayer.row(text))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    simple | 64-c16    | c16 comes behind a dense layer of 64 units
                    simple | c8-64-p2  | p2 comes behind a dense layer of 64 units
                    simple | p2-c16    | p2 comes first
                    tied   | c16-64    | c16 goes with the simple model only
                    """)
    void layersThatDoNotGoTogetherAreRefused(String kind, String hidden, String sentence) {
        TrainingConfig config = TrainingConfig.DEFAULT
                .withKind(Setting.MODEL.domain().parse(kind))
                .with(Setting.HIDDEN, HiddenLayer.row(hidden));
        Problem problem = (Problem) catchThrowable(config::validated);
        assertThat(new Messages(Locale.ENGLISH).text(problem.sentence())).startsWith(sentence);
    }

    @Test
    void settingsFilesHaveNumbersAndWords() throws Exception {
        TrainingConfig config = TrainingConfig.DEFAULT.with(Setting.HIDDEN, HiddenLayer.row("c16k5s1-p2-64"));
        String text = new RunSettings("mnist", config).text();
        assertThat(text).containsPattern("\"hidden\"\\s*:\\s*\\[\\s*\"c16k5s1\",\\s*\"p2\",\\s*64\\s*]");
        assertThat(SettingsReader.parse(text, "run.json").config()).isEqualTo(config);
    }
}
