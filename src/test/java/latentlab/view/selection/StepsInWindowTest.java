package latentlab.view.selection;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.library.Entry;
import latentlab.session.Selection;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person takes back, one after the other, what has been done in different places of the window. */
class StepsInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private void back() {
        robot.strike(KeyCode.CONTROL, KeyCode.Z);
    }

    private void again() {
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    }

    private int latent() {
        return fixture.window.model().settingsProperty().get().latent();
    }

    private int selected() {
        return fixture.window.selection().imagesProperty().get().count();
    }

    private String help() {
        return fixture.<Button>find("#settings-undo").getTooltip().getText();
    }

    private String notice() {
        String text = fixture.<NotificationPane>find("#notices").getText();
        return text == null ? "" : text;
    }

    @Test
    void settingsAndSelectionComeBackInTheOrderTheyWereChanged() {
        fixture.train(1, UnaryOperator.identity());
        Node map = fixture.find("#latent-map");
        onFx(() -> fixture.window
                .model()
                .setSettings(fixture.window.model().settingsProperty().get().withLatent(2)));
        onFx(() -> fixture.window.selection().select(Selection.Mode.REPLACE, 3, 1, 4));
        onFx(() -> fixture.window.selection().toggle(5));
        onFx(() -> fixture.window
                .model()
                .setSettings(fixture.window.model().settingsProperty().get().withLatent(3)));
        onFx(map::requestFocus);
        assertThat(help()).startsWith("Undo: Latent dimension 2 → 3 (");
        back();
        assertThat(latent()).isEqualTo(2);
        assertThat(help()).startsWith("Undo: selected images, 3 → 4 (");
        back();
        assertThat(notice()).isEqualTo("Undone: selected images, 3 → 4.");
        assertThat(fixture.window.selection().imagesProperty().get().inOrder()).containsExactly(3, 1, 4);
        back();
        assertThat(selected()).isZero();
        back();
        assertThat(latent()).isEqualTo(20);
        again();
        again();
        assertThat(latent()).isEqualTo(2);
        assertThat(fixture.window.selection().imagesProperty().get().inOrder()).containsExactly(3, 1, 4);
    }

    @Test
    void imagesOfTheGridComeBack() {
        fixture.train(1, UnaryOperator.identity());
        String first = chosen();
        onFx(() -> fixture.find("#reconstruction-grid").requestFocus());
        robot.strike(KeyCode.TAB);
        robot.strike(KeyCode.SHIFT, KeyCode.TAB);
        robot.strike(KeyCode.HOME);
        robot.strike(KeyCode.DELETE);
        until("taken out", () -> !chosen().equals(first));
        String fewer = chosen();
        assertThat(help()).startsWith("Undo: images of the grid (");
        back();
        until("back", () -> chosen().equals(first));
        again();
        until("taken out again", () -> chosen().equals(fewer));
    }

    private String chosen() {
        return fixture.<Button>find("#images-open").getText();
    }

    @Test
    void whatIsSaidOfARunComesBackAfterASettingHas() {
        fixture.train(1, UnaryOperator.identity());
        robot.strike(KeyCode.CONTROL, KeyCode.B);
        until("listed", () -> !runs().getItems().isEmpty());
        onFx(() -> runs().getSelectionModel().select(0));
        onFx(() -> runs().requestFocus());
        robot.strike(KeyCode.S);
        until("starred", this::starred);
        until("told", () -> !help().contains("there is none yet"));
        onFx(() -> fixture.window
                .model()
                .setSettings(fixture.window.model().settingsProperty().get().withLatent(2)));
        back();
        assertThat(latent()).isEqualTo(20);
        back();
        until("not starred", () -> !starred());
        until("told", () -> notice().startsWith("Taken back: "));
        again();
        until("starred again", this::starred);
        again();
        until("set again", () -> latent() == 2);
    }

    private ListView<Entry> runs() {
        return fixture.find("#library-runs");
    }

    private boolean starred() {
        return !runs().getItems().isEmpty()
                && runs().getItems().getFirst().run().about().star();
    }
}
