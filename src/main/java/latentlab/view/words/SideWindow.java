package latentlab.view.words;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import latentlab.preferences.Theme;
import latentlab.view.Keys;
import latentlab.view.ViewContext;
import latentlab.view.Zoomed;

/** A window beside the main one, in its looks, that Escape closes and that may stay open while one goes on. */
public final class SideWindow {
    private final ViewContext context;
    private final Region content;
    private final String title;
    private final double width;
    private final double height;
    private final Zoomed zoomed;
    private Stage stage;

    /** @param title key of what stands above it */
    public SideWindow(ViewContext context, Region content, String title, double width, double height) {
        this.context = context;
        this.content = content;
        zoomed = new Zoomed(content);
        this.title = title;
        this.width = width;
        this.height = height;
        content.getStyleClass().addAll("main", "side-window");
        context.preferences().themeProperty().subscribe(theme -> {
            zoomed.getStyleClass().remove("dark");
            if (theme == Theme.DARK) {
                zoomed.getStyleClass().add("dark");
            }
        });
    }

    /** Shows it, or brings it to the front. @param owner the main window */
    public void show(Window owner) {
        if (stage == null) {
            Scene scene = new Scene(zoomed, width, height);
            scene.getStylesheets().setAll(owner.getScene().getStylesheets());
            scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ESCAPE) {
                    stage.hide();
                    event.consume();
                }
            });
            scene.getAccelerators().put(Keys.THEME.combination(), context.preferences()::switchTheme);
            scene.getAccelerators().put(Keys.LANGUAGE.combination(), context.preferences()::switchLanguage);
            stage = new Stage();
            stage.initOwner(owner);
            stage.titleProperty().bind(context.texts().bind(title));
            stage.setScene(scene);
            stage.setMinWidth(Math.min(width, 560));
            stage.setMinHeight(Math.min(height, 400));
        }
        zoomed.factorProperty().set(Zoomed.of(owner.getScene()));
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    public boolean isShowing() {
        return stage != null && stage.isShowing();
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
