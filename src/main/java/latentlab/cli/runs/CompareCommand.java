package latentlab.cli.runs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import latentlab.cli.Command;
import latentlab.cli.Options;
import latentlab.cli.Outputs;
import latentlab.cli.Values;
import latentlab.cli.terminal.Screen;
import latentlab.comparison.Axis;
import latentlab.comparison.ComparedRun;
import latentlab.comparison.Comparison;
import latentlab.engine.settings.Domain;
import latentlab.export.LossPlot;
import latentlab.export.OutputFile;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The {@code compare} command: sets runs beside each other that were kept in files, and says what may be concluded. */
public final class CompareCommand implements Command {
    private static final Domain.Choice<Axis> AXES = Domain.choiceWithout(Axis.class);

    private final Screen screen;
    private final Messages messages;

    public CompareCommand(Screen screen, Messages messages) {
        this.screen = screen;
        this.messages = messages;
    }

    @Override
    public CommandSpec spec(Options options) {
        CommandSpec spec = options.command(this, "compare", "cli.compare.about");
        options.addRequiredValues(spec, "RUN", new Values.File(), "cli.option.compare.runs");
        String first = AXES.text(Axis.EPOCH);
        options.add(
                spec, "--by", "AXIS", new Values.Choice(AXES.words()), "cli.option.compare.by", AXES.expected(), first);
        options.add(spec, "--csv", "FILE", new Values.File(), "cli.option.compare.csv");
        options.add(spec, "--png", "FILE", new Values.File(), "cli.option.compare.png");
        options.addSwitch(spec, "--json", "cli.option.compare.json");
        return spec;
    }

    @Override
    public boolean run(ParseResult parsed) throws Problem {
        List<Path> named = parsed.matchedPositionalValue(0, List.of());
        Path csv = parsed.matchedOptionValue("--csv", null);
        Path png = parsed.matchedOptionValue("--png", null);
        Outputs.check(csv, png);
        boolean[] fine = {true};
        SequencedMap<Path, ComparedRun> runs = SavedRuns.read(named, problem -> {
            fine[0] = false;
            say(problem.sentence());
        });
        if (runs.isEmpty()) {
            return false;
        }
        Outputs.spare(runs.keySet(), csv, png);
        Comparison comparison = Comparison.of(List.copyOf(runs.values()));
        if (parsed.hasMatchedOption("--json")) {
            screen.out().println(new ComparisonJson(comparison, List.copyOf(runs.keySet()), messages).text());
        } else {
            tell(comparison);
        }
        write(
                csv,
                file -> OutputFile.write(
                        file,
                        out -> out.write(new ComparisonTable(comparison).csv().getBytes(StandardCharsets.UTF_8))));
        Axis axis = AXES.parse(parsed.matchedOptionValue("--by", AXES.text(Axis.EPOCH)));
        write(png, file -> LossPlot.write(file, comparison, axis, messages));
        return fine[0];
    }

    /** Prints the table, and what may be concluded from it. */
    private void tell(Comparison comparison) {
        screen.out().print(new ComparisonTable(comparison).text());
        List<Sentence> conclusions = comparison.conclusions();
        screen.out().print(conclusions.isEmpty() ? "" : "\n");
        conclusions.forEach(sentence -> screen.out().println(messages.text(sentence)));
        screen.out().flush();
    }

    private interface Writing {
        void write(Path file) throws Problem;
    }

    private void write(Path file, Writing writing) throws Problem {
        if (file != null) {
            writing.write(file);
            say(Sentence.of("cli.written", file.toString()));
        }
    }

    private void say(Sentence sentence) {
        screen.err().println(messages.text(sentence));
    }
}
