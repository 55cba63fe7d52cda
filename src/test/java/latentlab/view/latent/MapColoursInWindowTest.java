package latentlab.view.latent;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import latentlab.MadeUpImages;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.data.ImageSet;
import latentlab.run.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the colours of the map's points tell. */
class MapColoursInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture =
            new WindowFixture(990, 720).loading((_, _) -> MadeUpImages.dataset(600, 10, 10));

    @BeforeEach
    void train() {
        fixture.train(2, config -> config.withLatent(3));
        fixture.untilMapped("#latent-map", 2);
    }

    private void colourBy(int index) {
        onFx(() ->
                fixture.<ComboBox<?>>find("#map-colouring").getSelectionModel().select(index));
    }

    /** The values of the scale's ends as they are written. */
    private List<String> ends() {
        return fixture.find("#map-scale").lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .toList();
    }

    private List<String> errors(int epoch) {
        Run run = fixture.run();
        double[] errors = run.errors(epoch, () -> true);
        Arrays.sort(errors);
        return List.of("%.3f".formatted(errors[0]), "%.3f".formatted(errors[(int) (0.99 * (errors.length - 1))]));
    }

    @Test
    void tellHowBadlyImagesAreReconstructedAtTheEpochShown() {
        Node scale = fixture.find("#map-scale");
        assertThat(scale.isVisible()).isFalse();
        WritableImage byClass = fixture.picture("#latent-map");
        colourBy(1);
        until("errors", () -> scale.isVisible() && ends().equals(errors(2)));
        until("other colours", () -> !WindowFixture.samePixels(byClass, fixture.snapshot("#latent-map")));
        onFx(() -> fixture.window.model().select(0));
        fixture.untilMapped("#latent-map", 0);
        until("those of epoch 0", () -> ends().equals(errors(0)));
        onFx(() -> fixture.window.model().select(2));
        fixture.untilMapped("#latent-map", 2);
        colourBy(0);
        until("classes", () -> !scale.isVisible());
        until("as before", () -> WindowFixture.samePixels(byClass, fixture.snapshot("#latent-map")));
    }

    @Test
    void tellWhatAUnitGives() {
        colourBy(1 + 3);
        until("what a sigmoid unit can give", () -> ends().equals(List.of("0.000", "1.000")));
        WritableImage third = fixture.picture("#latent-map");
        colourBy(2);
        until("another unit", () -> !WindowFixture.samePixels(third, fixture.snapshot("#latent-map")));
    }

    @Test
    void theLegendCountsWhereThereIsRoom() {
        ImageSet test = fixture.window.model().datasetProperty().get().test();
        long zeros =
                IntStream.range(0, test.count()).filter(i -> test.label(i) == 0).count();
        ToggleButton chip = fixture.find("#class-0");
        assertThat(chip.getText()).isEqualTo("0");
        assertThat(chip.getTooltip().getText()).isEqualTo("Show class 0: " + zeros + " test images");
        onFx(() -> fixture.stage.setWidth(1250));
        robot.clickOn("#maps-large");
        until("counts", () -> chip.getText().equals("0 · " + zeros));
    }
}
