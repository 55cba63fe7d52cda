package latentlab.view.loss;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.diagnosis.Diagnosis;
import latentlab.diagnosis.EpochDiagnosis;
import latentlab.diagnosis.Histogram;
import latentlab.figure.LossPanel.Curve;
import latentlab.figure.LossPanel.Measure;
import latentlab.figure.Role;
import latentlab.session.TrainingModel;
import latentlab.view.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person looks at what else there is over the epochs beside the losses. */
class DiagnosisInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720);

    private TrainingModel model() {
        return fixture.window.model();
    }

    private String told(String id) {
        return String.valueOf(fixture.find(id).getAccessibleText());
    }

    private static String number(String name, double value) {
        return LossReadout.value(
                new Texts(), new Curve(name, Role.TEXT, Measure.LOSS, new double[] {value}, null), value);
    }

    private static String spread(String layer, Histogram numbers) {
        return String.format(
                Locale.ENGLISH, "%s mean %.3f, deviation %.3f", layer, numbers.mean(), numbers.deviation());
    }

    @Test
    void theTestErrorIsWorkedOutUnaskedAndWhatIsChosenIsShownTheNextTime() {
        fixture.train(3, settings -> settings);
        until("the error", () -> fixture.run().findings().errors().containsKey(3));
        onFx(() ->
                ((ComboBox<?>) fixture.find("#loss-shown")).getSelectionModel().select(1));
        assertThat(fixture.find("#loss-smoothing").getParent().isVisible()).isFalse();
        fixture.reopen();
        until("ready", () -> model().history().size() == 1);
        assertThat(((ComboBox<?>) fixture.find("#loss-shown"))
                        .getSelectionModel()
                        .getSelectedIndex())
                .isEqualTo(1);
        assertThat(fixture.find("#loss-smoothing").getParent().isVisible()).isFalse();
    }

    @Test
    void saysHowFarWhatIsWorkedOutHasComeUnderItsOwnName() {
        fixture.train(20, settings -> settings);
        Label progress = fixture.find("#loss-progress");
        List<String> said = new ArrayList<>();
        onFx(() -> progress.textProperty().subscribe(text -> said.add(text)));
        onFx(() -> {
            choose(1);
            choose(4);
        });
        until("all is worked out", () -> said.contains("Weights: 20 of 21 epochs worked out") && !progress.isVisible());
        onFx(() -> {
            assertThat(said).contains("Test PSNR: 0 of 21 epochs worked out", "Weights: 1 of 21 epochs worked out");
            assertThat(said).as("whole at the end").endsWith("");
        });
    }

    private void choose(int shown) {
        ((ComboBox<?>) fixture.find("#loss-shown")).getSelectionModel().select(shown);
    }

    @Test
    void showsEachOverTheEpochsAndAClickSelectsOne() {
        until("ready", () -> model().history().size() == 1);
        onFx(() -> model().setSettings(model().settingsProperty().get().withEpochs(4)));
        onFx(() -> model().train());
        until("trained", () -> model().history().size() == 5);
        EpochDiagnosis last;
        try (Diagnosis own = new Diagnosis(model().runProperty().get())) {
            last = own.of(4, () -> true);
        }

        onFx(() -> fixture.find("#loss-shown").requestFocus());
        robot.strike(KeyCode.DOWN);
        String psnr = String.format(
                Locale.ENGLISH,
                "PSNR (dB) %.2f, MSE %.5f",
                last.error().psnr(),
                last.error().mse());
        until("the test error", () -> told("#loss-chart").endsWith(psnr));
        assertThat(fixture.find("#loss-smoothing").getParent().isVisible()).isFalse();
        robot.strike(KeyCode.DOWN);
        until("the rate", () -> told("#loss-chart").endsWith(number("rate", 0.01)));
        robot.strike(KeyCode.DOWN);
        String norms = number("all", last.gradients().all()) + ", "
                + number("encoder", last.gradients().layers().getFirst());
        until("the gradients", () -> told("#loss-chart").contains(norms));
        robot.strike(KeyCode.DOWN);
        String weights = spread("encoder", last.weights().getFirst().numbers());
        until("the weights", () -> told("#loss-histograms").contains(weights));
        robot.strike(KeyCode.DOWN);
        String outputs = spread("decoder", last.activations().getLast().numbers());
        until("the activations", () -> told("#loss-histograms").contains(outputs));
        onFx(() -> assertThat(fixture.<HistogramChart>find("#loss-histograms").described(999))
                .isEqualTo("not worked out yet, or no longer kept"));

        Node chart = fixture.find("#loss-histograms");
        robot.clickOn(robot.offset(chart, 48 - chart.getLayoutBounds().getWidth() / 2, 0));
        until("the first epoch", () -> model().selectedEpochProperty().get() == 0);

        onFx(() ->
                ((ComboBox<?>) fixture.find("#loss-shown")).getSelectionModel().selectFirst());
        until("losses again", () -> fixture.find("#loss-smoothing").getParent().isVisible());
    }
}
