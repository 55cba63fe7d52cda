package latentlab.view.stack;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;
import latentlab.MadeUpImages;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.data.ImageShape;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.ModelSummary;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Preset;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.figure.RecordingPen;
import latentlab.figure.StackFigure;
import latentlab.figure.StackFigure.Row;
import latentlab.figure.StackFigure.Texts;
import latentlab.figure.StackLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.robot.Motion;

/** A person reads what the model of the run on screen is, and what that of the next one will be. */
class ModelInWindowTest {
    /** As many layers as there may be, on images large enough for five digits. */
    private static final TrainingConfig DEEPEST = TrainingConfig.DEFAULT
            .withKind(ModelKind.TIED)
            .with(Setting.HIDDEN, HiddenLayer.dense(128, 64, 32, 16, 8, 4))
            .withLatent(2)
            .with(Setting.ENCODER, Activation.LEAKY_RELU);

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture =
            new WindowFixture(990, 720).loading((_, _) -> MadeUpImages.dataset(20, 120, 100));

    @Test
    void drawsTheModelOfTheRun() {
        open();
        assertThat(column(Texts::units)).containsExactly("12,000", "20", "12,000");
        assertThat(column(Texts::activation)).containsExactly("120 × 100", "Sigmoid", "Sigmoid");
        assertThat(column(Texts::parameters)).containsExactly("", "240,020", "252,000");
        assertThat(texts(".stack-total")).containsExactly("492,020 parameters");
        assertThat(find(".stack-saved").isVisible()).isFalse();

        set(DEEPEST);
        assertThat(column(Texts::units))
                .containsExactly(
                        "12,000", "128", "64", "32", "16", "8", "4", "2", "4", "8", "16", "32", "64", "128", "12,000");
        assertThat(column(Texts::activation)).contains("Leaky ReLU");
        assertThat(column(Texts::parameters)).as("a tied layer adds its bias").endsWith("64", "128", "12,000");
        assertThat(texts(".stack-saved").getFirst()).startsWith("1,546,920 saved");
        assertThat(figure().rows()).filteredOn(Row::shared).hasSize(7);
        assertThat(scroll().lookup(".stack").getAccessibleText()).contains("128 Leaky ReLU → 64");
    }

    @Test
    void staysWithTheRunOnScreenAndMarksWhatTheNextOneChanges() {
        open();
        fixture.train(1, config -> config);
        onFx(() -> fixture.window
                .model()
                .setSettings(fixture.window.model().settingsProperty().get().withLatent(3)));
        assertThat(column(Texts::units)).as("of the run").containsExactly("12,000", "20", "12,000");
        assertThat(texts(".stack-total")).containsExactly("492,020 parameters");
        assertThat(((TextArea) find("#summary")).getText())
                .contains("12000")
                .contains("20")
                .doesNotContain("=3,");
        assertThat(((Label) find("#summary-next")).getText())
                .isEqualTo("Run on screen. In the next run: Latent dimension 20 → 3");
        assertThat(scroll().lookup(".stack-caption").isVisible()).isFalse();

        onFx(() -> fixture.window.preferences().advancedShownProperty().set(true));
        onFx(this::layOut);
        Node coming = find("#advanced-settings").lookup(".stack");
        assertThat(coming.getAccessibleText()).contains("→ 3 Sigmoid");
        assertThat(((Label) coming.lookup(".stack-caption")).getText()).isEqualTo("Model of the next run");
    }

    @Test
    void tellsTheArraysOfTheLayerThatIsPointedAt() {
        open();
        onFx(this::layOut);
        StackDiagram diagram = (StackDiagram) scroll().lookup(".stack-diagram");
        for (int layer = 0; layer < 2; layer++) {
            double y = StackLayout.y(layer + 1);
            robot.moveTo(diagram, Pos.TOP_LEFT, new Point2D(diagram.getWidth() - 2, y), Motion.DEFAULT);
            String array = layer == 0 ? "encoder.weight" : "decoder.weight";
            until(array, () -> diagram.told().contains(array));
        }
        robot.moveTo("#show-summary");
        until("nothing told", () -> diagram.told().isEmpty());
    }

