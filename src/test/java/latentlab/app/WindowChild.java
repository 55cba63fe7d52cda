package latentlab.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import latentlab.data.DataRequest;
import latentlab.data.Datasets;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.export.ExportCatalogue;
import latentlab.preferences.Theme;
import latentlab.run.RunState;
import latentlab.run.store.Scratch;
import latentlab.session.TrainingModel;
import org.controlsfx.control.NotificationPane;

/**
 * The window in a process that may be killed. It trains a run, or goes on with the one it is offered; says each epoch
 * in a line of its own; and ends when the run is finished.
 *
 * <p>Arguments: the folder it keeps everything in, the number of epochs, and "train" for a new run.
 */
public final class WindowChild {
    private WindowChild() {}

    /** What is trained, shuffled and noisy. */
    static TrainingConfig config(int epochs) {
        return TrainingConfig.DEFAULT
                .withKind(ModelKind.TIED)
                .withShuffle(true)
                .with(Setting.NOISE, Noise.MASKING)
                .withEpochs(epochs);
    }

    public static void main(String[] arguments) {
        Application.launch(Shown.class, arguments);
        System.exit(0);
    }

    /** Apart from the main class, which must not be one for JavaFX to start from a class path. */
    public static final class Shown extends Application {
        private Window window;

        @Override
        public void start(Stage stage) {
            Path folder = Path.of(getParameters().getRaw().getFirst());
            int epochs = Integer.parseInt(getParameters().getRaw().get(1));
            window = new Window(
                    stage,
                    new Environment(
                            folder.resolve("settings.properties"),
                            new Scratch(folder),
                            folder.resolve("runs"),
                            new Datasets()::load,
                            ExportCatalogue.ALL,
                            SystemFilePicker::new,
                            _ -> {},
                            Theme.LIGHT,
                            Locale.ENGLISH,
                            null,
                            DataRequest.of("digits"),
                            List.of()));
            TrainingModel model = window.model();
            model.history().addListener((ListChangeListener<EpochResult>)
                    _ -> System.out.println("epoch " + (model.history().size() - 1)));
            model.stateProperty().subscribe(state -> {
                if (state == RunState.FINISHED && model.history().size() == epochs + 1) {
                    Platform.exit();
                }
            });
            if (getParameters().getRaw().contains("train")) {
                model.setSettings(config(epochs));
                model.runProperty().subscribe(run -> {
                    if (run != null) {
                        model.train();
                    }
                });
            }
            stage.show();
            goOnWhenAsked(stage.getScene());
            window.open();
        }

        private static void goOnWhenAsked(Scene scene) {
            NotificationPane notices = (NotificationPane) scene.lookup("#notices");
            notices.showingProperty().subscribe(shown -> {
                if (shown && notices.getText().contains("The program ended while the run")) {
                    System.out.println("asked");
                    notices.getActions().getFirst().handle(new ActionEvent());
                }
            });
        }

        @Override
        public void stop() {
            window.close();
        }
    }
}
