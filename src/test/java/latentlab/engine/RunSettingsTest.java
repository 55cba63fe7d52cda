package latentlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import latentlab.text.Messages;
import latentlab.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunSettingsTest {
    @ParameterizedTest
    @EnumSource(Preset.class)
    void aFileSaysWhatItWasWrittenFrom(Preset preset) throws Exception {
        RunSettings settings = new RunSettings("fashion", preset.config());
        assertThat(RunSettings.parse(settings.text(), "run.json")).isEqualTo(settings);
        assertThat(preset.config().validated()).isSameAs(preset.config());
    }

    @Test
    void aFileNamesEverySettingSoThatItMeansTheSameWhenDefaultsChange() {
        String text = new RunSettings(null, TrainingConfig.DEFAULT).text();
        assertThat(Setting.ALL).allSatisfy(setting -> assertThat(text).contains('"' + setting.name() + '"'));
    }

    @Test
    void whatAFileLeavesOutIsAsAtFirst() throws Exception {
        RunSettings settings = RunSettings.parse("{\"hidden\": [300, 40], \"loss\": \"bce\"}", "run.json");
        assertThat(settings.data()).isNull();
        assertThat(settings.config())
                .isEqualTo(TrainingConfig.DEFAULT
                        .with(Setting.HIDDEN, List.of(300, 40))
                        .with(Setting.LOSS, Loss.BCE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"latnet\": 3} | run.json: there is no setting \"latnet\"; did you mean \"latent\"?",
                "{\"dta\": \"mnist\"} | run.json: there is no setting \"dta\"; did you mean \"data\"?",
                "{\"loss\": \"best\"} | run.json: \"loss\" takes one of mse, sse, bce, mae, not \"best\".",
                "{\"latent\": \"many\"} | run.json: \"latent\" takes a whole number from 1 to 128, not \"many\".",
                "{\"latent\": 129} | Latent dimension: 129 does not go; choose a whole number from 1 to 128.",
                "{\"hidden\": [0]} | Hidden layers: 0 does not go; choose at most 6 sizes from 1 to 2,048, such as"
                        + " 1000-500-250.",
                "[1, 2] | run.json is not a settings file: line 1 is not JSON. Compare it with one that was exported.",
                "{\"latent\": 3 | run.json is not a settings file: line 1 is not JSON. Compare it with one that was exported."
            })
    void oneSentenceSaysWhatIsWrongWithAFile(String text, String sentence) {
        Problem problem = catchThrowableOfType(Problem.class, () -> RunSettings.parse(text, "run.json"));
        assertThat(new Messages(Locale.ENGLISH).text(problem.sentence())).isEqualTo(sentence);
    }

    @Test
    void crossEntropyOfALinearOutputIsRefused() {
        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> RunSettings.parse("{\"loss\": \"bce\", \"output-activation\": \"linear\"}", "run.json"));
        assertThat(problem.sentence().key()).isEqualTo("engine.combination.entropy");
    }
}
