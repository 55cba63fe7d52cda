package latentlab.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.stage.Stage;
import latentlab.data.DataRequest;
import latentlab.export.ExportCatalogue;
import latentlab.files.AppFolders;
import latentlab.preferences.Theme;
import latentlab.run.store.Scratch;

/** The JavaFX application: one window, with the folders, dialogs, theme and language of the user's system. */
public final class App extends Application {
    private static final Logger LOG = System.getLogger(App.class.getName());

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private Window window;

    @Override
    public void start(Stage stage) {
        window = new Window(stage, environment());
        Thread.setDefaultUncaughtExceptionHandler(this::tell);
        Thread.currentThread().setUncaughtExceptionHandler(this::tell);
        window.show();
    }

    private Environment environment() {
        Map<String, String> asked = getParameters().getNamed();
        String language = asked.get("lang");
        DataRequest data = DataRequest.of(asked.getOrDefault("data", "digits"), asked);
        boolean dark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        return new Environment(
                AppFolders.data().resolve("settings.properties"),
                Scratch.ofUser(),
                AppFolders.runs(),
                EarlyDigits.loader(data),
                ExportCatalogue.ALL,
                SystemFilePicker::new,
                path -> getHostServices().showDocument(path.toUri().toString()),
                dark ? Theme.DARK : Theme.LIGHT,
                Locale.getDefault(),
                language == null ? null : Locale.forLanguageTag(language),
                data,
                getParameters().getUnnamed().stream().map(Path::of).toList());
    }

    /**
     * Logs an uncaught exception, once if it repeats, and shows it in the window, where a notice that repeats the last
     * one is not shown again.
     */
    private void tell(Thread thread, Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        if (told.add(failure.getClass() + (trace.length == 0 ? "" : trace[0].toString()))) {
            LOG.log(Level.ERROR, "uncaught in " + thread.getName(), failure);
        }
        window.tellUnexpected(failure);
    }

    @Override
    public void stop() {
        window.close();
    }
}
