package latentlab.app;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import latentlab.preferences.WindowPlace;
import latentlab.view.main.WindowPlaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** A window comes back where it was left, unless that is on no screen any more. */
@ExtendWith(ApplicationExtension.class)
class WindowPlaceTest {
    private final ObjectProperty<WindowPlace> place = new SimpleObjectProperty<>();
    private Stage stage;

    private void open() {
        onFx(() -> {
            stage = new Stage();
            stage.setScene(new Scene(new Pane()));
            WindowPlaces.keep(stage, place, 800, 600);
            stage.show();
        });
    }

    private void close() {
        onFx(stage::hide);
    }

    @Test
    void hasItsSizeAtTheFirstStart() {
        open();
        assertThat(stage.getWidth()).isEqualTo(800);
        assertThat(stage.getHeight()).isEqualTo(600);
        close();
    }

    @Test
    void comesBackWhereItWasLeft() {
        open();
        onFx(() -> {
            stage.setX(120);
            stage.setY(80);
            stage.setWidth(700);
            stage.setHeight(500);
        });
        until("remembered", () -> new WindowPlace(120, 80, 700, 500, false).equals(place.get()));
        close();
        open();
        assertThat(stage.getX()).isEqualTo(120);
        assertThat(stage.getY()).isEqualTo(80);
        assertThat(stage.getWidth()).isEqualTo(700);
        assertThat(stage.getHeight()).isEqualTo(500);
        close();
    }

    @Test
    void comesBackToAScreenThereIs() {
        place.set(new WindowPlace(5000, -4000, 9000, 400, false));
        open();
        assertThat(stage.getX()).isZero();
        assertThat(stage.getY()).isZero();
        assertThat(stage.getWidth()).as("no wider than the screen").isEqualTo(1000);
        assertThat(stage.getHeight()).isEqualTo(400);
        close();
    }
}
