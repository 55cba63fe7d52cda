package latentlab.view.words;

import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import latentlab.view.OwnedWindow;
import latentlab.view.ViewContext;

/** A window beside the main one, in its looks, that Escape closes and that may stay open while one goes on. */
public final class SideWindow {
    private static final double MIN_WIDTH = 560;
    private static final double MIN_HEIGHT = 400;

    private final Region content;
    private final OwnedWindow window;

    /** @param title key of what stands above it */
    public SideWindow(ViewContext context, Region content, String title, double width, double height) {
        this.content = content;
        content.getStyleClass().addAll("main", "side-window");
        // Less than the window at least: its frame takes some of that.
        content.setMinSize(MIN_WIDTH - 20, MIN_HEIGHT - 60);
        window = new OwnedWindow(context, content, title, width, height, MIN_WIDTH, MIN_HEIGHT);
    }

    /** Shows it, or brings it to the front. @param owner the main window */
    public void show(Window owner) {
        Stage stage = window.stage(owner);
        stage.getScene().setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.hide();
                event.consume();
            }
        });
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    public boolean isShowing() {
        return window.isShowing();
    }

    /** @param action run whenever it is closed */
    public void onHidden(Runnable action) {
        content.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.windowProperty().subscribe(window -> {
                    if (window != null) {
                        window.setOnHidden(_ -> action.run());
                    }
                });
            }
        });
    }
}
