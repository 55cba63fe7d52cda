package latentlab.access;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import latentlab.app.Hand;
import latentlab.app.WindowFixture;
import latentlab.data.digits.BuiltInDigits;
import latentlab.engine.settings.TrainingConfig;
import latentlab.preferences.MapLayout;
import latentlab.run.file.SavedRuns;
import latentlab.text.Progress;
import latentlab.view.PopOvers;

/** Everything of a window that can be opened, one after the other, so that a test can look at all of it. */
final class Places {
    private final WindowFixture fixture;
    private final Map<String, Runnable> openers = new LinkedHashMap<>();

    Places(WindowFixture fixture) {
        this.fixture = fixture;
        openers.put("main", () -> {});
        openers.put("settings unfolded", () -> preferences(true));
        openers.put("settings folded", () -> preferences(false));
        openers.put("model", () -> fire("#show-summary"));
        openers.put("epochs", () -> fire("#show-table"));
        openers.put("loss in panels", () -> fire("#loss-threePanels"));
        for (String panel : new String[] {"decode", "interpolate", "draw", "filters", "selection", "reconstruction"}) {
            openers.put(panel, () -> fire("#show-" + panel));
        }
        openers.put("one large map", () -> maps(MapLayout.LARGE));
        openers.put("three maps", () -> maps(MapLayout.THREE));
        openers.put("map beside", () -> maps(MapLayout.BESIDE));
        for (String card : new String[] {
            "#help",
            "#hearing",
            "#timeline-speed",
            "#timeline-bookmark",
            "#images-open",
            "#reconstruction-look",
            "#data-counts"
        }) {
            openers.put("card of " + card, () -> fire(card));
        }
        openers.put("card of an image enlarged", () -> inGrid(KeyCode.ENTER, "#enlarged-pixels"));
        openers.put("card that puts another image in its place", () -> inGrid(KeyCode.DIGIT3, "#column-image"));
        openers.put("presentation", () -> {
            Hand.ONLY.strike(KeyCode.F11);
            until("presented", () -> fixture.find("#presentation").isVisible() && fixture.stage.isFullScreen());
        });
        openers.put("lessons", () -> Hand.ONLY.strike(KeyCode.SHIFT, KeyCode.F1));
        openers.put("settings in place of lessons", () -> Hand.ONLY.strike(KeyCode.SHIFT, KeyCode.F1));
        openers.put("window of the glossary", () -> opens(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F1));
        openers.put("window of one step", () -> {
            opens(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
            // What the optimiser knew is worked out meanwhile, with a button that goes when it is.
            until("worked out", () -> {
                Scene scene = holding("#step-copy");
                return scene != null
                        && !scene.lookup("#step-copy").isDisabled()
                        && !scene.lookup(".step-memory").isVisible();
            });
        });
        openers.put("library", () -> {
            save("first", 1);
            save("second", 2);
            fire("#show-library");
            until("listed", () -> listed() >= 2);
        });
        openers.put("comparison", () -> {
            all("#library-compare");
            until("compared", () -> fixture.find("#comparison").isVisible());
        });
        openers.put("runs side by side", () -> {
            fire("#comparison-back");
            all("#library-beside");
            until("opened", () -> fixture.find("#beside-state-2") != null);
        });
        openers.put("library again", () -> fire("#beside-back"));
        openers.put("sweeps", () -> fire("#library-sweeps"));
        openers.put("export dialogue", () -> {
            Hand.ONLY.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
            until(
                    "open",
                    () -> holding("#export-dialogue") != null
                            && holding("#export-dialogue")
                                    .lookup("#export-play")
                                    .isVisible());
        });
    }

    /**
     * @param only the place to open; empty for all of them
     * @param look is told what is open, and is given the scene that it is in
     */
    void each(String only, Look look) {
        fixture.train(2, UnaryOperator.identity());
        fixture.untilMapped("#latent-map", 2);
        openers.forEach((place, open) -> {
            if (!only.isEmpty() && !only.equals(place)) {
                return;
            }
            open.run();
            onFx(() -> {
                fixture.stage.getScene().getRoot().applyCss();
                fixture.stage.getScene().getRoot().layout();
            });
            Scene scene = scene(place);
            until(
                    "all seen of " + place,
                    () -> scene.getRoot().getChildrenUnmodifiable().stream().allMatch(each -> each.getOpacity() == 1));
            look.at(place, scene);
            onFx(() -> close(place, scene));
        });
    }

    interface Look {
        void at(String place, Scene scene);
    }

    private Scene scene(String place) {
        AtomicReference<Scene> scene = new AtomicReference<>();
        onFx(() -> scene.set(
                place.startsWith("card") || place.startsWith("window")
                        ? Window.getWindows().getLast().getScene()
                        : place.equals("export dialogue") ? holding("#export-dialogue") : fixture.stage.getScene()));
        return scene.get();
    }

    private static Scene holding(String selector) {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene.lookup(selector) != null)
                .findFirst()
                .orElse(null);
    }

    private void close(String place, Scene scene) {
        PopOvers.hideAll();
        if (place.equals("presentation")) {
            fire("#present-leave");
        }
        if (place.startsWith("window")) {
            scene.getWindow().hide();
        }
    }

    private static void opens(KeyCode... keys) {
        int before = Window.getWindows().size();
        Hand.ONLY.strike(keys);
        until("open", () -> Window.getWindows().size() > before);
    }

    /** Has the grid open a card for the image in its first column. */
    private void inGrid(KeyCode key, String opened) {
        onFx(() -> fixture.find("#reconstruction-grid").requestFocus());
        Hand.ONLY.strike(KeyCode.HOME);
        Hand.ONLY.strike(key);
        until("open", () -> holding(opened) != null);
    }

    private void save(String name, int epochs) {
        try {
            Path runs = Files.createDirectories(fixture.folder.resolve("runs"));
            TrainingConfig config = TrainingConfig.DEFAULT.withLatent(2).withBatch(100);
            SavedRuns.train(
                    runs.resolve(name + ".latentlab"), BuiltInDigits.create(Progress.NONE), config.withEpochs(epochs));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private int listed() {
        return fixture.<ListView<?>>find("#library-runs").getItems().size();
    }

    /** Selects all runs of the library, and does something with them. */
    private void all(String button) {
        onFx(() ->
                fixture.<ListView<?>>find("#library-runs").getSelectionModel().selectAll());
        until("can", () -> !fixture.find(button).isDisabled());
        fire(button);
    }

    private void preferences(boolean unfolded) {
        onFx(() -> fixture.window.preferences().advancedShownProperty().set(unfolded));
    }

    private void maps(MapLayout layout) {
        onFx(() -> fixture.window.preferences().mapLayoutProperty().set(layout));
    }

    private void fire(String button) {
        Node node = fixture.find(button);
        if (!(node instanceof ButtonBase each)) {
            throw new AssertionError(button + " is " + node);
        }
        onFx(each::fire);
    }
}
