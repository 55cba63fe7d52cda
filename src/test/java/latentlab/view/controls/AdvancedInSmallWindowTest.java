package latentlab.view.controls;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The advanced settings where there is the least room for them. */
class AdvancedInSmallWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(960, 640);

    private final AdvancedPanel panel = new AdvancedPanel(fixture, robot);

    @Test
    void fitsIntoTheSmallestWindowWithSettingsThatWait() {
        panel.ready();
        robot.clickOn("#epoch");
        until("one epoch", () -> fixture.window.model().history().size() == 2);
        panel.unfold();
        panel.type("#hidden-field", "64");
        assertThat(fixture.stage.getHeight()).isEqualTo(fixture.stage.getMinHeight());
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            onFx(() -> fixture.window.preferences().languageProperty().set(language));
            panel.assertNoLabelIsCut();
            onFx(() -> {
                Node status = panel.find("#status");
                assertThat(status.localToScene(status.getLayoutBounds()).getMaxY())
                        .as("pushed out")
                        .isLessThanOrEqualTo(fixture.stage.getScene().getHeight());
                Node settings = panel.find(".controls");
                assertThat(settings.localToScene(settings.getLayoutBounds()).getMaxY())
                        .isLessThanOrEqualTo(
                                status.localToScene(status.getLayoutBounds()).getMinY());
            });
        }
    }
}
