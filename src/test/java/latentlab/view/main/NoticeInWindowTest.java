package latentlab.view.main;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NoticeInWindowTest {
    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1000, 800);

    private List<Bounds> laidOut() {
        fixture.stage.getScene().getRoot().applyCss();
        fixture.stage.getScene().getRoot().layout();
        return List.of("#loss-chart", "#latent-map", "#epoch-table", "#timeline-track", "#train").stream()
                .map(fixture::<Node>find)
                .map(node -> node.localToScene(node.getLayoutBounds()))
                .toList();
    }

    @Test
    void aNoticePushesNothing() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        AtomicReference<List<Bounds>> before = new AtomicReference<>();
        onFx(() -> {
            fixture.find("#loss-chart").requestFocus();
            before.set(laidOut());
        });
        Hand.ONLY.strike(KeyCode.CONTROL, KeyCode.C);
        NotificationPane notices = fixture.find("#notices");
        until("said", () -> notices.isShowing() && notices.getHeight() > 20);
        onFx(() -> assertThat(laidOut()).isEqualTo(before.get()));
    }
}
