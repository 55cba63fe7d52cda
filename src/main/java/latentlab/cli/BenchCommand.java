package latentlab.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import latentlab.cli.terminal.Interrupt;
import latentlab.cli.terminal.ProgressLine;
import latentlab.cli.terminal.Screen;
import latentlab.data.DataLoader;
import latentlab.data.Dataset;
import latentlab.engine.settings.Domain;
import latentlab.export.OutputFile;
import latentlab.measure.Benchmark;
import latentlab.measure.BenchmarkPart;
import latentlab.measure.Figure;
import latentlab.measure.Listener;
import latentlab.measure.Machine;
import latentlab.measure.Range;
import latentlab.measure.Report;
import latentlab.measure.Turn;
import latentlab.measure.Unit;
import latentlab.measure.WindowProbe;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The {@code bench} command: measures the program's speed, prints each figure as it is found, and writes them all at
 * the end or when interrupted.
 */
final class BenchCommand implements Command {
    private static final Domain.Choice<BenchmarkPart> PARTS = Domain.choiceWithout(BenchmarkPart.class);
    private static final Path DEFAULT_FILE = Path.of(CommandLineInterface.DEFAULT_FOLDER, "bench.json");
    private static final String DEFAULT_PYTHON = "python3";
    private static final long DEFAULT_TURNS = 5;
    private static final long MOST_TURNS = 50;

    private final Screen screen;
    private final Messages messages;
    private final DataLoader loader;
    private final WindowProbe window;

    BenchCommand(Screen screen, Messages messages, DataLoader loader, WindowProbe window) {
        this.screen = screen;
        this.messages = messages;
        this.loader = loader;
        this.window = window;
    }

    @Override
    public CommandSpec spec(Options options) {
        CommandSpec spec = options.command(this, "bench", "cli.bench.about");
        options.addData(spec);
        options.add(spec, "--only", "PARTS", new Values.Several<>(PARTS), "cli.option.only", words());
        options.addSwitch(spec, "--baseline", "cli.option.baseline");
        options.add(spec, "--python", "COMMAND", new Values.Program(), "cli.option.python", DEFAULT_PYTHON);
        options.add(spec, "--turns", "N", new Values.Whole(1, MOST_TURNS), "cli.option.turns", DEFAULT_TURNS);
        options.add(spec, "--json", "FILE", new Values.File(), "cli.option.json", DEFAULT_FILE.toString());
        return spec;
    }

    private static String words() {
        return String.join(", ", PARTS.words());
    }

    @Override
    public boolean run(ParseResult parsed) throws Problem {
        Path file = parsed.matchedOptionValue("--json", DEFAULT_FILE);
        if (file.equals(DEFAULT_FILE)) {
            CommandLineInterface.defaultFolder();
        }
        OutputFile.check(file);
        String python =
                parsed.hasMatchedOption("--baseline") ? parsed.matchedOptionValue("--python", DEFAULT_PYTHON) : null;
        long turns = parsed.matchedOptionValue("--turns", DEFAULT_TURNS);
        List<BenchmarkPart> parts = parsed.matchedOptionValue("--only", PARTS.values());
        try (Interrupt interrupt = new Interrupt(screen.out())) {
            ProgressLine progress = new ProgressLine(screen, messages, interrupt::requested);
            NativeLoading.load(screen, messages, progress);
            Dataset dataset = loader.load(DataOptions.request(parsed), progress);
            Table table = new Table(progress, interrupt);
            Machine machine = Machine.here();
            table.heading(machine);
            boolean complete = measure(new Benchmark(dataset, (int) turns, python, window, table), parts, progress);
            progress.clear();
            write(file, dataset.origin(), machine, table);
            return complete;
        } catch (CancellationException _) {
            return true; // interrupted before anything was measured
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Measures the parts. An interruption keeps what has been measured. */
    private static boolean measure(Benchmark benchmark, List<BenchmarkPart> parts, ProgressLine progress)
            throws InterruptedException {
        try {
            return benchmark.run(parts, progress);
        } catch (CancellationException _) {
            return true;
        }
    }

    private void write(Path file, String origin, Machine machine, Table table) throws Problem {
        if (!table.figures.isEmpty()) {
            String json = Report.json(origin, machine, table.figures, table.turns, Instant.now());
            OutputFile.write(file, out -> out.write(json.getBytes(StandardCharsets.UTF_8)));
            say(Sentence.of("cli.written", file.toString()));
        }
    }

    private void say(Sentence sentence) {
        screen.err().println(messages.text(sentence));
    }

    /** Prints a row for each figure above the progress line. The description comes last, since its width varies. */
    private final class Table implements Listener {
        private final List<Figure> figures = new ArrayList<>();
        private final List<Turn> turns = new ArrayList<>();
        private final ProgressLine progress;
        private final Interrupt interrupt;

        Table(ProgressLine progress, Interrupt interrupt) {
            this.progress = progress;
            this.interrupt = interrupt;
        }

        void heading(Machine machine) {
            progress.clear();
            screen.out()
                    .println(messages.text("cli.bench.machine", machine.processor(), machine.cores(), machine.blas()));
            screen.out().flush();
        }

        @Override
        public void turned(Turn turn) {
            turns.add(turn);
            interrupt.keep(true);
        }

        @Override
        public void measured(Figure figure) {
            figures.add(figure);
            interrupt.keep(true);
            progress.clear();
            String value = messages.text(figure.unit().of(figure.value()));
            String goal = figure.hasGoal()
                    ? messages.text("cli.bench.goal", figure.unit().of(figure.goal()))
                    : "";
            String verdict = figure.hasGoal() && !figure.met() ? messages.text("cli.bench.missed") : "";
            screen.out().println(String.format(Locale.ROOT, "%12s  %-12s %s%s", value, goal, what(figure), verdict));
            screen.out().flush();
        }

        private String what(Figure figure) {
            Range range = figure.range();
            Unit unit = figure.unit();
            return range == null
                    ? messages.text(figure.what())
                    : messages.text("cli.bench.range", figure.what(), unit.of(range.least()), unit.of(range.most()));
        }

        @Override
        public void remark(Sentence what) {
            progress.clear();
            say(what);
        }
    }
}
