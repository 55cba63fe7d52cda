package latentlab.view.main;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import latentlab.MadeUpImages;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.data.Dataset;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Preset;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.Export;
import latentlab.preferences.MapLayout;
import latentlab.run.file.SavedRuns;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What takes the place of the views, or opens beside them, has room with a small window, in both languages. */
class RoomOfPlacesTest {
    /** In points: two lines of small text. A third would lie on the name of the axis. */
    private static final double TWO_LINES = 38;

    private static final Dataset DATA = MadeUpImages.dataset(200, 12, 12);

    private final Hand robot = Hand.ONLY;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1024, 700).loading((_, _) -> DATA);

    private final RoomSurvey survey = new RoomSurvey(fixture);

    private void fire(String id) {
        onFx(() -> fixture.<ButtonBase>find(id).fire());
    }

    private void save(String name, TrainingConfig config) throws Exception {
        Path runs = Files.createDirectories(fixture.folder.resolve("runs"));
        SavedRuns.train(runs.resolve(name + ".latentlab"), DATA, config.withEpochs(1));
    }

    /** The room of the second is that of 1920 x 1080 at 250 %, see {@link RoomInWindowTest}. */
    @ParameterizedTest
    @CsvSource({"1024, 700, 100", "1536, 864, 200"})
    void savedRunsAndSweepsHaveRoom(int width, int height, int size) throws Exception {
        survey.resize(width, height, size);
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(2).withBatch(100);
        save("one", config);
        save("two", config.withKind(ModelKind.TIED));
        save("three", config.with(Setting.HIDDEN, HiddenLayer.dense(64, 32)).with(Setting.ENCODER, Activation.ELU));
        save("four", config.withLatent(10));
        robot.strike(KeyCode.CONTROL, KeyCode.B);
        ListView<?> list = fixture.find("#library-runs");
        until("listed", () -> list.getItems().size() == 4);
        onFx(() -> list.getSelectionModel().selectAll());
        survey.lookInBoth("the library");
        fire("#library-beside");
        until(
                "side by side",
                () -> fixture.find("#beside-state-4") instanceof Label label
                        && !label.getText().isEmpty());
        for (String shows : List.of("grid", "map", "filters")) {
            fire("#beside-" + shows);
            survey.lookInBoth("side by side: " + shows);
        }
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        until("a sweep's form", () -> fixture.find("#sweep-form").isVisible());
        survey.lookInBoth("a sweep's form");
        fire("#sweep-preset-small");
        for (int i = 0; i < 4; i++) {
            fire("#sweep-add");
        }
        survey.lookInBoth("a sweep of many settings");
        assertThat(survey.faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1024, 700, 100", "1536, 864, 200"})
    void mapsSideBySidePresetsAndTheExportDialogueHaveRoom(int width, int height, int size) {
        fixture.train(2, config -> config);
        survey.resize(width, height, size);
        onFx(() -> fixture.window.preferences().mapLayoutProperty().set(MapLayout.THREE));
        until(
                "the quality",
                () -> !fixture.<Node>find("#map-quality-2").getAccessibleText().isEmpty());
        for (Locale language : RoomSurvey.LANGUAGES) {
            survey.speak(language);
            survey.look(fixture.stage.getScene(), language + ", three maps");
            onFx(() -> {
                double high = fixture.<Region>find("#map-quality-2").getHeight();
                if (high > TWO_LINES) {
                    survey.faults.add(language + ", three maps: the quality is " + high + " high");
                }
            });
        }
        for (Locale language : RoomSurvey.LANGUAGES) {
            survey.speak(language);
            robot.clickOn("#presets");
            until("the presets", () -> robot.lookup("#preset-start").tryQuery().isPresent());
            for (Preset each : Preset.values()) {
                ToggleButton choice = robot.lookup("#preset-" + each.name().toLowerCase(Locale.ROOT))
                        .query();
                onFx(choice::fire);
                survey.look(choice.getScene(), language + ", " + each);
            }
            robot.strike(KeyCode.ESCAPE);
            until("closed", () -> robot.lookup("#preset-start").tryQuery().isEmpty());
        }
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        until("the dialogue", () -> robot.lookup("#export-dialogue").tryQuery().isPresent());
        ListView<Export> formats = robot.lookup("#export-formats").query();
        for (Locale language : RoomSurvey.LANGUAGES) {
            survey.speak(language);
            for (Export each : List.copyOf(formats.getItems())) {
                onFx(() -> {
                    formats.scrollTo(each);
                    formats.getSelectionModel().select(each);
                });
                survey.look(formats.getScene(), language + ", " + each.id());
            }
        }
        assertThat(survey.faults).isEmpty();
    }
}
