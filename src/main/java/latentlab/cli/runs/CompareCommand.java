package latentlab.cli.runs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latentlab.cli.Command;
import latentlab.cli.Options;
import latentlab.cli.Outputs;
import latentlab.cli.Values;
import latentlab.cli.terminal.Screen;
import latentlab.comparison.Axis;
import latentlab.comparison.ComparedRun;
import latentlab.comparison.Comparison;
import latentlab.comparison.Difference;
import latentlab.comparison.Dimension;
import latentlab.comparison.KeyFigure;
import latentlab.comparison.Picture;
import latentlab.engine.settings.Domain;
import latentlab.engine.settings.Setting;
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
    private static final Domain.Choice<Picture.Kind> PICTURES = Domain.choiceWithout(Picture.Kind.class);
    private static final Domain.Choice<KeyFigure> FIGURES = Domain.choiceWithout(KeyFigure.class);

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
        String losses = PICTURES.text(Picture.Kind.LOSSES);
        options.add(
                spec,
                "--figure",
                "PICTURE",
                new Values.Choice(PICTURES.words()),
                "cli.option.compare.figure",
                PICTURES.expected(),
                losses);
        options.add(
                spec,
                "--of",
                "FIGURE",
                new Values.Choice(FIGURES.words()),
                "cli.option.compare.of",
                FIGURES.expected());
        Values.Choice differences = new Values.Choice(
                Stream.concat(Setting.ALL.stream().map(Setting::name), Stream.of(Difference.DATA, Difference.RATES))
                        .toList());
        options.add(spec, "--across", "SETTING", differences, "cli.option.compare.across");
        options.add(spec, "--down", "SETTING", differences, "cli.option.compare.down");
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
        Picture picture = picture(comparison, parsed);
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
        write(png, file -> LossPlot.write(file, comparison, picture, messages));
        return fine[0];
    }

    /** @throws Problem saying why these runs have no such picture */
    private static Picture picture(Comparison comparison, ParseResult parsed) throws Problem {
        Picture.Kind kind = PICTURES.parse(parsed.matchedOptionValue("--figure", PICTURES.text(Picture.Kind.LOSSES)));
        Optional<Sentence> obstacle = kind.obstacle(comparison);
        if (obstacle.isPresent()) {
            throw new Problem(obstacle.get());
        }
        Picture first = Picture.first(kind, comparison);
        String of = parsed.matchedOptionValue("--of", null);
        KeyFigure figure = of == null ? first.figure() : FIGURES.parse(of);
        if (kind != Picture.Kind.LOSSES && !comparison.figures().contains(figure)) {
            String known = comparison.figures().stream().map(FIGURES::text).collect(Collectors.joining(", "));
            throw Problem.of("cli.compare.of", FIGURES.text(figure), known);
        }
        Dimension across = named("--across", first.across(), comparison, parsed);
        Dimension down = named("--down", first.down(), comparison, parsed);
        if (across != null && across == down) {
            // Only one of them has been asked for, or the same twice.
            Dimension other = comparison.dimensions().stream()
                    .filter(each -> each != across)
                    .findFirst()
                    .orElseThrow();
            return parsed.hasMatchedOption("--across")
                    ? new Picture(kind, axis(parsed), figure, across, other)
                    : new Picture(kind, axis(parsed), figure, other, down);
        }
        return new Picture(kind, axis(parsed), figure, across, down);
    }

    private static Axis axis(ParseResult parsed) {
        return AXES.parse(parsed.matchedOptionValue("--by", AXES.text(Axis.EPOCH)));
    }

    /** @param first what it is if the user does not say; null where the picture has no such axis */
    private static Dimension named(String option, Dimension first, Comparison comparison, ParseResult parsed)
            throws Problem {
        String name = parsed.matchedOptionValue(option, null);
        if (first == null || name == null) {
            return first;
        }
        return comparison.dimensions().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        "cli.compare.axis",
                        option,
                        name,
                        comparison.dimensions().stream().map(Dimension::name).collect(Collectors.joining(", "))));
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
