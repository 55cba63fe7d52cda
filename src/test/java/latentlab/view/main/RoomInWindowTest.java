package latentlab.view.main;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import latentlab.app.WindowFixture;
import latentlab.preferences.MapLayout;
import latentlab.view.Toolbar;
import latentlab.view.paint.FigureCanvas;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything has room in small windows and with large text, in both languages, whatever is unfolded. */
class RoomInWindowTest {
    /** In points: less is no map. */
    private static final double LEAST_MAP = 200;
    /** In points: a higher bar has more rows, which the views would lack. */
    private static final double ONE_ROW = 60;

    @RegisterExtension
    private final WindowFixture fixture = new WindowFixture(1280, 800);

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

    /** The headless screen is no larger, but text at 150 % on 1920 x 1080 has the room of 1280 x 720 at 100 %. */
    @ParameterizedTest
    @CsvSource({"1024, 700, 100", "1280, 800, 100", "1280, 720, 100", "1280, 900, 125"})
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
                    look(root, fault -> faults.add(language + ", " + what + ": " + fault));
                });
            });
        }
        assertThat(faults).isEmpty();
    }

    private static void look(Node node, java.util.function.Consumer<String> fault) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            lookAtText(labeled, fault);
        }
        if (node.getId() != null && node.getId().matches("latent-map(-[23])?")) {
            double high = node.getLayoutBounds().getHeight();
            if (high < LEAST_MAP) {
                fault.accept(node.getId() + " is " + high + " high");
            }
        }
        if (node instanceof Toolbar bar && bar.getStyleClass().contains("window-bar") && bar.getHeight() > ONE_ROW) {
            fault.accept("the bar is " + bar.getHeight() + " high");
        }
        if ((node instanceof Control || node instanceof FigureCanvas) && !(node.getParent() instanceof Control)) {
            lookAtPlace(node, fault);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, fault));
        }
    }

    private static void lookAtText(Labeled labeled, java.util.function.Consumer<String> fault) {
        if (labeled.lookup(".text") instanceof Text painted) {
            if (!painted.getText().equals(labeled.getText()) && !shortened(labeled)) {
                fault.accept("“" + labeled.getText() + "” as “" + painted.getText() + "”");
            }
            double missing = painted.getLayoutBounds().getHeight() - labeled.getHeight();
            if (missing > 1) {
                fault.accept("“" + labeled.getText() + "”, " + missing + " too low for it");
            }
        }
    }

    /** Names that users give may be of any length: what is shown of them has the whole in a tooltip. */
    private static boolean shortened(Labeled labeled) {
        return labeled.getStyleClass().contains("run-line")
                || labeled.getStyleClass().contains("run-name");
    }

    /** Within what it is in, up to what scrolls or the window: there it would be seen, or come into sight. */
    private static void lookAtPlace(Node node, java.util.function.Consumer<String> fault) {
        // The bar that scrolls advanced settings stands in the margin of its panel.
        if (!node.isManaged() || node.getLayoutBounds().isEmpty() || "advanced-settings".equals(node.getId())) {
            return;
        }
        Bounds place = node.localToScene(node.getLayoutBounds());
        for (Parent around = node.getParent(); around != null; around = around.getParent()) {
            if (scrolls(around) || around.getStyleClass().contains("clipped-container")) {
                return;
            }
            boolean holds = around instanceof Region && around.getParent() != null;
            Bounds room = around.localToScene(around.getLayoutBounds());
            Point2D out = new Point2D(
                    Math.max(room.getMinX() - place.getMinX(), place.getMaxX() - room.getMaxX()),
                    Math.max(room.getMinY() - place.getMinY(), place.getMaxY() - room.getMaxY()));
            if (holds && Math.max(out.getX(), out.getY()) > 1.5) {
                fault.accept(name(node) + " is " + out.getX() + ", " + out.getY() + " out of " + name(around));
                return;
            }
        }
    }

    /** Whether it is what a scroll pane shows its content through. */
    private static boolean scrolls(Parent node) {
        return node instanceof ScrollPane || node.getClass().getName().contains("ScrollPaneSkin");
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName()
                + (node.getId() == null ? "" : "#" + node.getId())
                + "." + String.join(".", node.getStyleClass())
                + (node instanceof Labeled labeled ? " “" + labeled.getText() + "”" : "");
    }
}
