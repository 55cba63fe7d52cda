package latentlab.view.reconstruction;

import atlantafx.base.theme.Styles;
import java.util.function.IntConsumer;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import latentlab.view.Buttons;
import latentlab.view.PopOvers;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.Tip;
import org.controlsfx.control.PopOver;

/** One image of the grid, large, with its error over the epochs. Stays while one is busy at grid or timeline. */
final class EnlargedCard extends VBox {
    final Label title = new Label();
    final PixelPane pixels;
    /** What is to be said of the pixel that is pointed at. */
    final Label readout = new Label();

    final Label error = new Label();
    final ErrorCurve curve;
    private final PopOver popOver = PopOvers.of(this, PopOver.ArrowLocation.BOTTOM_CENTER);
    private final EventHandler<MouseEvent> elsewhere = this::pressElsewhere;
    private Scene around;

    EnlargedCard(Texts texts, ThemeColours colours, IntConsumer go) {
        getStyleClass().add("enlarged-card");
        title.setId("enlarged-title");
        readout.setId("enlarged-readout");
        readout.getStyleClass().add(Styles.TEXT_SMALL);
        error.setId("enlarged-error");
        error.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        pixels = new PixelPane(texts, colours);
        curve = new ErrorCurve(texts, colours, go);
        Tooltip hint = new Tip();
        hint.textProperty().bind(texts.bind("view.reconstruction.enlarged.curve.help"));
        Tooltip.install(curve, hint);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        Button in = button("in", "+", texts);
        in.setOnAction(_ -> pixels.zoom(true));
        Button out = button("out", "−", texts);
        out.setOnAction(_ -> pixels.zoom(false));
        Button close = Buttons.icon(button("close", "", texts), "icon-remove");
        close.setOnAction(_ -> hide());
        HBox head = new HBox(title, between, out, in, close);
        head.getStyleClass().add("playback-row");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, pixels, readout, error, curve);
        // A click into timeline or grid is meant for them, and not to close the card.
        popOver.setAutoHide(false);
        popOver.setHideOnEscape(true);
        popOver.setOnShown(_ -> pixels.requestFocus());
        popOver.setOnHidden(_ -> leave());
    }

    private static Button button(String id, String sign, Texts texts) {
        Button button = Buttons.named(new Button(sign), texts.bind("view.reconstruction.enlarged." + id + ".help"));
        button.setId("enlarged-" + id);
        button.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void pressElsewhere(MouseEvent event) {
        for (Node node = (Node) event.getTarget(); node != null; node = node.getParent()) {
            if (node instanceof ImageGrid || node.getStyleClass().contains("timeline")) {
                return;
            }
        }
        hide();
    }

    boolean showing() {
        return popOver.isShowing();
    }

    void show(Node owner, Point2D above) {
        popOver.hide(Duration.ZERO);
        around = owner.getScene();
        around.addEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
        popOver.show(owner, above.getX(), above.getY());
    }

    /** At once: while it fades, it would take keys that are meant for the window. */
    void hide() {
        popOver.hide(Duration.ZERO);
    }

    private void leave() {
        if (around != null) {
            around.removeEventFilter(MouseEvent.MOUSE_PRESSED, elsewhere);
            around = null;
        }
    }
}
