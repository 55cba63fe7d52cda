package latentlab.view.controls;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.data.Dataset;
import latentlab.data.shapes.BuiltInShapes;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where settings or data are not those of the run on screen, the buttons say what they do, and do it at once. */
class NextRunInWindowTest {
    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture =
            new WindowFixture(990, 720).loading((_, _) -> loadedAgain(WindowFixture.DIGITS, "digits"));

    /** Data are other objects each time they are loaded. */
    private static Dataset loadedAgain(Dataset data, String origin) {
        return new Dataset(data.name(), origin, data.train(), data.test(), data.classNames());
    }

    private TrainingModel model() {
        return fixture.window.model();
    }

    private String text(String button) {
        AtomicReference<String> text = new AtomicReference<>();
        onFx(() -> text.set(fixture.<Labeled>find(button).getText()));
        return text.get();
    }

    private boolean shown(String node) {
        AtomicReference<Boolean> shown = new AtomicReference<>();
        onFx(() -> shown.set(fixture.find(node).isVisible()));
        return shown.get();
    }

    private void choose(int latent) {
        onFx(() -> model().setSettings(model().settingsProperty().get().withLatent(latent)));
    }

    private void untilTrained(int epochs) {
        until(
                "trained",
                () -> model().stateProperty().get() == RunState.FINISHED
                        && !model().openingProperty().get()
                        && model().history().size() == epochs + 1);
    }

    @Test
    void theMainButtonTrainsANewRunWithOneClickAndTheOtherGoesOn() {
        fixture.train(2, config -> config.withLatent(4));
        Run first = fixture.run();
        assertThat(text("#train")).isEqualTo("Train 2 more");
        assertThat(shown("#new-run")).isTrue();
        assertThat(shown("#continue")).isFalse();
        assertThat(text("#pending")).isEmpty();

        choose(2);
        assertThat(text("#train")).isEqualTo("Train new run");
        assertThat(shown("#new-run")).isFalse();
        robot.clickOn("#continue");
        untilTrained(4);
        assertThat(fixture.run()).as("the one on screen").isSameAs(first);
        assertThat(text("#train")).as("still").isEqualTo("Train new run");

        robot.clickOn("#train");
        untilTrained(2);
        assertThat(fixture.run().config().latent()).isEqualTo(2);
        assertThat(text("#train")).isEqualTo("Train 2 more");
        assertThat(shown("#continue")).isFalse();
    }

    @Test
    void otherDataAreTrainedOnInANewRunToo() {
        fixture.train(1, config -> config.withLatent(4));
        onFx(() -> model().setDataset(BuiltInShapes.create((_, _) -> {})));
        assertThat(text("#train")).isEqualTo("Train new run");
        assertThat(pending()).startsWith("Next run: Data Built-in digits → Built-in shapes");
        robot.strike(KeyCode.CONTROL, KeyCode.DIGIT4);
        onFx(() -> assertThat(fixture.find("#draw-pad").isDisabled())
                .as("the run on screen is of grey images")
                .isFalse());
        robot.strike(KeyCode.CONTROL, KeyCode.ENTER);
        untilTrained(1);
        onFx(() -> assertThat(fixture.find("#draw-pad").isDisabled()).as("now").isTrue());
        assertThat(fixture.run().dataset()).isSameAs(model().datasetProperty().get());
    }

    @Test
    void dataThatAreChosenAgainAwaitNoNewRun() {
        fixture.train(1, config -> config.withLatent(4));
        Dataset before = model().datasetProperty().get();
        onFx(() ->
                fixture.<MenuButton>find("#data-choice").getItems().getFirst().fire());
        until("loaded", () -> !fixture.find("#task").isVisible());
        assertThat(model().datasetProperty().get()).isSameAs(before);
        assertThat(text("#train")).isEqualTo("Train 1 more");
        onFx(() -> model().setDataset(loadedAgain(before, "elsewhere")));
        assertThat(pending()).isEqualTo("Next run: Built-in digits, loaded again");
    }

    private String pending() {
        AtomicReference<String> text = new AtomicReference<>();
        onFx(() -> text.set(fixture.<Label>find("#pending").getText()));
        return text.get();
    }

    @Test
    void aRunUnderWayMakesRoomForTheNextOne() {
        fixture.train(1, config -> config.withLatent(4));
        onFx(() -> model().setSettings(model().settingsProperty().get().withEpochs(100_000)));
        robot.clickOn("#train");
        until("under way", () -> model().history().size() > 3);
        assertThat(fixture.find("#train").isDisabled()).isTrue();
        choose(3);
        assertThat(text("#train")).isEqualTo("Train new run");
        assertThat(shown("#new-run")).as("the one on screen goes on by itself").isTrue();
        robot.clickOn("#train");
        until(
                "the next one",
                () -> model().history().size() > 1 && fixture.run().config().latent() == 3);
    }

    @Test
    void allThatAwaitsTheNextRunIsSaidAndManyChangesAreCounted() {
        fixture.train(1, config -> config.withLatent(4));
        choose(2);
        assertThat(pending()).isEqualTo("Next run: Latent dimension 4 → 2");
        onFx(() -> model().setSettings(model().settingsProperty().get().withLearningRate(0.002)));
        assertThat(pending()).as("the rate needs no new run").isEqualTo("Next run: Latent dimension 4 → 2");
        onFx(() -> {
            TrainingConfig settings = model().settingsProperty().get();
            model().setSettings(settings.withBatch(16)
                    .withSeed(7)
                    .with(Setting.CLIP, 1.0)
                    .withShuffle(true));
        });
        assertThat(pending()).isEqualTo("Next run: Latent dimension 4 → 2 and 4 more");
        onFx(() -> assertThat(fixture.<Label>find("#pending").getTooltip().getText())
                .as("all of them")
                .matches("The next run: Latent dimension 4 → 2(, .* → .*){4}\\. The run on screen stays as it is\\."));
        onFx(() -> assertThat(fixture.find("#status").getAccessibleText())
                .endsWith("next run: Latent dimension 4 → 2 and 4 more"));
    }
}
