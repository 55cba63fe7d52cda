package latentlab.cli;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import latentlab.cli.terminal.Screen;
import latentlab.data.DataLoader;
import latentlab.data.DataRequest;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.Export;
import latentlab.export.ExportCatalogue;
import latentlab.measure.WindowProbe;
import latentlab.run.Breakdown;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns the program's arguments into what it does: run a command, print help, or open the window. */
public final class CommandLineInterface {
    private static final Logger LOG = System.getLogger(CommandLineInterface.class.getName());

    /** Exit code: all went well. */
    public static final int FINE = 0;
    /** Exit code: something could not be done; a sentence on standard error says what. */
    public static final int FAILED = 1;
    /** Exit code: the arguments are not valid; a sentence on standard error says why. */
    public static final int USAGE = 2;

    /** Exit code: the reader of the results is gone; the same code as for a program ended by the signal SIGPIPE. */
    public static final int CLOSED = 141;

    /** Folder for the files of the run that takes the place of the window. */
    public static final String DEFAULT_FOLDER = "latent-lab-out";

    private final Screen screen;
    private final DataLoader loader;
    private final WindowOpener window;
    private final WindowProbe probe;

    public CommandLineInterface(Screen screen, DataLoader loader, WindowOpener window, WindowProbe probe) {
        this.screen = screen;
        this.loader = loader;
        this.window = window;
        this.probe = probe;
    }

    /** @return exit code: {@link #FINE}, {@link #FAILED}, {@link #USAGE} or {@link #CLOSED} */
    public int run(String... arguments) {
        Messages messages = messages(arguments);
        int code = act(messages, arguments);
        IOException failure = screen.out().failure();
        if (failure == null) {
            return code;
        }
        if (Screen.isClosedPipe(failure)) {
            return code == FINE ? CLOSED : code;
        }
        screen.err().println(messages.text("cli.stdout", String.valueOf(failure.getMessage())));
        return code == FINE ? FAILED : code;
    }

    private int act(Messages messages, String... arguments) {
        Locale language = language(arguments);
        Commands commands = new Commands(screen, messages, loader, probe);
        CommandLine line = commands.line();
        try {
            ParseResult parsed = line.parseArgs(arguments);
            if (CommandLine.executeHelpRequest(parsed) != null) {
                return FINE;
            }
            Command asked = Commands.asked(parsed);
            if (asked != null) {
                return asked.run(parsed.subcommand()) ? FINE : FAILED;
            }
            List<Path> files = NamedFiles.of(parsed, line);
            Sentence obstacle = window.open(new WindowArguments(DataOptions.asked(parsed), language, files));
            if (obstacle == null) {
                return FINE;
            }
            if (!files.isEmpty()) {
                screen.err().println(messages.text("cli.files.noWindow", obstacle));
                return FAILED;
            }
            screen.out().println(messages.text("cli.instead", obstacle, DEFAULT_FOLDER));
            return trainInstead(commands.train(), DataOptions.request(parsed)) ? FINE : FAILED;
        } catch (ParameterException e) {
            screen.err().println(messages.text(UsageErrors.sentence(e)));
            String command = e.getCommandLine().getCommandSpec().qualifiedName();
            screen.err().println(messages.text("cli.usage.hint", command + " --help"));
            return USAGE;
        } catch (Problem problem) {
            screen.err().println(messages.text(problem.sentence()));
            return FAILED;
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, String.join(" ", arguments), e);
            screen.err().println(messages.text(Breakdown.sentence(e)));
            return FAILED;
        }
    }

    /**
     * Trains without a window, where none can be opened: the default run, left as files.
     *
     * @return whether all went well
     */
    private static boolean trainInstead(TrainCommand train, DataRequest data) throws Problem {
        Path folder = defaultFolder();
        SequencedMap<Export, Path> files = new LinkedHashMap<>();
        files.put(ExportCatalogue.CSV, folder.resolve("epochs.csv"));
        files.put(ExportCatalogue.PLOT, folder.resolve("loss.png"));
        files.put(ExportCatalogue.GIF, folder.resolve("animation.gif"));
        files.put(ExportCatalogue.SUMMARY, folder.resolve("model.txt"));
        Outputs outputs = new Outputs(files, Map.of());
        return train.run(data, TrainingConfig.DEFAULT, false, outputs);
    }

    /** @return the folder for files without a name given by the user, created if it is missing */
    static Path defaultFolder() throws Problem {
        try {
            return Files.createDirectories(Path.of(DEFAULT_FOLDER));
        } catch (IOException e) {
            throw new Problem(Sentence.of("cli.folder", DEFAULT_FOLDER), e);
        }
    }

    /** The messages in the language the arguments ask for, or else in the system's. */
    public static Messages messages(String... arguments) {
        Locale language = language(arguments);
        return new Messages(language == null ? Locale.getDefault() : language);
    }

    /** The language asked for. Read before all other arguments, so that errors in these are reported in it. */
    private static Locale language(String... arguments) {
        List<String> all = List.of(arguments);
        for (int i = 0; i < all.size(); i++) {
            String argument = all.get(i);
            String value = argument.startsWith("--lang=")
                    ? argument.substring("--lang=".length())
                    : argument.equals("--lang") && i + 1 < all.size() ? all.get(i + 1) : null;
            if (value != null && Options.LANGUAGES.contains(value)) {
                return Locale.of(value);
            }
        }
        return null;
    }
}
