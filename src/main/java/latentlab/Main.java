package latentlab;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import latentlab.app.App;
import latentlab.app.LogFile;
import latentlab.app.StartCache;
import latentlab.cli.CommandLineInterface;
import latentlab.cli.WindowArguments;
import latentlab.cli.terminal.Screen;
import latentlab.data.Datasets;
import latentlab.files.AppFolders;
import latentlab.measure.window.WindowProcess;
import latentlab.natives.NativeLibraries;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * Entry point: opens the window, or runs a command line. Not itself a JavaFX Application, so that it runs from the
 * class path, and loads no JavaFX at all without a window.
 */
public final class Main {
    private static final Logger LOG = System.getLogger(Main.class.getName());

    private Main() {}

    public static void main(String[] arguments) {
        // Exports are painted without a display; beside JavaFX, AWT must not open one of its own.
        System.setProperty("java.awt.headless", "true");
        Screen screen = Screen.ofProcess();
        Messages messages = CommandLineInterface.messages(arguments);
        LogFile.install(
                AppFolders.data().resolve("latent-lab.log"),
                sentence -> screen.err().println(messages.text(sentence)));
        if (AppFolders.unspeltHome() != null) {
            screen.err().println(messages.text("cli.home", AppFolders.unspeltHome()));
        }
        // For the command line; the window sets its own handler.
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            LOG.log(Level.ERROR, "uncaught in " + thread.getName(), failure);
            screen.err().println(messages.text("cli.unexpected", failure.toString()));
        });
        System.exit(
                new CommandLineInterface(screen, new Datasets()::load, Main::openWindow, new WindowProcess(display()))
                        .run(arguments));
    }

    /** Whether a display may be available, so that loading JavaFX is worthwhile. */
    private static boolean display() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        return !linux || names("DISPLAY") || names("WAYLAND_DISPLAY");
    }

    private static boolean names(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }

    private static Sentence openWindow(WindowArguments arguments) throws Problem {
        if (!display()) {
            return Sentence.of("cli.nodisplay");
        }
        NativeLibraries.placeToolkit();
        List<String> passed = new ArrayList<>();
        if (arguments.data() != null) {
            passed.add("--data=" + arguments.data().origin());
            arguments.data().words().forEach((name, value) -> passed.add("--" + name + "=" + value));
        }
        if (arguments.language() != null) {
            passed.add("--lang=" + arguments.language().toLanguageTag());
        }
        arguments.files().forEach(file -> passed.add(file.toAbsolutePath().toString()));
        try {
            Application.launch(App.class, passed.toArray(String[]::new));
            StartCache.refresh();
            return null;
        } catch (UnsupportedOperationException e) {
            // JavaFX's message if it cannot reach the display, or lacks GTK for it.
            boolean gtk = String.valueOf(e.getMessage()).contains("GTK");
            return Sentence.of(gtk ? "cli.nogtk" : "cli.nodisplay");
        }
    }
}
