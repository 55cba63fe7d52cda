package latentlab.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import latentlab.engine.training.EpochResult;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** A sweep of a queue: what is wanted of it, and how far it has come. For one thread at a time. */
final class QueuedSweep {
    final Path folder;
    /** Null where it cannot be read. */
    final Plan plan;

    final int workers;
    /** Whether the accuracy of ten nearest neighbours is computed after each trial. */
    final boolean accuracy;

    boolean paused;
    boolean loading;
    /** While its files are looked at: it must not be trained meanwhile. */
    boolean reading;
    /** Whether another window trains it, as far as is known. */
    boolean elsewhere;
    /** While it is being trained; else null. */
    Sweep running;
    /** Why it cannot be trained; else null. */
    Sentence why;

    /** The trial with number n has place n - 1. */
    private final List<TrialLook> trials = new ArrayList<>();
    /** Numbers of trials whose turn has not come, in the order of their turns. */
    private final List<Integer> waiting = new ArrayList<>();
    /** Of this run of it; null before. */
    private SweepPace pace;

    QueuedSweep(Path folder, Plan plan, int workers, boolean accuracy, List<Trial> all) {
        this.folder = folder;
        this.plan = plan;
        this.workers = workers;
        this.accuracy = accuracy;
        for (Trial each : all) {
            trials.add(TrialLook.waiting(each));
            waiting.add(each.number());
        }
    }

    /** One that cannot be read. */
    private static QueuedSweep faulty(Path folder, QueueFile.Item item, Sentence why) {
        QueuedSweep sweep = new QueuedSweep(folder, null, item.workers(), item.accuracy(), List.of());
        sweep.why = why;
        return sweep;
    }

    /**
     * Reads a sweep that was queued before, and what has come of it since.
     *
     * @param item what was wanted of it
     * @param known as it was when it was read before, so that not all of its files need be read again; else null
     */
    static QueuedSweep read(Path folder, QueueFile.Item item, QueuedSweep known) {
        QueuedSweep sweep;
        try {
            Plan plan = PlanFile.read(folder);
            sweep = new QueuedSweep(folder, plan, item.workers(), item.accuracy(), plan.trials());
        } catch (Problem problem) {
            return faulty(folder, item, problem.sentence());
        }
        for (TrialLook each : List.copyOf(sweep.trials)) {
            int number = each.trial().number();
            TrialLook before = known == null || known.plan == null ? each : known.look(number);
            boolean read = before.state() == TrialLook.State.FINISHED
                    && item.finished().contains(number);
            TrialLook now = read ? before : sweep.found(each);
            if (now.state() == TrialLook.State.WAITING && item.cancelled().contains(number)) {
                now = now.in(TrialLook.State.CANCELLED);
            } else if (now.state() == TrialLook.State.WAITING && item.diverged().contains(number)) {
                now = now.in(TrialLook.State.DIVERGED);
            } else if (now.state() == TrialLook.State.WAITING
                    && item.finished().contains(number)
                    && !sweep.file(each.trial()).exists()) {
                // Whoever has deleted its file does not want it again.
                now = now.in(TrialLook.State.FINISHED);
            }
            sweep.enter(now);
        }
        sweep.arrange(item.waiting());
        return sweep;
    }

    private TrialFile file(Trial trial) {
        return new TrialFile(folder.resolve(trial.file()), trial);
    }

    private TrialLook found(TrialLook before) {
        try {
            Outcome outcome = file(before.trial()).found(null);
            // Cut off after its last epoch, it still waits for its accuracy.
            boolean judged = !accuracy
                    || !outcome.fine()
                    || outcome.run().accuracies().containsKey(outcome.run().epochs());
            boolean ended = outcome.fine() && judged;
            return before.after(outcome, ended ? TrialLook.State.FINISHED : TrialLook.State.WAITING);
        } catch (Problem problem) {
            Outcome failed = new Outcome(before.trial(), Outcome.State.FAILED, null, problem.sentence());
            return before.after(failed, TrialLook.State.FAILED);
        }
    }

    QueueFile.Item item() {
        // When they are cut off, those under way are the first to go on.
        List<Integer> next = new ArrayList<>(numbers(TrialLook.State.TRAINING));
        next.addAll(waiting);
        return new QueueFile.Item(
                folder.getFileName().toString(),
                workers,
                accuracy,
                paused,
                next,
                numbers(TrialLook.State.CANCELLED),
                numbers(TrialLook.State.DIVERGED),
                numbers(TrialLook.State.FINISHED));
    }

    private List<Integer> numbers(TrialLook.State state) {
        return trials.stream()
                .filter(each -> each.state() == state)
                .map(each -> each.trial().number())
                .toList();
    }

    /** Whether something is left to be trained. */
    boolean open() {
        return trials.stream().anyMatch(each -> !each.over());
    }

    TrialLook look(int number) {
        return trials.get(number - 1);
    }

    /** Notes how far a trial has come. */
    void enter(TrialLook now) {
        int number = now.trial().number();
        trials.set(number - 1, now);
        boolean waits = now.state() == TrialLook.State.WAITING;
        if (!waits) {
            waiting.remove((Integer) number);
        } else if (!waiting.contains(number)) {
            // It was under way before.
            waiting.addFirst(number);
        }
    }

