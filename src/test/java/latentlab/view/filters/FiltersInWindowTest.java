package latentlab.view.filters;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.engine.model.Filters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The weights are looked at, at any epoch of a run that was really trained. */
class FiltersInWindowTest {
    private static final int EPOCHS = 3;

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    @BeforeEach
    void train() {
        fixture.train(EPOCHS, config -> config.withLatent(6));
    }

    private String told() {
        return fixture.find("#filters").getAccessibleText();
    }

    /** By keyboard, from the button before it, past the two in the view's corner. */
    private void focus() {
        robot.clickOn("#filters-sort").clickOn("#filters-sort");
        for (int tabs = 0; tabs < 3; tabs++) {
            robot.strike(KeyCode.TAB);
        }
        until("focused", () -> fixture.find("#filters").isFocusVisible());
    }

    private static String of(Filters filters, int unit) {
        Filters.Bank encoder = filters.banks().getFirst();
        return "Unit %d\nencoder: weights %.2f to %.2f, norm %.2f"
                .formatted(unit + 1, encoder.low()[unit], encoder.high()[unit], encoder.norm()[unit]);
    }

    @Test
    void tellsOfTheUnitGoneToAtTheEpochSelected() {
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT5);
        focus();
        Filters trained = fixture.run().filters(EPOCHS);
        robot.strike(KeyCode.HOME);
        until("the first unit", () -> told().startsWith(of(trained, 0)));
        robot.strike(KeyCode.RIGHT);
        robot.strike(KeyCode.RIGHT);
        until("the third unit", () -> told().startsWith(of(trained, 2)));
        robot.strike(KeyCode.END);
        until("the last unit", () -> told().startsWith(of(trained, 5)));
        assertThat(fixture.window.model().selectedEpochProperty().get())
                .as("the keys are not the timeline's")
                .isEqualTo(EPOCHS);

        onFx(() -> fixture.window.model().select(0));
        until(
                "the same unit before training",
                () -> told().startsWith(of(fixture.run().filters(0), 5)));
    }

    @Test
    void theWeightsChangeWithTheEpochAndComeBackWithIt() {
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT5);
        until("painted", () -> inkOf(fixture.snapshot("#filters")) > 100);
        WritableImage trained = fixture.picture("#filters");
        robot.clickOn("#timeline-track");
        robot.strike(KeyCode.HOME);
        until(
                "untrained, paler on the scale of all epochs",
                () -> inkOf(fixture.snapshot("#filters")) < inkOf(trained));
        robot.strike(KeyCode.END);
        until("trained", () -> WindowFixture.samePixels(trained, fixture.snapshot("#filters")));
    }

    private static long inkOf(WritableImage image) {
        long colours = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours += image.getPixelReader().getColor(x, y).getSaturation() > 0.3 ? 1 : 0;
            }
        }
        return colours;
    }

    @Test
    void putsTheMostActiveFirst() {
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT5);
        robot.clickOn("#filters-sort");
        Filters filters = fixture.run().filters(EPOCHS);
        var activity = filters.banks().getFirst().activity();
        int best = 0;
        for (int unit = 1; unit < 6; unit++) {
            best = activity.get(unit).deviation() > activity.get(best).deviation() ? unit : best;
        }
        String expected = of(filters, best);
        for (int tabs = 0; tabs < 3; tabs++) {
            robot.strike(KeyCode.TAB);
        }
        until("focused", () -> fixture.find("#filters").isFocusVisible());
        robot.strike(KeyCode.HOME);
        until("the most active unit first", () -> told().startsWith(expected));
        assertThat(best).as("the test can tell").isNotZero();
    }

    @Test
    void showsWhatHasBeenSelectedWhileItWasOutOfSight() {
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT5);
        until("painted", () -> inkOf(fixture.snapshot("#filters")) > 100);
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT1);
        onFx(() -> fixture.window.model().select(1));
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT5);
        focus();
        robot.strike(KeyCode.HOME);
        until("the epoch selected", () -> told().startsWith(of(fixture.run().filters(1), 0)));
    }
}
