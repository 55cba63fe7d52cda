package latentlab.measure;

import java.util.List;
import latentlab.data.Dataset;
import latentlab.run.MemoryRoom;
import latentlab.text.Problem;
import latentlab.text.Progress;

/** Measures the speed of the whole program. */
public final class Benchmark {
    private final Dataset dataset;
    private final int turns;
    private final WindowProbe window;
    private final Listener listener;
    private String python;
    private boolean complete = true;

    /**
     * @param turns in which models are timed, 1 or more
     * @param python command to run PyTorch with, or null to skip the comparison
     * @param listener receives every figure as soon as it is known
     */
    public Benchmark(Dataset dataset, int turns, String python, WindowProbe window, Listener listener) {
        this.dataset = dataset;
        this.turns = turns;
        this.python = python;
        this.window = window;
        this.listener = listener;
    }

    /**
     * Measures some parts, one after another. Failures are reported as remarks, and the other parts are still measured.
     *
     * @return whether everything asked for could be measured
     * @throws java.util.concurrent.CancellationException if the progress is cancelled
     */
    public boolean run(List<BenchmarkPart> parts, Progress progress) throws InterruptedException {
        for (int i = 0; i < parts.size(); i++) {
            Progress mine = progress.part((double) i / parts.size(), (i + 1.0) / parts.size());
            try {
                measure(parts.get(i), mine);
            } catch (Problem problem) {
                remark(problem, mine);
            }
        }
        return complete;
    }

    private void remark(Problem problem, Progress progress) {
        // Throws first if cancelled: a process interrupted together with this one is not worth a remark.
        progress.report(0, problem.sentence());
        listener.remark(problem.sentence());
        complete = false;
    }

    private void measure(BenchmarkPart part, Progress progress) throws Problem, InterruptedException {
        switch (part) {
            case SIMPLE, TIED, K2, K128, STACK, HINTON -> times(part, progress);
            case BESIDES -> listener.measured(EpochShare.measure(dataset, progress));
            case HEAP -> HeapGrowth.measure(dataset, listener::measured, progress);
            case WINDOW, MAP -> window.measure(part, dataset.origin(), listener::measured, progress);
        }
    }

    private void times(BenchmarkPart part, Progress progress) throws Problem, InterruptedException {
        MemoryRoom.check(part.config(), dataset);
        EpochTimes times = new EpochTimes(part, dataset, turns, listener);
        try {
            times.measure(python, progress);
        } catch (Problem problem) {
            remark(problem, progress);
            python = null; // reported once: without it for the other models
            if (times.isEmpty()) {
                times.measure(null, progress);
            }
        } finally {
            times.tell(); // even if interrupted
        }
    }
}
