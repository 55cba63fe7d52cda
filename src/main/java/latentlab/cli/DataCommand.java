package latentlab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import latentlab.cli.terminal.Interrupt;
import latentlab.cli.terminal.ProgressLine;
import latentlab.cli.terminal.Screen;
import latentlab.data.DataLoader;
import latentlab.data.Dataset;
import latentlab.data.npy.NpzWriter;
import latentlab.export.OutputFile;
import latentlab.text.Messages;
import latentlab.text.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The {@code data} command: reads data as training would, and says what came of it: images, classes, parts, what was
 * left out or changed.
 */
final class DataCommand implements Command {
    private final Screen screen;
    private final Messages messages;
    private final DataLoader loader;

    DataCommand(Screen screen, Messages messages, DataLoader loader) {
        this.screen = screen;
        this.messages = messages;
        this.loader = loader;
    }

    @Override
    public CommandSpec spec(Options options) {
        CommandSpec spec = options.command(this, "data", "cli.data.about");
        options.addRequiredValues(spec, "DATA", new Values.Origin(), "cli.option.data.paths");
        DataOptions.addTo(spec, options);
        options.addSwitch(spec, "--all", "cli.option.all");
        options.addSwitch(spec, "--json", "cli.option.data.json");
        options.add(spec, "--npz", "FILE", new Values.File(), "cli.option.npz");
        return spec;
    }

    @Override
    public boolean run(ParseResult parsed) throws Problem {
        List<String> origins = parsed.matchedPositionalValue(0, List.of());
        Path npz = parsed.matchedOptionValue("--npz", null);
        if (npz != null && origins.size() > 1) {
            throw Problem.of("cli.data.npz", npz.toString(), origins.size());
        }
        Outputs.check(npz);
        try (Interrupt interrupt = new Interrupt(screen.out())) {
            ProgressLine progress = new ProgressLine(screen, messages, interrupt::requested);
            boolean fine = true;
            for (String origin : origins) {
                fine &= tell(origin, parsed, progress);
            }
            return fine;
        } catch (CancellationException _) {
            return true; // interrupted: what has been read is told
        }
    }

    /** One that cannot be read does not keep the others from being told. */
    private boolean tell(String origin, ParseResult parsed, ProgressLine progress) {
        try {
            Dataset dataset = loader.load(DataOptions.request(origin, parsed), progress);
            progress.clear();
            if (parsed.hasMatchedOption("--json")) {
                screen.out().println(Loaded.json(dataset, messages));
            } else {
                Loaded.tell(dataset, parsed.hasMatchedOption("--all"), screen.out(), messages);
            }
            Path npz = parsed.matchedOptionValue("--npz", null);
            if (npz != null) {
                OutputFile.write(npz, out -> NpzWriter.write(out, dataset, progress));
                progress.clear();
                screen.err().println(messages.text("cli.written", npz.toString()));
            }
            return true;
        } catch (Problem problem) {
            progress.clear();
            screen.err().println(messages.text(problem.sentence()));
            return false;
        }
    }
}
