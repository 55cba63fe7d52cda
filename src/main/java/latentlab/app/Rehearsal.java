package latentlab.app;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import latentlab.data.DataLoader;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.digits.DrawnDigits;
import latentlab.export.Export;
import latentlab.export.ExportCatalogue;
import latentlab.natives.NativeLibraries;
import latentlab.natives.VectorApi;
import latentlab.preferences.Theme;
import latentlab.run.RunState;
import latentlab.run.store.Scratch;
import latentlab.session.TrainingModel;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * A start nobody sees, in a process of its own: opens the window on the built-in digits, trains one epoch, saves its
 * animation and ends, so that {@link StartCache} gets the classes a start needs. Argument: a folder to work in. Not
 * itself a JavaFX Application, which Java starts from no class path.
 */
public final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] arguments) throws Problem, IOException {
        // Before the start, which reads them.
        DrawnDigits.keep();
        System.setProperty("java.awt.headless", "true");
        LogFile.install(Path.of(arguments[0], "latent-lab.log"), _ -> {});
        VectorApi.leaveOut();
        NativeLibraries.placeToolkit();
        Application.launch(Start.class, arguments);
        System.exit(0);
    }

    /** The application, for JavaFX alone. */
    public static final class Start extends Application {
        /** Images to train on, and to test with. */
        private static final int FEW = 256;

        private Window window;
        private boolean exported;

        @Override
        public void start(Stage stage) {
            Path folder = Path.of(getParameters().getRaw().getFirst());
            DataRequest digits = DataRequest.of("digits");
            window = new Window(
                    stage,
                    new Environment(
                            folder.resolve("settings.properties"),
                            new Scratch(folder),
                            folder.resolve("runs"),
                            few(EarlyDigits.loader(digits)),
                            ExportCatalogue.ALL,
                            SystemFilePicker::new,
                            _ -> {},
                            Theme.LIGHT,
                            Locale.ENGLISH,
                            null,
                            digits,
                            List.of()));
            window.model().runProperty().subscribe(run -> {
                if (run != null) {
                    window.model().trainOneEpoch();
                }
            });
            window.model().stateProperty().subscribe(state -> {
                // Its end is told again when the window, and with it the run, is closed.
                if (!exported && state != RunState.READY && state != RunState.TRAINING) {
                    exported = true;
                    export(folder.resolve("animation.gif"));
                    // Exits after the next frame, when the views that show the epoch have computed and painted it.
                    Platform.runLater(() -> stage.getScene().addPostLayoutPulseListener(Platform::exit));
                    Platform.requestNextPulse();
                }
            });
            window.show();
        }

        /** In the package's rehearsal the engine is not compiled (see there), and slow: it gets two batches. */
        private static DataLoader few(DataLoader all) {
            return (request, progress) -> {
                Dataset data = all.load(request, progress);
                return new Dataset(
                        data.name(), data.origin(), first(data.train()), first(data.test()), data.classNames());
            };
        }

        private static ImageSet first(ImageSet images) {
            return images.pick(IntStream.range(0, FEW).toArray());
        }

        /** So that the first animation somebody saves does not wait for its classes either. */
        private void export(Path file) {
            TrainingModel model = window.model();
            Export.Subject subject =
                    new Export.Subject(model.runProperty().get(), List.copyOf(model.history()), List.of(), Map.of());
            try {
                ExportCatalogue.GIF.write(file, subject, new Messages(Locale.ENGLISH), Progress.NONE);
            } catch (Problem problem) {
                System.getLogger(Rehearsal.class.getName()).log(Level.WARNING, "no animation rehearsed", problem);
            }
        }

        @Override
        public void stop() {
            window.close();
        }
    }
}
