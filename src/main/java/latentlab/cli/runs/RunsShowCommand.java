package latentlab.cli.runs;

import latentlab.cli.Command;
import latentlab.cli.Options;
import latentlab.cli.Values;
import latentlab.library.Entry;
import latentlab.library.Library;
import latentlab.run.StartWeights;
import latentlab.run.file.RunFile;
import latentlab.text.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The {@code runs show} command: all that a library knows of single runs. */
final class RunsShowCommand implements Command {
    private final RunsAtHand runs;

    RunsShowCommand(RunsAtHand runs) {
        this.runs = runs;
    }

    @Override
    public CommandSpec spec(Options options) {
        CommandSpec spec = options.command(this, "show", "cli.runs.show.about");
        options.addRequiredValues(spec, "FILE|ID", new Values.Text(), "cli.option.runs.named");
        RunsAtHand.addFolder(spec, options);
        options.addSwitch(spec, "--json", "cli.option.runs.json");
        return spec;
    }

    @Override
    public boolean run(ParseResult parsed) throws Problem {
        Library library = runs.library(parsed);
        return runs.each(parsed, named -> {
            Entry entry = runs.entry(named, library);
            if (parsed.hasMatchedOption("--json")) {
                runs.screen().out().println(RunJson.withFindings(entry, runs.messages()));
            } else {
                RunLines.all(entry, weights(entry), runs.messages())
                        .forEach(runs.screen().out()::println);
            }
            if (!entry.readable()) {
                throw new Problem(entry.fault());
            }
        });
    }

    /** No listing has them: the file itself is asked. */
    private static StartWeights.From weights(Entry entry) throws Problem {
        if (!entry.readable()) {
            return null;
        }
        try (RunFile file = RunFile.open(entry.file())) {
            return file.start().weights();
        }
    }
}
