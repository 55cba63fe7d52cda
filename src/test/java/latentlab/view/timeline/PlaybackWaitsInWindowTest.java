package latentlab.view.timeline;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import latentlab.MadeUpImages;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.data.Dataset;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A map of so many images that it takes longer than a frame. */
class PlaybackWaitsInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720)
            .loading((_, _) -> new Dataset(
                    Sentence.of("view.data.digits"),
                    "digits",
                    MadeUpImages.images(60, 28, 28, 1),
                    MadeUpImages.images(20_000, 28, 28, 2),
                    List.of()));

    @Test
    void everyEpochIsShownHoweverLongAViewTakes() {
        fixture.train(6, settings -> settings.withLatent(8));
        fixture.untilMapped("#latent-map", 6);
        List<String> mapped = new CopyOnWriteArrayList<>();
        onFx(() -> {
            fixture.window.preferences().frameMillisProperty().set(20);
            fixture.window.model().select(0);
        });
        fixture.untilMapped("#latent-map", 0);
        onFx(() -> fixture.find("#latent-map")
                .accessibleTextProperty()
                .addListener((_, _, said) -> mapped.add(said.replaceAll("(?s).*after epoch (\\d+);.*", "$1"))));
        robot.strike(KeyCode.SPACE);
        until(
                "played",
                () -> fixture.window.model().selectedEpochProperty().get() == 6
                        && !fixture.<ToggleButton>find("#timeline-play").isSelected());
        fixture.untilMapped("#latent-map", 6);
        assertThat(mapped).contains("1", "2", "3", "4", "5", "6");
    }
}
