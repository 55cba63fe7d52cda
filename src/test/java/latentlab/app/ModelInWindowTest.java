package latentlab.app;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;
import latentlab.MadeUpImages;
import latentlab.data.ImageShape;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.ModelSummary;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Preset;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person reads what the model is that the settings come to. */
class ModelInWindowTest {
    /** As many layers as there may be, on images large enough for five digits. */
    private static final TrainingConfig DEEPEST = TrainingConfig.DEFAULT
            .withKind(ModelKind.TIED)
            .with(Setting.HIDDEN, List.of(128, 64, 32, 16, 8, 4))
            .withLatent(2)
            .with(Setting.ENCODER, Activation.LEAKY_RELU);

    private final Hand robot = new Hand();

    @RegisterExtension
    private final WindowFixture fixture =
            new WindowFixture(990, 720).loading((_, _) -> MadeUpImages.dataset(20, 120, 100));

    @Test
    void drawsTheModelThatTheSettingsDescribe() {
        open();
        assertThat(texts(".stack-size")).containsExactly("12,000", "20", "12,000");
        assertThat(texts(".stack-activation")).containsExactly("120 × 100", "Sigmoid", "Sigmoid");
        assertThat(texts(".stack-parameters")).containsExactly("", "240,020", "252,000");
        assertThat(texts(".stack-total")).containsExactly("492,020 parameters");
        assertThat(find(".stack-saved").isVisible()).isFalse();

        set(DEEPEST);
        assertThat(texts(".stack-size"))
                .containsExactly(
                        "12,000", "128", "64", "32", "16", "8", "4", "2", "4", "8", "16", "32", "64", "128", "12,000");
        assertThat(texts(".stack-activation")).contains("Leaky ReLU");
        assertThat(texts(".stack-parameters")).as("a tied layer adds its bias").endsWith("64", "128", "12,000");
        assertThat(texts(".stack-saved").getFirst()).startsWith("1,546,920 saved");
        assertThat(scroll().lookupAll(".stack-bracket")).hasSize(7);
        assertThat(scroll().lookup(".stack").getAccessibleText()).contains("128 Leaky ReLU → 64");
    }

    @Test
    void drawsTheDeepestModelWithoutOverlap() {
        open();
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            onFx(() -> fixture.window.preferences().languageProperty().set(language));
            set(DEEPEST);
            onFx(() -> {
                layOut();
                Node stack = scroll().lookup(".stack");
                Bounds room = stack.localToScene(stack.getLayoutBounds());
                List<Node> drawn = new ArrayList<>(stack.lookupAll(".stack-text"));
                stack.lookupAll(".stack-units-bar").forEach(drawn::add);
                assertThat(drawn).hasSize(3 + 3 * 15 + 13);
                for (Node node : drawn) {
                    Bounds place = node.localToScene(node.getLayoutBounds());
                    assertThat(room.contains(place)).as("%s has room", node).isTrue();
                    for (Node other : drawn) {
                        assertThat(node != other
                                        && place.getWidth() > 0
                                        && other.localToScene(other.getLayoutBounds())
                                                .intersects(place))
                                .as("%s on %s", node, other)
                                .isFalse();
                    }
                }
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
    }

    private ScrollPane scroll() {
        return find("#model-scroll");
    }

    private void layOut() {
        fixture.stage.getScene().getRoot().applyCss();
        fixture.stage.getScene().getRoot().layout();
    }

    /** What stands in the summary's drawing, from top to bottom. */
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
