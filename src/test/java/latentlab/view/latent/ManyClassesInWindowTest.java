package latentlab.view.latent;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Screen;
import latentlab.MadeUpImages;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.view.Zoomed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sixty-two classes on the map: more than there is room for side by side. */
class ManyClassesInWindowTest {
    private static final int CLASSES = 62;
    private static final int BESIDE_LIST = 12;

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(990, 720).loading((_, _) -> dataset());

    private static Dataset dataset() {
        Dataset images = MadeUpImages.dataset(1_200, 10, 10);
        List<String> names =
                IntStream.range(0, CLASSES).mapToObj(i -> "Kind " + i).toList();
        return new Dataset(images.name(), images.origin(), labelled(images.train()), labelled(images.test()), names);
    }

    private static ImageSet labelled(ImageSet images) {
        int[] labels = new int[images.count()];
        Arrays.setAll(labels, i -> i % CLASSES);
        return new ImageSet(images.count(), images.shape(), images.pixels(), labels);
    }

    @BeforeEach
    void train() {
        fixture.train(1, config -> config.withLatent(3));
        fixture.untilMapped("#latent-map", 1);
    }

    private void openList() {
        robot.clickOn("#class-more");
        until("the list", () -> robot.lookup("#classes").tryQuery().isPresent());
    }

    private ListView<Integer> list() {
        return robot.lookup("#classes").query();
    }

    private List<Integer> shown() {
        return IntStream.range(0, BESIDE_LIST)
                .filter(label -> fixture.<ToggleButton>find("#class-" + label).isSelected())
                .boxed()
                .toList();
    }

    @Test
    void theLegendSaysHowManyMoreThereAreAndListsThemAll() {
        assertThat(fixture.<Button>find("#class-more").getText()).isEqualTo("and 50 more…");
        openList();
        assertThat(list().getItems()).hasSize(CLASSES).startsWith(0, 1, 2);
        onFx(() -> fixture.window.preferences().languageProperty().set(Locale.JAPANESE));
        assertThat(fixture.<Button>find("#class-more").getText()).contains("50");
    }

    @Test
    void theLegendOfAPresentationIsWholeAndLegible() {
        robot.strike(KeyCode.F11);
        until(
                "presented",
                () -> fixture.stage.isFullScreen()
                        && fixture.find("#presentation").isVisible());
        double height = Screen.getPrimary().getBounds().getHeight();
        onFx(() -> {
            fixture.stage.getScene().getRoot().applyCss();
            fixture.stage.getScene().getRoot().layout();
            Region legend = fixture.find("#latent-legend");
            List<Labeled> chips = legend.getChildrenUnmodifiable().stream()
                    .map(Labeled.class::cast)
                    .toList();
            assertThat(chips).hasSize(BESIDE_LIST + 1);
            for (Labeled chip : chips) {
                Text painted = (Text) chip.lookup(".text");
                assertThat(painted.getText()).isEqualTo(chip.getText());
                assertThat(painted.getFont().getSize() * Zoomed.of(chip)).isGreaterThan(0.0215 * height);
                assertThat(chip.getBoundsInParent().getMaxY()).isLessThanOrEqualTo(legend.getHeight() + 1);
            }
        });
        robot.strike(KeyCode.ESCAPE);
        until("left", () -> !fixture.stage.isFullScreen());
    }

    @Test
    void classesAreFoundByNameInAnyCaseAndWidthAndHiddenOnTheMap() {
        WritableImage all = fixture.picture("#latent-map");
        openList();
        TextField search = robot.lookup("#class-search").query();
        onFx(() -> search.setText("ＫＩＮＤ 5"));
        assertThat(list().getItems()).containsExactly(5, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59);
        robot.clickOn("#classes-none");
        until("hidden", () -> !shown().contains(5));
        assertThat(shown()).hasSize(BESIDE_LIST - 1);
        until("fewer points", () -> !WindowFixture.samePixels(all, fixture.snapshot("#latent-map")));
        robot.clickOn("#classes-all");
        until("shown", () -> shown().contains(5));

        onFx(() -> search.setText("no such"));
        assertThat(list().getItems()).isEmpty();
    }

    @Test
    void theSpaceBarHidesTheClassThatIsSelected() {
        openList();
        onFx(() -> {
            list().requestFocus();
            list().getSelectionModel().select((Integer) 3);
        });
        robot.strike(KeyCode.SPACE);
        until("hidden", () -> !shown().contains(3));
        robot.strike(KeyCode.SPACE);
        until("shown", () -> shown().contains(3));
    }
}
