package latentlab.view.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.stage.Stage;
import latentlab.app.Environment;
import latentlab.app.Window;
import latentlab.data.DataRequest;
import latentlab.data.Datasets;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.ExportCatalogue;
import latentlab.preferences.Theme;
import latentlab.run.store.Scratch;
import latentlab.sweep.SweepLook;
import latentlab.sweep.TrialLook;
import latentlab.view.Keys;
import latentlab.view.sweep.SweepTable.Row;
import org.controlsfx.control.NotificationPane;

/**
 * The window in a process that may be killed. It trains a sweep, or goes on with the one it is offered; says how many
 * epochs all trials have, each time in a line of its own; and ends when the sweep has.
 *
 * <p>Arguments: the folder it keeps everything in, the number of epochs, and the values of the latent units for a new
 * sweep.
 */
public final class SweepWindowChild {
    private SweepWindowChild() {}

    public static void main(String[] arguments) {
        Application.launch(Shown.class, arguments);
        System.exit(0);
    }

    /** Apart from the main class, which must not be one for JavaFX to start from a class path. */
    public static final class Shown extends Application {
        private Window window;
        private Scene scene;
        private int said;
        /** To be typed for a new sweep; null where there is none, or it has been. */
        private String values;

        @Override
        public void start(Stage stage) {
            List<String> arguments = getParameters().getRaw();
            Path folder = Path.of(arguments.getFirst());
            window = new Window(
                    stage,
                    new Environment(
                            folder.resolve("settings.properties"),
                            new Scratch(folder),
                            folder.resolve("runs"),
                            new Datasets()::load,
                            ExportCatalogue.ALL,
                            (_, _) -> null,
                            _ -> {},
                            Theme.LIGHT,
                            Locale.ENGLISH,
                            null,
                            DataRequest.of("digits"),
                            List.of()));
            scene = stage.getScene();
            window.model()
                    .setSettings(TrainingConfig.DEFAULT.withShuffle(true).withEpochs(Long.parseLong(arguments.get(1))));
            NotificationPane notices = (NotificationPane) scene.lookup("#notices");
            notices.showingProperty().subscribe(shown -> {
                if (shown && notices.getText().contains("was not done when the program ended")) {
                    System.out.println("asked");
                    notices.getActions().getFirst().handle(new ActionEvent());
                }
            });
            values = arguments.size() < 3 ? null : arguments.get(2);
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    look();
                }
            }.start();
            window.show();
            if (values != null) {
                scene.getAccelerators().get(Keys.SWEEPS.combination()).run();
            }
        }

        private void look() {
            Button start = (Button) scene.lookup("#sweep-start");
            TextField field = (TextField) scene.lookup("#sweep-values-0");
            if (values != null && field != null) {
                if (!field.getText().equals(values)) {
                    field.setText(values);
                } else if (!start.isDisabled()) {
                    values = null;
                    start.fire();
                }
            }
            SweepTable table = (SweepTable) scene.lookup("#sweep-table");
            for (TreeItem<Row> each : table.getRoot().getChildren()) {
                SweepLook sweep = each.getValue().sweep();
                int done = sweep.trials().stream().mapToInt(TrialLook::done).sum();
                if (done > said) {
                    said = done;
                    System.out.println("epochs " + done);
                }
                if (sweep.state() == SweepLook.State.ENDED) {
                    Platform.exit();
                }
            }
        }

        @Override
        public void stop() {
            window.close();
        }
    }
}
