package latentlab.access;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.TableHeaderRow;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import latentlab.view.Toolbar;
import latentlab.view.Zoomed;
import latentlab.view.paint.FigureCanvas;

/** Whether everything has room: no words are cut, and nothing is pushed out of what it is in. */
public final class Room {
    /** In points down, in those of the screen across, where large text leaves three maps less: less is no map. */
    private static final double LEAST_MAP = 200;
    /** In points: a higher bar has more rows, which the views would lack. */
    private static final double ONE_ROW = 60;
    /** In points: in a narrower window, the bar has as many rows as it needs. */
    private static final double ONE_ROW_WIDE = 1000;

    /** In points: less than this is missing beside a bar that scrolls up and down. */
    private static final double SCROLL_BAR = 20;

    private static final List<String> MAIN_PARTS = List.of("#charts", ".replay", ".replay .timeline", "#status");

    private Room() {}

    /** @param fault is told what is cut or out of place in a node and what is in it, once laid out */
    public static void look(Node node, Consumer<String> fault) {
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
            double across = node.getLayoutBounds().getWidth() * Zoomed.of(node);
            if (Math.min(high, across) < LEAST_MAP) {
                fault.accept(node.getId() + " is " + across + " on the screen, " + high + " high");
            }
        }
        boolean wide = node.getLayoutBounds().getWidth() >= ONE_ROW_WIDE;
        if (node instanceof Toolbar bar
                && wide
                && bar.getStyleClass().contains("window-bar")
                && bar.getHeight() > ONE_ROW) {
            fault.accept("the bar is " + bar.getHeight() + " high");
        }
        if (node instanceof ScrollPane pane && pane.getContent() != null) {
            double missing = pane.getContent().getLayoutBounds().getWidth()
                    - pane.getViewportBounds().getWidth();
            if (missing > 1 && missing < SCROLL_BAR) {
                fault.accept(name(pane) + " is to be scrolled sideways by the " + missing + " that its bar takes");
            }
        }
        if ((node instanceof Control || node instanceof FigureCanvas) && !(node.getParent() instanceof Control)) {
            lookAtPlace(node, fault);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, fault));
        }
    }

    /**
     * Looks more strictly, at a window's content: nothing is to be scrolled to be seen, and its main parts are wholly
     * in sight, unless they are hidden. What scrolls by itself may: a table, the advanced settings, a lesson's page.
     */
    public static void lookWithoutScrolling(Parent root, Consumer<String> fault) {
        root.lookupAll(".scrolled").stream()
                .filter(Room::shown)
                .map(ScrollPane.class::cast)
                .forEach(pane -> {
                    Bounds room = pane.getViewportBounds();
                    Bounds content = pane.getContent().getLayoutBounds();
                    Point2D missing =
                            new Point2D(content.getWidth() - room.getWidth(), content.getHeight() - room.getHeight());
                    if (Math.max(missing.getX(), missing.getY()) > 1) {
                        fault.accept(name(pane) + " around " + name(pane.getContent()) + " lacks " + missing.getX()
                                + ", " + missing.getY());
                    }
                });
        Bounds window = root.localToScene(root.getLayoutBounds());
        for (String selector : MAIN_PARTS) {
            root.lookupAll(selector).stream().filter(Room::shown).forEach(node -> {
                Bounds place = node.localToScene(node.getLayoutBounds());
                Point2D out = out(place, window);
                if (Math.max(out.getX(), out.getY()) > 1.5) {
                    fault.accept(name(node) + " is " + out.getX() + ", " + out.getY() + " out of the window");
                }
            });
        }
    }

    private static boolean shown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void lookAtText(Labeled labeled, Consumer<String> fault) {
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

    /** Names that users give may be of any length: their whole is in a tooltip. So is that of t-SNE's line. */
    private static boolean shortened(Labeled labeled) {
        if (labeled.getId() != null && labeled.getId().startsWith("tsne-progress")) {
            return true;
        }
        return Stream.of("run-line", "run-name", "beside-label").anyMatch(labeled.getStyleClass()::contains);
    }

    /** Within what it is in, up to what scrolls or the window: there it would be seen, or come into sight. */
    private static void lookAtPlace(Node node, Consumer<String> fault) {
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
            Point2D out = out(place, room);
            if (holds && Math.max(out.getX(), out.getY()) > 1.5) {
                fault.accept(name(node) + " is " + out.getX() + ", " + out.getY() + " out of " + name(around));
                return;
            }
        }
    }

    /** @return how far a place is out of a room, across and down */
    private static Point2D out(Bounds place, Bounds room) {
        return new Point2D(
                Math.max(room.getMinX() - place.getMinX(), place.getMaxX() - room.getMaxX()),
                Math.max(room.getMinY() - place.getMinY(), place.getMaxY() - room.getMaxY()));
    }

    /** Whether it is what a scroll pane, or a table, shows its content through. */
    private static boolean scrolls(Parent node) {
        // The heads of a table's columns follow its bar.
        return node instanceof ScrollPane
                || node instanceof TableHeaderRow
                || node.getClass().getName().contains("ScrollPaneSkin");
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName()
                + (node.getId() == null ? "" : "#" + node.getId())
                + "." + String.join(".", node.getStyleClass())
                + (node instanceof Labeled labeled ? " “" + labeled.getText() + "”" : "");
    }
}
