package latentlab.cli.runs;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import latentlab.cli.Options;
import latentlab.cli.Values;
import latentlab.cli.terminal.Interrupt;
import latentlab.cli.terminal.ProgressLine;
import latentlab.cli.terminal.Screen;
import latentlab.library.Entry;
import latentlab.library.Library;
import latentlab.text.Excerpt;
import latentlab.text.Messages;
import latentlab.text.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What the commands on a library share: its folder, its list, and runs that are named by file or id. */
final class RunsAtHand {
    private final Screen screen;
    private final Messages messages;

    RunsAtHand(Screen screen, Messages messages) {
        this.screen = screen;
        this.messages = messages;
    }

    Screen screen() {
        return screen;
    }

    Messages messages() {
        return messages;
    }

    /** Adds the option for the library's folder. */
    static void addFolder(CommandSpec spec, Options options) {
        options.add(spec, "--folder", "DIR", new Values.File(), "cli.option.runs.folder");
    }

    /**
     * The library asked for.
     *
     * @throws Problem if its folder is named and is not there
     */
    Library library(ParseResult parsed) throws Problem {
        Path folder = parsed.matchedOptionValue("--folder", null);
        if (folder != null && !Files.exists(folder)) {
            throw Problem.of("cli.runs.folder", folder.toString());
        }
        return new Library((folder == null ? Library.usual() : folder).toAbsolutePath());
    }

    /**
     * All runs, with what is wrong with folders told.
     *
     * @throws CancellationException if it is interrupted
     */
    List<Entry> list(Library library) throws Problem {
        try (Interrupt interrupt = new Interrupt(screen.out())) {
            ProgressLine progress = new ProgressLine(screen, messages, interrupt::requested);
            try {
                Library.Listing listing = library.list(progress);
                progress.clear();
                listing.remarks().forEach(each -> screen.err().println(messages.text(each)));
                return listing.entries();
            } finally {
                progress.clear();
            }
        }
    }

    /** What is done with each of several runs. */
    interface Action {
        void run(String named) throws Problem;
    }

    /** One that cannot be done does not keep the others from being done. @return whether all were */
    boolean each(ParseResult parsed, Action action) {
        boolean fine = true;
        for (String named : parsed.<List<String>>matchedPositionalValue(0, List.of())) {
            try {
                action.run(named);
            } catch (Problem problem) {
                screen.err().println(messages.text(problem.sentence()));
                fine = false;
            }
        }
        return fine;
    }

    /**
     * Finds a run.
     *
     * @param named the path of its file, or its id or how that begins
     * @throws Problem if there is none, or several
     */
    Entry entry(String named, Library library) throws Problem {
        Path file = path(named);
        if (file != null && Files.exists(file)) {
            return Library.entry(file.toAbsolutePath());
        }
        List<Entry> found = new ArrayList<>();
        for (Entry each : list(library)) {
            if (isNamed(each, named)) {
                found.add(each);
            }
        }
        if (found.isEmpty()) {
            throw Problem.of(
                    "cli.runs.none", Excerpt.of(named), library.folder().toString());
        }
        if (found.size() > 1) {
            throw Problem.of("cli.runs.several", Excerpt.of(named), found.size());
        }
        return found.getFirst();
    }

    private static Path path(String named) {
        try {
            return Path.of(named);
        } catch (InvalidPathException _) {
            return null;
        }
    }

    /** Whether a run has an id that begins so, or, where none can be read, a file of that name. */
    static boolean isNamed(Entry entry, String named) {
        return entry.readable()
                ? entry.run().id().startsWith(named)
                : entry.file().getFileName().toString().equals(named);
    }
}
