package latentlab.cli.runs;

import java.util.Comparator;
import latentlab.cli.Command;
import latentlab.cli.Options;
import latentlab.cli.Values;
import latentlab.library.Bin;
import latentlab.library.Library;
import latentlab.library.LibraryChanges;
import latentlab.text.Excerpt;
import latentlab.text.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The {@code runs restore} command: brings runs back from the bin of a library. */
final class RunsRestoreCommand implements Command {
    private final RunsAtHand runs;

    RunsRestoreCommand(RunsAtHand runs) {
        this.runs = runs;
    }

    @Override
    public CommandSpec spec(Options options) {
        CommandSpec spec = options.command(this, "restore", "cli.runs.restore.about");
        options.addRequiredValues(spec, "ID", new Values.Text(), "cli.option.runs.deleted");
        RunsAtHand.addFolder(spec, options);
        return spec;
    }

    @Override
    public boolean run(ParseResult parsed) throws Problem {
        Library library = runs.library(parsed);
        LibraryChanges changes = new LibraryChanges(library, _ -> false);
        return runs.each(parsed, named -> {
            Bin.Deleted newest = new Bin(library)
                    .list().stream()
                            .filter(each -> RunsAtHand.isNamed(each.entry(), named))
                            .max(Comparator.comparing(Bin.Deleted::deleted))
                            .orElseThrow(() -> Problem.of(
                                    "cli.runs.notDeleted",
                                    Excerpt.of(named),
                                    library.folder().toString()));
            String file = changes.restore(newest).file().toString();
            runs.screen()
                    .err()
                    .println(runs.messages()
                            .text("cli.runs.restore.done", newest.entry().name(), file));
        });
    }
}
