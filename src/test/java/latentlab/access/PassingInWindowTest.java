package latentlab.access;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.RunState;
import latentlab.session.TrainingModel;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is in the window only at times can be reached and named then as all the rest, and shows its focus. */
class PassingInWindowTest {
    private static final String LESSON = """
        ---
        title: Mine | 私の
        about: About it. | それについて。
        minutes: 3
        ---
        ## Low | 低い
        ```step
        do: train 1
        measure: validation loss at 1
        ```
        ### Predict
        How low?
        ### Compare
        It is **{validation loss at 1}**.
        ### 予想
        いくつ?
        ### 比較
        {validation loss at 1} です。
        ## Fewer | 少ない
        ```step
        do: train 1
        ```
        ### Predict
        How many parameters?
        - [x] fewer
        - [ ] as many
        ### Compare
        {parameters}
        ### 予想
        パラメーターの数は?
        - [x] 少ない
        - [ ] 同じ
        ### 比較
        {parameters}
        """;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1280, 800).loading(this::load);

    private final FocusWalk walk = new FocusWalk();
    private final NameCheck names = new NameCheck();
    private final List<String> unseen = new ArrayList<>();

    private Dataset load(DataRequest request, Progress progress) throws Problem {
        if (!request.origin().equals("digits")) {
            throw new Problem(Sentence.of("view.data.batch", 1, 2, 3), new IOException("no more"));
        }
        return WindowFixture.DIGITS;
    }

    /** Walks round the window, in which each of these is to be come by, and asks for the names in both languages. */
    private void look(String place, String... expected) {
        walk.look(place, fixture.stage.getScene());
        onFx(() -> {
            for (String each : expected) {
                if (fixture.stage.getScene().getRoot().lookupAll(each).stream()
                        .noneMatch(node -> walk.seen.contains(node) || holdsSeen(node))) {
                    unseen.add(place + ": " + each);
                }
            }
            names.look(place, fixture.stage.getScene());
        });
    }

    /** The field of a spinner or of a box has the focus in its place. */
    private boolean holdsSeen(Node node) {
        return walk.seen.stream().anyMatch(each -> {
            for (Node around = each; around != null; around = around.getParent()) {
                if (around == node) {
                    return true;
                }
            }
            return false;
        });
    }

    private void namesInJapanese(String place) {
        NameCheck japanese = new NameCheck();
        onFx(() -> fixture.window.preferences().languageProperty().set(Locale.JAPANESE));
        Labeled language = fixture.find("#language");
        until("said", () -> language.getText().equals("English"));
        onFx(() -> {
            japanese.look(place, fixture.stage.getScene());
            fixture.window.preferences().languageProperty().set(Locale.ENGLISH);
        });
        names.faults.addAll(japanese.faults);
    }

    private void assertNoFaults() {
        assertThat(unseen).as("never come by").isEmpty();
        assertThat(walk.faults).isEmpty();
        assertThat(names.faults).isEmpty();
    }

    private TrainingModel model() {
        return fixture.window.model();
    }

    private void train(UnaryOperator<TrainingConfig> settings) {
        onFx(() -> {
            model().setSettings(settings.apply(model().settingsProperty().get()).withEpochs(2));
            model().train();
        });
        fixture.untilMapped("#latent-map", 2);
        until("trained", () -> model().stateProperty().get() == RunState.FINISHED);
    }

    private void fire(String button) {
        onFx(() -> fixture.<ButtonBase>find(button).fire());
    }

    @Test
    void theFirstRunAndWhatThereIsToSeeInIt() {
        until("ready", () -> model().history().size() == 1);
        onFx(() -> fixture.window.preferences().welcomedProperty().set(false));
        until(
                "offered",
                () -> fixture.find("#first-run").isVisible()
                        && !fixture.find("#first-run-start").isDisabled());
        look("the first run", "#first-run-start", "#first-run-leave");
        namesInJapanese("the first run");
        fire("#first-run-start");
        until("trained", () -> model().stateProperty().get() == RunState.FINISHED);
        look("what there is to see in it", "#first-sight-gathered", "#first-sights-close");
        namesInJapanese("what there is to see in it");
        assertNoFaults();
    }

    @Test
    void whatIsChosenOfAMapAndOfTwoEpochs() {
        until("ready", () -> model().history().size() == 1);
        train(config -> config.withLatent(3));
        ComboBox<?> axes = fixture.find("#latent-axes");
        onFx(() -> axes.getSelectionModel().select(1));
        until("units", () -> fixture.find("#latent-unit-x").getParent().isVisible());
        look("units", "#latent-unit-x", "#latent-unit-y");
        namesInJapanese("units");
        onFx(() -> axes.getSelectionModel().select(2));
        onFx(() -> fixture.<ComboBox<?>>find("#tsne-count").getSelectionModel().select(0));
        until("laid out", () -> fixture.<Label>find("#tsne-progress").getText().startsWith("1,000 / 1,000"));
        look("a t-SNE", "#tsne-more", "#tsne-perplexity", "#tsne-count");
        namesInJapanese("a t-SNE");
        onFx(() -> axes.getSelectionModel().select(3));
        until("laid out", () -> fixture.<Label>find("#tsne-progress").getText().startsWith("500 / 500"));
        look("a UMAP", "#tsne-more", "#umap-neighbours", "#umap-distance", "#tsne-count");
        namesInJapanese("a UMAP");
        onFx(() -> axes.getSelectionModel().select(0));
        fire("#reconstruction-pin");
        until("compared", () -> fixture.find("#reconstruction-swap").isVisible());
        look("two epochs", "#reconstruction-swap", "#reconstruction-wipe", "#reconstruction-end");
        namesInJapanese("two epochs");
        assertNoFaults();
    }

    @Test
    void aNotice() throws Exception {
        until("ready", () -> model().history().size() == 1);
        NotificationPane notices = fixture.find("#notices");
        fixture.drop(Files.writeString(fixture.folder.resolve("broken.npz"), "PK"));
        until("said", () -> notices.isShowing() && notices.getHeight() > 20);
        look("a notice", "#notices .button-bar .button", "#notices .close-button");
        namesInJapanese("a notice");
        assertNoFaults();
        onFx(() -> FocusWalk.goBackTo(fixture.stage.getScene(), fixture.find("#notices .close-button")));
        Hand.ONLY.strike(KeyCode.SPACE);
        until("closed", () -> !notices.isShowing());
    }

    @Test
    void whatASweepFound() {
        until("ready", () -> model().history().size() == 1);
        onFx(() -> model().setSettings(model().settingsProperty().get().withEpochs(1)));
        Hand.ONLY.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        TextField values = fixture.find("#sweep-values-0");
        until("shown", values::isFocused);
        onFx(() -> {
            values.setText("2,5");
            fixture.<Spinner<Integer>>find("#sweep-workers").getValueFactory().setValue(1);
        });
        until("planned", () -> !fixture.find("#sweep-start").isDisabled());
        fire("#sweep-start");
        TreeTableView<?> table = fixture.find("#sweep-table");
        until("queued", () -> !table.getRoot().getChildren().isEmpty());
        TreeItem<?> sweep = table.getRoot().getChildren().getFirst();
        onFx(() -> table.getSelectionModel().select(0));
        until("ended", () -> !fixture.find("#sweep-results").isDisabled());
        assertThat(sweep.getChildren()).hasSize(2);
        look("a sweep's results", "#sweep-table", "#sweep-results");
        namesInJapanese("a sweep's results");
        assertNoFaults();
    }

    @Test
    void aLessonsQuestions() throws Exception {
        until("ready", () -> model().history().size() == 1);
        fixture.answers.add(Files.writeString(fixture.folder.resolve("mine.lesson.md"), LESSON));
        Hand.ONLY.clickOn("#learn");
        until("the menu", () -> Hand.ONLY.lookup("#lesson-open").tryQuery().isPresent());
        Hand.ONLY.clickOn("#lesson-open");
        until("the cover", () -> fixture.find("#lesson-about") != null);
        fire("#lesson-next");
        until("a number", () -> fixture.find("#lesson-number") != null);
        onFx(() -> fixture.<TextField>find("#lesson-number").setText("0.05"));
        look("a number", "#lesson-number", "#lesson-watch", "#lesson-no-idea", "#lesson-close");
        namesInJapanese("a number");
        onFx(() -> fixture.<TextField>find("#lesson-number").setText("0.05"));
        fire("#lesson-watch");
        until("compared", () -> fixture.find("#lesson-compare") != null);
        look("an answer", "#lesson-next");
        namesInJapanese("an answer");
        fire("#lesson-next");
        until("choices", () -> fixture.find("#lesson-choice-0") != null);
        fire("#lesson-choice-0");
        look("choices", "#lesson-choice-0", "#lesson-watch");
        namesInJapanese("choices");
        assertNoFaults();
    }
}
