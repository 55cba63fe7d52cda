package latentlab.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunSettingsTest {
    @Test
    void aFileNamesEverySettingSoThatItMeansTheSameWhenDefaultsChange() {
        String text = new RunSettings(null, TrainingConfig.DEFAULT).text();
        assertThat(Setting.ALL).allSatisfy(setting -> assertThat(text).contains('"' + setting.name() + '"'));
    }

    @Test
    void aFileEndsItsLinesTheSameOnEverySystem() {
        assertThat(new RunSettings("mnist", Preset.HINTON_SALAKHUTDINOV.config()).text())
                .startsWith("{\n  \"data\" : \"mnist\",\n")
                .contains("  \"hidden\" : [ 1000, 500, 250 ],\n")
                .endsWith("\n}\n")
                .doesNotContain("\r");
    }
}
