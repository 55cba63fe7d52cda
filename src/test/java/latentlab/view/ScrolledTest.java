package latentlab.view;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Orientation;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What is too high for the screen is scrolled, and is as wide as it has to be. */
@ExtendWith(ApplicationExtension.class)
class ScrolledTest {
    private Scrolled scrolled;

    @Start
    void start(Stage stage) {
        Region content = new Region();
        content.setMinWidth(300);
        content.setPrefSize(300, 900);
        content.setMinHeight(900);
        scrolled = new Scrolled(content);
        scrolled.limit(1000, 400);
        stage.setScene(new Scene(new Group(scrolled), 600, 600));
        stage.show();
    }

    @Test
    void theBarAtTheSideCoversNothing() {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            scrolled.getScene().getRoot().applyCss();
            scrolled.getScene().getRoot().layout();
            assertThat(scrolled.getHeight()).isEqualTo(400);
            assertThat(scrolled.getViewportBounds().getWidth()).isGreaterThanOrEqualTo(300);
            assertThat(scrolled.lookupAll(".scroll-bar").stream()
                            .map(ScrollBar.class::cast)
                            .filter(ScrollBar::isVisible)
                            .map(ScrollBar::getOrientation))
                    .containsExactly(Orientation.VERTICAL);
        });
    }
}
