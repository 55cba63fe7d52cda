package latentlab.cli.runs;

import java.nio.file.Path;
import latentlab.cli.Command;
import latentlab.cli.Options;
import latentlab.cli.Values;
import latentlab.library.Bin;
import latentlab.library.Entry;
import latentlab.library.Library;
import latentlab.library.LibraryChanges;
import latentlab.text.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The {@code runs rm} command: moves runs of a library into its bin. */
final class RunsRemoveCommand implements Command {
    private final RunsAtHand runs;

    RunsRemoveCommand(RunsAtHand runs) {
        this.runs = runs;
    }

    @Override
    public CommandSpec spec(Options options) {
        CommandSpec spec = options.command(this, "rm", "cli.runs.rm.about");
        options.addRequiredValues(spec, "FILE|ID", new Values.Text(), "cli.option.runs.named");
        RunsAtHand.addFolder(spec, options);
        return spec;
    }

    @Override
    public boolean run(ParseResult parsed) throws Problem {
        Library library = runs.library(parsed);
        // Nobody is trained in this process; who trains in another is told that the file is gone, and waits for it.
        LibraryChanges changes = new LibraryChanges(library, _ -> false);
        return runs.each(parsed, named -> {
            Entry entry = runs.entry(named, library);
            Path place = library.place(entry.file());
            if (place == null) {
                throw Problem.of(
                        "cli.runs.elsewhere",
                        entry.file().toString(),
                        library.folder().toString());
            }
            changes.delete(new Entry(place, entry.bytes(), entry.changed(), entry.run(), entry.fault()));
            String again = entry.readable()
                    ? RunLines.id(entry.run())
                    : entry.file().getFileName().toString();
            runs.screen()
                    .err()
                    .println(runs.messages().text("cli.runs.rm.done", entry.name(), again, Bin.KEPT.toDays()));
        });
    }
}