    void arrange(List<Integer> numbers) {
        Set<Integer> next = new LinkedHashSet<>(numbers);
        next.retainAll(waiting);
        next.addAll(waiting);
        waiting.clear();
        waiting.addAll(next);
        if (running != null) {
            running.arrange(waiting);
        }
    }

    /** Moves a trial that waits among those that do. @param by places, less than 0 for forward */
    void move(int number, int by) {
        int from = waiting.indexOf(number);
        int to = from + by;
        if (from >= 0 && to >= 0 && to < waiting.size()) {
            List<Integer> next = new ArrayList<>(waiting);
            Collections.swap(next, from, to);
            arrange(next);
        }
    }

    /** Leaves a trial out, whose epochs so far are kept. */
    void cancel(int number) {
        TrialLook trial = look(number);
        if (!trial.over()) {
            enter(trial.in(TrialLook.State.CANCELLED));
            if (running != null) {
                running.cancel(number);
                pace.ended(trial.trial());
            }
        }
    }

    void cancel() {
        trials.stream()
                .filter(each -> !each.over())
                .map(each -> each.trial().number())
                .toList()
                .forEach(this::cancel);
    }

    /** Lets a trial that was cancelled have a turn again, behind the others: what is done of it stays. */
    void takeBack(int number) {
        TrialLook trial = look(number);
        if (trial.state() == TrialLook.State.CANCELLED) {
            // Trials under way leave it out; it is trained when these are done.
            waiting.add(number);
            enter(trial.in(TrialLook.State.WAITING));
        }
    }

    void takeBack() {
        numbers(TrialLook.State.CANCELLED).forEach(this::takeBack);
    }

    /** Cancels what another window has cancelled, and takes back what it has. @param before as it was here */
    void follow(QueueFile.Item before, QueueFile.Item theirs) {
        theirs.cancelled().stream()
                .filter(each -> !before.cancelled().contains(each))
                .forEach(this::cancel);
        before.cancelled().stream()
                .filter(each -> !theirs.cancelled().contains(each))
                .forEach(this::takeBack);
    }

    /** Lets trials that could not be trained have another try, as after a disk was full. */
    void tryAgain() {
        why = null;
        for (int number : numbers(TrialLook.State.FAILED)) {
            enter(look(number).in(TrialLook.State.WAITING));
        }
    }

    /** @param clock in nanoseconds, of the time in which something could be trained */
    void begin(Sweep sweep, LongSupplier clock) {
        running = sweep;
        pace = new SweepPace(sweep.trials(), clock);
        sweep.arrange(waiting);
        for (TrialLook each : trials) {
            if (each.over()) {
                pace.ended(each.trial());
                // Those that have finished, too: their files may have been removed.
                sweep.cancel(each.trial().number());
            }
        }
    }

    // ---- what is heard while it runs

    void began(Trial trial, int done) {
        if (!look(trial.number()).over()) {
            enter(look(trial.number()).in(TrialLook.State.TRAINING));
            pace.began(trial, done);
        }
    }

    void epoch(Trial trial, EpochResult result) {
        TrialLook before = look(trial.number());
        if (!before.over()) {
            enter(before.after(result));
            pace.epoch(trial);
        }
    }

    void ended(Outcome outcome) {
        TrialLook before = look(outcome.trial().number());
        boolean cutOff = outcome.state() == Outcome.State.STOPPED || outcome.state() == Outcome.State.WAITING;
        TrialLook.State state =
                switch (outcome.state()) {
                    case FINISHED -> TrialLook.State.FINISHED;
                    case DIVERGED -> TrialLook.State.DIVERGED;
                    case FAILED -> TrialLook.State.FAILED;
                    case STOPPED, WAITING -> TrialLook.State.WAITING;
                };
        if (!cutOff || !before.over()) {
            enter(before.after(outcome, state));
        } else if (before.state() == TrialLook.State.CANCELLED) {
            enter(before.after(outcome, TrialLook.State.CANCELLED));
        }
        if (!before.over() && look(outcome.trial().number()).over()) {
            pace.ended(outcome.trial());
        }
    }

    private SweepLook.State state(boolean held) {
        if (why != null) {
            return SweepLook.State.FAULTY;
        }
        if (!open()) {
            return SweepLook.State.ENDED;
        }
        if (elsewhere && running == null) {
            return SweepLook.State.ELSEWHERE;
        }
        if (paused) {
            return SweepLook.State.PAUSED;
        }
        if (held) {
            return SweepLook.State.HELD;
        }
        if (loading) {
            return SweepLook.State.LOADING;
        }
        return running == null ? SweepLook.State.WAITING : SweepLook.State.TRAINING;
    }

    /** @param held whether it has to wait for a training elsewhere */
    SweepLook look(boolean held) {
        SweepLook.State state = state(held);
        List<TrialLook> ordered = new ArrayList<>(trials.stream()
                .filter(each -> each.state() != TrialLook.State.WAITING)
                .toList());
        waiting.forEach(number -> ordered.add(look(number)));
        boolean counts = state == SweepLook.State.TRAINING || state == SweepLook.State.HELD;
        double left = counts && running != null ? pace.secondsLeft() : Double.NaN;
        return new SweepLook(folder, state, ordered, left, why);
    }
}
