package latentlab.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import latentlab.cli.terminal.ResultStream;
import latentlab.cli.terminal.Screen;
import latentlab.data.DataLoader;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.SmallDatasets;
import latentlab.measure.Figure;
import latentlab.measure.Unit;
import latentlab.measure.WindowProbe;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** A command line with small data, and what it came to. */
final class Recorded implements DataLoader {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final Screen screen;
    final List<String> loaded = new ArrayList<>();
    final List<DataRequest> requests = new ArrayList<>();
    /** What is loaded, whatever is asked for. */
    Dataset data = SmallDatasets.of(100, 20, 8, 8);

    final List<WindowArguments> opened = new ArrayList<>();
    /** A window that starts in a second. */
    final WindowProbe probe = (_, origin, figures, progress) -> {
        progress.report(0.5, Sentence.of("cli.training.first", 1));
        figures.accept(new Figure("window.shown", Sentence.of("cli.value.file"), 1, Unit.SECONDS, 2));
    };

    private final CommandLineInterface commandLine;

    private Recorded(boolean terminal) {
        screen = new Screen(
                new ResultStream(out, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                terminal);
        commandLine = new CommandLineInterface(
                screen,
                this,
                arguments -> {
                    opened.add(arguments);
                    return null;
                },
                probe);
    }

    static Recorded piped() {
        return new Recorded(false);
    }

    static Recorded onTerminal() {
        return new Recorded(true);
    }

    /** In English, whatever the machine speaks. */
    int run(String... arguments) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            return commandLine.run(arguments);
        } finally {
            Locale.setDefault(before);
        }
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public Dataset load(DataRequest request, Progress progress) throws Problem {
        String origin = request.origin();
        loaded.add(origin);
        requests.add(request);
        progress.report(0.5, Sentence.of("cli.training.first", 1));
        if (origin.equals("broken")) {
            throw Problem.of("cli.folder", origin);
        }
        return data;
    }
}
