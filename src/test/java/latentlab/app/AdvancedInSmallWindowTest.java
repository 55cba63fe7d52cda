package latentlab.app;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The advanced settings where there is the least room for them. */
@ExtendWith(ApplicationExtension.class)
class AdvancedInSmallWindowTest {
    private final Hand robot = new Hand();
    private WindowFixture fixture;
    private AdvancedPanel panel;

    @Start
    void start(Stage stage) throws Exception {
        fixture = new WindowFixture(stage, 960, 640);
        panel = new AdvancedPanel(fixture, robot);
    }

    @Stop
    void stop() throws Exception {
        fixture.close();
    }

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
