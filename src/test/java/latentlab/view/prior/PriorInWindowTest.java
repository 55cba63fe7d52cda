package latentlab.view.prior;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a variational model has made of its prior, of runs that were really trained. */
class PriorInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private void train(UnaryOperator<TrainingConfig> change) {
        fixture.train(
                3, config -> change.apply(config.withKind(ModelKind.VARIATIONAL).with(Setting.LOSS, Loss.BERNOULLI)));
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT7);
    }

    private String remark() {
        return fixture.<Label>find("#prior-remark").getText();
    }

    private String told() {
        return fixture.find("#prior").getAccessibleText();
    }

    /** By keyboard, past what is between the choice and the images. */
    private void goToTheFirst() {
        for (int tabs = 0; tabs < 9 && !fixture.find("#prior").isFocused(); tabs++) {
            robot.strike(KeyCode.TAB);
        }
        robot.strike(KeyCode.RIGHT);
    }

    private double[] nats(int epoch) {
        return fixture.run().distributions(epoch).divergences();
    }

    @Test
    void unitsAreSortedByWhatTheyTellAtAnyEpoch() {
        train(config -> config.withLatent(4));
        double[] last = nats(3);
        String sum = "%.2f nats".formatted(Arrays.stream(last).sum());
        until("the last epoch", () -> remark().startsWith(sum));
        int greatest = IntStream.range(0, 4)
                .boxed()
                .max(Comparator.comparingDouble(unit -> last[unit]))
                .orElseThrow();
        robot.clickOn("#prior-units");
        goToTheFirst();
        String first = "Unit %d: %.3f nats; here at -2.50".formatted(greatest + 1, last[greatest]);
        until("the first image of the first unit", () -> told().equals(first));
        robot.strike(KeyCode.DOWN);
        until("another unit", () -> told().startsWith("Unit") && !told().startsWith("Unit " + (greatest + 1) + ":"));

        onFx(() -> fixture.window.model().select(1));
        String early = "%.2f nats".formatted(Arrays.stream(nats(1)).sum());
        until("an earlier epoch", () -> remark().startsWith(early));
    }

    @Test
    void anImagesCodeGoesToDecode() {
        train(config -> config.withLatent(4));
        robot.clickOn("#prior-samples");
        WritableImage first = fixture.picture("#prior");
        robot.clickOn("#prior-draw");
        until("other samples", () -> !WindowFixture.samePixels(first, fixture.snapshot("#prior")));
        assertThat(fixture.window.exploration().codeProperty().get()).isNull();
        robot.clickOn("#prior");
        until("taken", () -> fixture.window.exploration().codeProperty().get() != null);
        assertThat(fixture.window.exploration().codeProperty().get()).hasSize(4);
    }

    @Test
    void thePlaneIsOfTwoUnitsAndThreeAreToldSo() {
        train(config -> config.withLatent(3));
        robot.clickOn("#prior-plane");
        Label empty = fixture.find("#prior-empty");
        until("told", () -> empty.isVisible() && empty.getText().contains("this run has 3"));
    }

    @Test
    void thePlaneTellsOfThePlacePointedAt() {
        train(config -> config.withLatent(2));
        robot.clickOn("#prior-plane");
        goToTheFirst();
        // The first of 21 equal parts of the normal distribution, and the last of nine.
        until("a place", () -> told().equals("Units at -1.98 and 1.59"));
    }

    @Test
    void otherModelsAreToldThatTheyHaveNone() {
        fixture.train(1, config -> config.withLatent(4));
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT7);
        Label empty = fixture.find("#prior-empty");
        until("told", () -> empty.isVisible() && empty.getText().contains("no prior"));
    }

    /** What comes with the choice is said beside the controls, and goes with it. */
    @Test
    void choosingTheModelBringsALossThatSuitsItAndTakesItAway() {
        fixture.train(1, config -> config.withLatent(4));
        robot.clickOn("#model-variational");
        assertThat(settings().kind()).isEqualTo(ModelKind.VARIATIONAL);
        assertThat(settings().get(Setting.LOSS)).isEqualTo(Loss.BERNOULLI);
        robot.clickOn("#model-tied");
        assertThat(settings().get(Setting.LOSS)).isEqualTo(Loss.MSE);
    }

    private TrainingConfig settings() {
        return fixture.window.model().settingsProperty().get();
    }
}
