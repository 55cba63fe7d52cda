package latentlab.cli.runs;

import java.io.PrintStream;
import java.util.List;
import latentlab.cli.terminal.ProgressLine;
import latentlab.cli.terminal.Screen;
import latentlab.engine.training.EpochResult;
import latentlab.sweep.Outcome;
import latentlab.sweep.SweepListener;
import latentlab.sweep.SweepPace;
import latentlab.sweep.Trial;
import latentlab.text.Messages;
import latentlab.text.Sentence;

/** A line for each trial that has ended, and below them how far the sweep has come. */
final class SweepReporter implements SweepListener {
    private final SweepPace pace;
    private final int trials;
    private final PrintStream lines;
    private final Messages messages;
    private final ProgressLine progress;

    /** @param apart whether the lines belong beside the results, which a program reads */
    SweepReporter(List<Trial> trials, Screen screen, Messages messages, ProgressLine progress, boolean apart) {
        pace = new SweepPace(trials, System::nanoTime);
        this.trials = trials.size();
        lines = apart ? screen.err() : screen.out();
        this.messages = messages;
        this.progress = progress;
    }

    @Override
    public void began(Trial trial, int done) {
        pace.began(trial, done);
        show();
    }

    @Override
    public void epoch(Trial trial, EpochResult result) {
        pace.epoch(trial);
        show();
    }

    private void show() {
        double left = pace.secondsLeft();
        progress.show(
                pace.share(),
                Double.isNaN(left)
                        ? Sentence.of("cli.sweep.first", pace.ended(), trials)
                        : Sentence.of("cli.sweep.progress", pace.ended(), trials, Math.ceil(left)));
    }

    @Override
    public void remark(Trial trial, Sentence what) {
        progress.tell(Sentence.of("cli.sweep.remark", trial.name(), what));
    }

    @Override
    public void ended(Outcome outcome, boolean before) {
        pace.ended(outcome.trial());
        Sentence line = line(outcome, before);
        if (line != null) {
            progress.clear();
            lines.println(messages.text(line));
            lines.flush();
        }
        show();
    }

    /** @return null of a trial whose turn has not come, of which the table tells */
    private Sentence line(Outcome outcome, boolean before) {
        String name = outcome.trial().name();
        return switch (outcome.state()) {
            case FINISHED -> {
                EpochResult best = outcome.run().best();
                yield Sentence.of(
                        before ? "cli.sweep.before" : "cli.sweep.finished",
                        name,
                        best.validLoss(),
                        best.epoch(),
                        outcome.run().seconds());
            }
            case DIVERGED, FAILED -> Sentence.of("cli.sweep.remark", name, outcome.why());
            case STOPPED ->
                outcome.run() == null
                        ? null
                        : Sentence.of("cli.sweep.stopped", name, outcome.run().epochs());
            case WAITING -> null;
        };
    }
}
