package latentlab.app;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import latentlab.MadeUpImages;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.ModelKind;
import latentlab.run.store.EpochStore;
import latentlab.run.store.Scratch;
import latentlab.session.Selection;
import latentlab.session.TrainingModel;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A run for which there is no room: it goes on, says so, and every view shows epochs that are kept, under their own
 * numbers.
 */
class ThinnedInWindowTest {
    private static final long EPOCH = Float.BYTES * (long) new Autoencoder(ModelKind.SIMPLE, 5, 7, 20).parameterCount();

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720)
            .loading((_, _) -> MadeUpImages.dataset(60, 5, 7))
            .keeping(folder -> new Scratch(folder, 10 * EPOCH));

    private TrainingModel model;
    private EpochStore epochs;

    @BeforeEach
    void train() {
        fixture.train(20, settings -> settings);
        model = fixture.window.model();
        epochs = model.runProperty().get().epochs();
    }

    @Test
    void saysSoAndKeepsTheLossesOfAll() {
        NotificationPane notices = fixture.find("#notices");
        assertThat(notices.isShowing()).isTrue();
        assertThat(notices.getText()).contains("one epoch in 4 is kept").contains(fixture.folder.toString());
        assertThat(fixture.<Label>find("#timeline-thinned").getText()).isEqualTo("1 in 4 kept");
        assertThat(fixture.<Label>find("#timeline-thinned").isVisible()).isTrue();
        assertThat(fixture.<TableView<?>>find("#epoch-table").getItems()).hasSize(21);
    }

    @Test
    void theCurveOfTheAccuracyGoesOnWhenAnEpochIsDroppedThatIsBeingComputed() {
        onFx(() -> {
            model.select(4);
            fixture.<ToggleButton>find("#loss-accuracy").fire();
            assertThat(epochs.thin()).isTrue();
            assertThat(epochs.keeps(4)).isFalse();
        });
        until(
                "all that are kept",
                () -> model.runProperty().get().accuracy().extent(21).whole());
        until("told", () -> fixture.<Label>find("#loss-progress").getText().isEmpty());
        assertThat(fixture.complaints).isEmpty();
    }

    @Test
    void whatIsSavedSaysHowManyEpochsItHas() {
        NotificationPane notices = fixture.find("#notices");
        int kept = fixture.run().kept(List.copyOf(model.history())).size();
        fixture.answers.add(fixture.folder.resolve("kept.gif"));
        robot.press(KeyCode.CONTROL, KeyCode.G).release(KeyCode.G, KeyCode.CONTROL);
        until(
                "saved",
                () -> notices.getText()
                        .equals("Saved kept.gif with " + kept + " of the 21 epochs: the others are no longer kept."));
        // Of a table, all epochs are there.
        fixture.answers.add(fixture.folder.resolve("all.csv"));
        robot.clickOn("#export").clickOn("#export-csv");
        until("saved", () -> notices.getText().equals("Saved all.csv with 21 epochs."));
    }

    @Test
    void theTimelineGoesFromOneKeptEpochToTheNext() {
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        List<Integer> seen = new ArrayList<>(List.of(selected()));
        while (seen.getLast() < 20) {
            int before = seen.getLast();
            robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
            until("a later epoch", () -> selected() > before);
            seen.add(selected());
        }
        assertThat(seen).contains(0, 4, 8, 12, 16, 20).allMatch(epochs::keeps);
        int newest = seen.getLast();
        robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
        until("an earlier epoch", () -> selected() < newest && epochs.keeps(selected()));
    }

    @Test
    void anEpochThatIsNotKeptGivesTheOneBeforeUnderItsOwnNumber() {
        int early = droppedFrom(5);
        onFx(() -> fixture.<Slider>find("#timeline-track").setValue(early));
        int shown = epochs.kept(early);
        assertThat(selected()).isEqualTo(shown).isLessThan(early);
        until(
                "its number",
                () -> fixture.<Label>find("#reconstruction-caption").getText().startsWith("epoch " + shown + " "));
        fixture.untilMapped("#latent-map", shown);
        int late = droppedFrom(13);
        TableView<?> table = fixture.find("#epoch-table");
        onFx(() -> table.getSelectionModel().select(late));
        until("the row of the epoch shown", () -> table.getSelectionModel().getSelectedIndex() == epochs.kept(late));
        assertThat(selected()).isEqualTo(epochs.kept(late));
        assertThat(fixture.complaints).isEmpty();
    }

    /** What has been computed of A stays to be seen, and then is of an epoch that is kept: neither unsaid. */
    @Test
    void anEpochToCompareWithThatIsDroppedIsSaidToBe() {
        Label caption = fixture.find("#reconstruction-caption");
        robot.press(KeyCode.A).release(KeyCode.A);
        until("A", () -> caption.getText().startsWith("A: epoch 20, "));
        onFx(() -> {
            model.setSettings(model.settingsProperty().get().withEpochs(21));
            model.train();
        });
        until("more epochs", () -> model.history().size() == 42);
        assertThat(epochs.keeps(20)).isFalse();
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        until("said", () -> caption.getText().contains("A: epoch 20 (not kept), "));
        onFx(() -> {
            fixture.window.selection().select(Selection.Mode.REPLACE, 3, 1);
            fixture.window.selection().showInGrid(true);
        });
        until(
                "the one before",
                () -> caption.getText().startsWith("A: epoch " + epochs.kept(20) + " (20 not kept), ")
                        && caption.getTooltip().getText().contains("Epoch 20 is no longer kept"));
    }

    private int droppedFrom(int epoch) {
        return epochs.keeps(epoch) ? droppedFrom(epoch + 1) : epoch;
    }

    private int selected() {
        return model.selectedEpochProperty().get();
    }
}
