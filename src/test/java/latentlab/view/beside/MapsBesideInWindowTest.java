package latentlab.view.beside;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.data.digits.BuiltInDigits;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.file.SavedRuns;
import latentlab.session.Selection.Mode;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the map of the run on screen says, maps side by side say too. */
class MapsBesideInWindowTest {
    @RegisterExtension
    final WindowFixture fixture = new WindowFixture(1000, 800);

    private final Hand robot = Hand.ONLY;

    /** Two runs, of which one has units that do not tell images apart. */
    private void openBoth() throws Exception {
        Path runs = Files.createDirectories(fixture.folder.resolve("runs"));
        TrainingConfig config =
                TrainingConfig.DEFAULT.withLatent(2).withBatch(100).withEpochs(2);
        SavedRuns.train(
                runs.resolve("stuck.latentlab"),
                BuiltInDigits.create(Progress.NONE),
                config.with(Setting.SPARSITY, 1.0)
                        .with(Setting.CODE, Activation.RELU)
                        .withBatch(16));
        // Not between 0 and 1, where codes lie close together before they have learnt much.
        SavedRuns.train(
                runs.resolve("other.latentlab"),
                BuiltInDigits.create(Progress.NONE),
                config.with(Setting.CODE, Activation.LINEAR));
        robot.strike(KeyCode.CONTROL, KeyCode.B);
        ListView<?> list = fixture.find("#library-runs");
        until("listed", () -> list.getItems().size() == 2);
        onFx(() -> list.getSelectionModel().selectAll());
        robot.clickOn("#library-beside");
        until("shown", () -> state(1).startsWith("Epoch 2") && state(2).startsWith("Epoch 2"));
    }

    private String state(int place) {
        Label state = fixture.find("#beside-state-" + place);
        return state == null ? "" : state.getText();
    }

    private String told(String what, int place) {
        return String.valueOf(fixture.find("#beside-" + what + "-" + place).getAccessibleText());
    }

    @Test
    void eachSaysWhatItShows() throws Exception {
        openBoth();
        until("images", () -> told("samples", 1).contains("test images, each over its reconstruction: errors from"));
        robot.strike(KeyCode.F);
        until("filters", () -> told("filters", 1).contains("2 units, "));
        robot.strike(KeyCode.M);
        until(
                "maps",
                () -> told("map", 1).contains("unit 1 along x and unit 2 along y")
                        && told("map", 2).contains("unit 1 along x and unit 2 along y"));
        int stuck = state(1).contains("2 of 2 units stuck") ? 1 : 2;
        assertThat(state(stuck)).endsWith("\n2 of 2 units stuck");
        assertThat(told("map", stuck)).contains("2 of 2 units are stuck: all test images have nearly the same code.");
        onFx(() -> {
            Label hint = (Label) fixture.find("#beside-map-" + stuck).lookup("#beside-hint");
            assertThat(hint.isVisible()).isTrue();
            assertThat(hint.getText()).startsWith("2 of 2 units are stuck");
            assertThat(hint.getWidth()).isPositive();
            Region map = (Region) hint.getParent();
            assertThat(hint.getBoundsInParent().getMaxY())
                    .as("above the name of the lower axis")
                    .isLessThan(Math.min(map.getHeight(), 1.2 * map.getWidth()) - 20);
        });
    }

    /** @return how much there is on the ground of each map */
    private double[] ink() {
        return IntStream.rangeClosed(1, 2)
                .mapToDouble(place -> {
                    WritableImage picture = fixture.picture("#beside-map-" + place);
                    Color ground = picture.getPixelReader().getColor(0, (int) picture.getHeight() - 1);
                    double ink = 0;
                    for (int y = 0; y < picture.getHeight(); y++) {
                        for (int x = 0; x < picture.getWidth(); x++) {
                            Color there = picture.getPixelReader().getColor(x, y);
                            ink += Math.abs(there.getRed() - ground.getRed())
                                    + Math.abs(there.getGreen() - ground.getGreen())
                                    + Math.abs(there.getBlue() - ground.getBlue());
                        }
                    }
                    return ink;
                })
                .toArray();
    }

    @Test
    void whatIsSelectedStandsOutThereToo() throws Exception {
        openBoth();
        robot.strike(KeyCode.M);
        until("maps", () -> told("map", 1).contains("along x") && told("map", 2).contains("along x"));
        double[] all = ink();
        onFx(() -> {
            assertThat(fixture.window.selection().dataset()).isNotNull();
            fixture.window.selection().select(Mode.REPLACE, 1, 2, 3);
        });
        double[] three = ink();
        onFx(() -> fixture.window.selection().isolate(true));
        double[] alone = ink();
        onFx(() -> fixture.window.selection().isolate(false));
        double[] again = ink();
        int spread = state(1).contains("units stuck") ? 1 : 0;
        assertThat(three[spread]).as("others are faint").isLessThan(0.9 * all[spread]);
        assertThat(alone[spread]).as("others are gone").isLessThan(0.9 * three[spread]);
        assertThat(again).as("and back").isEqualTo(three);
        assertThat(fixture.complaints).isEmpty();
    }
}
