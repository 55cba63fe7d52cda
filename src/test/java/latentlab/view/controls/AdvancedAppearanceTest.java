package latentlab.view.controls;

import static latentlab.app.WindowFixture.onFx;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Preset;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.SettingGroup;
import latentlab.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The advanced settings, unfolded: every setting, every word, and no more than their column. */
class AdvancedAppearanceTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private final AdvancedPanel panel = new AdvancedPanel(fixture, robot);

    @Test
    void hasANamedAndExplainedControlForEverySetting() {
        panel.ready();
        panel.unfold();
        for (Setting<?> setting : Setting.ALL) {
            Control control = panel.find("#" + setting.name() + "-field");
            if (control == null) {
                control = panel.find("#" + setting.name() + "-choice");
            }
            if (control == null) {
                control = panel.find("#" + setting.name() + "-box");
            }
            if (setting.group() == SettingGroup.BASIC) {
                continue;
            }
            assertThat(control).as("%s", setting).isNotNull();
            assertThat(control.getAccessibleText()).as("%s", setting).contains(": ");
            assertThat(control.getTooltip().getText()).as("%s", setting).endsWith(".");
        }
    }

    @Test
    void scrollsDownAndNeverSideways() {
        panel.ready();
        panel.unfold();
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            onFx(() -> fixture.window.preferences().languageProperty().set(language));
            for (Preset preset : Preset.values()) {
                onFx(() -> fixture.window
                        .model()
                        .startOver(preset.config()
                                .with(Setting.OPTIMISER, Optimiser.MOMENTUM)
                                .with(Setting.NOISE, Noise.SALT_AND_PEPPER)));
                ScrollPane scroll = panel.find("#advanced-settings");
                onFx(() -> {
                    fixture.stage.getScene().getRoot().applyCss();
                    fixture.stage.getScene().getRoot().layout();
                    double room = scroll.getViewportBounds().getWidth();
                    assertThat(scroll.getContent().minWidth(-1))
                            .as("%s in %s", preset, language)
                            .isLessThanOrEqualTo(room);
                    assertThat(scroll.getContent().getLayoutBounds().getHeight())
                            .isGreaterThan(scroll.getViewportBounds().getHeight());
                });
            }
        }
    }

    @Test
    void hasRoomForEveryWordInBothLanguages() {
        panel.ready();
        panel.unfold();
        Label help = panel.find("#advanced-help");
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            onFx(() -> fixture.window.preferences().languageProperty().set(language));
            onFx(() -> {
                panel.layOut();
                for (Setting<?> setting : Setting.ALL) {
                    Text text = new Text(new Messages(language).text("engine.help." + setting.name()));
                    text.setFont(help.getFont());
                    text.setWrappingWidth(help.getWidth());
                    assertThat(text.getLayoutBounds().getHeight())
                            .as(text.getText())
                            .isLessThanOrEqualTo(help.getHeight());
                }
            });
            panel.assertNoLabelIsCut();
        }
    }
}
