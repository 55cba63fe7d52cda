package latentlab.view.main;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import latentlab.access.Room;
import latentlab.app.WindowFixture;
import latentlab.preferences.MapLayout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything has room in small windows and with large text, in both languages, whatever is unfolded. */
class RoomInWindowTest {
    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1280, 800);

    /** Width, height and text size where all is in sight without scrolling. */
    private static final Set<List<Integer>> WHOLE = Set.of(List.of(1024, 700, 100), List.of(1280, 800, 100));

    private void fire(String toggle) {
        fixture.<ToggleButton>find(toggle).fire();
    }

    private void arrange(MapLayout layout) {
        fixture.window.preferences().mapLayoutProperty().set(layout);
    }

    private void unfold(boolean unfolded) {
        fixture.window.preferences().advancedShownProperty().set(unfolded);
    }

    /** What the window can show, each as a change from the one before. */
    private Map<String, Runnable> shows() {
        Map<String, Runnable> shows = new LinkedHashMap<>();
        shows.put("epochs and reconstructions", () -> {});
        for (String panel : List.of("decode", "interpolate", "draw", "filters", "selection")) {
            shows.put(panel, () -> fire("#show-" + panel));
        }
        shows.put("the model", () -> fire("#show-summary"));
        shows.put("a large map", () -> arrange(MapLayout.LARGE));
        shows.put("three maps", () -> arrange(MapLayout.THREE));
        shows.put("advanced settings", () -> unfold(true));
        shows.put("one map again", () -> arrange(MapLayout.BESIDE));
        shows.put("advanced settings and filters", () -> fire("#show-filters"));
        shows.put("the library", () -> fire("#show-library"));
        shows.put("all of it folded", () -> {
            fire("#show-library");
            unfold(false);
            fire("#show-table");
            fire("#show-reconstruction");
        });
        return shows;
    }

    /**
     * The headless screen is 1000 high, and fails to paint what is lower. But text at 150 % on 1920 x 1080 has the room
     * of 1280 x 720 at 100 %, at 200 % that of 1440 x 810 at 150 %, and at 250 % that of 1536 x 864 at 200 %.
     */
    @ParameterizedTest
    @CsvSource({
        "1024, 700, 100",
        "960, 640, 100",
        "1280, 800, 100",
        "1280, 720, 100",
        "1280, 900, 125",
        "1280, 800, 150",
        "1280, 720, 167",
        "1440, 810, 150",
        "1536, 864, 200",
        "1280, 800, 250"
    })
    void nothingIsCutNorPushedOut(int width, int height, int size) {
        fixture.train(2, config -> config);
        fixture.untilMapped("#latent-map", 2);
        onFx(() -> {
            fixture.stage.setWidth(width);
            fixture.stage.setHeight(height);
            fixture.window.preferences().textSizeProperty().set(size);
        });
        List<String> faults = new ArrayList<>();
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            onFx(() -> fixture.window.preferences().languageProperty().set(language));
            shows().forEach((what, change) -> {
                onFx(change);
                until("shown", () -> true);
                onFx(() -> {
                    Parent root = fixture.stage.getScene().getRoot();
                    root.applyCss();
                    root.layout();
                    root.layout();
                    Consumer<String> fault = found -> faults.add(language + ", " + what + ": " + found);
                    Room.look(root, fault);
                    if (WHOLE.contains(List.of(width, height, size))) {
                        Room.lookWithoutScrolling(root, fault);
                    }
                });
            });
        }
        assertThat(faults).isEmpty();
    }
}