    /** That nothing lies on anything is tested without a window; here, that it fits its place. */
    @Test
    void hasRoomForTheDeepestModelInBothLanguages() {
        open();
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            onFx(() -> fixture.window.preferences().languageProperty().set(language));
            set(DEEPEST);
            onFx(() -> {
                layOut();
                StackDiagram diagram = (StackDiagram) scroll().lookup(".stack-diagram");
                assertThat(diagram.getHeight()).isGreaterThanOrEqualTo(StackLayout.heightFor(15));
                RecordingPen pen = new RecordingPen();
                diagram.figure().draw(pen);
                assertThat(pen.lines).hasSize(15).allSatisfy(bar -> {
                    assertThat(bar.places().get(0)).isPositive();
                    assertThat(bar.places().get(2)).isLessThan(diagram.getWidth());
                });
                assertThat(pen.texts).allSatisfy(text -> assertThat(text.x()).isBetween(0.0, diagram.getWidth()));
                assertThat(pen.words()).contains(language == Locale.ENGLISH ? "units" : "ユニット");
            });
        }
    }

    @Test
    void cutsNoLineOfTheSummary() {
        open();
        for (TrainingConfig config : List.of(
                TrainingConfig.DEFAULT,
                DEEPEST,
                Preset.HINTON_SALAKHUTDINOV.config().withKind(ModelKind.TIED))) {
            set(config);
            TextArea summary = find("#summary");
            onFx(() -> {
                layOut();
                Node content = summary.lookup(".content");
                for (String line : summary.getText().split("\n")) {
                    Text text = new Text(line);
                    text.setFont(summary.getFont());
                    assertThat(text.getLayoutBounds().getWidth())
                            .as(line)
                            .isLessThan(content.getLayoutBounds().getWidth());
                }
                assertThat(summary.lookupAll(".scroll-bar"))
                        .filteredOn(bar -> ((ScrollBar) bar).getOrientation() == Orientation.HORIZONTAL)
                        .noneMatch(Node::isVisible);
                assertThat(summary.getText().split("\\s+"))
                        .as("word for word")
                        .containsExactly(ModelSummary.text(Autoencoder.of(config, ImageShape.grey(120, 100)))
                                .split("\\s+"));
            });
        }
    }

    private void open() {
        until("ready", () -> fixture.window.model().history().size() == 1);
        robot.clickOn("#show-summary");
    }

    private void set(TrainingConfig config) {
        onFx(() -> fixture.window.model().startOver(config));
        until("its run", () -> fixture.run().config().equals(config));
    }

    private ScrollPane scroll() {
        return find("#model-scroll");
    }

    private void layOut() {
        fixture.stage.getScene().getRoot().applyCss();
        fixture.stage.getScene().getRoot().layout();
    }

    private StackFigure figure() {
        AtomicReference<StackFigure> figure = new AtomicReference<>();
        onFx(() -> {
            layOut();
            figure.set(((StackDiagram) scroll().lookup(".stack-diagram")).figure());
        });
        return figure.get();
    }

    /** What stands in a column of the drawing, from top to bottom. */
    private List<String> column(Function<Texts, String> column) {
        return figure().rows().stream().map(Row::texts).map(column).toList();
    }

    /** What stands in labels below the drawing, from top to bottom. */
    private List<String> texts(String selector) {
        AtomicReference<List<String>> texts = new AtomicReference<>();
        onFx(() -> texts.set(scroll().getContent().lookupAll(selector).stream()
                .map(Label.class::cast)
                .map(Label::getText)
                .toList()));
        return texts.get();
    }

    private <T extends Node> T find(String selector) {
        return fixture.find(selector);
    }
}
