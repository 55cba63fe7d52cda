package latentlab.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.DivergedException;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.Split;
import latentlab.engine.training.Trainer;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Times the training part of an epoch of one model in several turns, and of the same model in PyTorch: an epoch of one
 * after an epoch of the other, so that both meet the machine in the same state.
 */
final class EpochTimes {
    /** If the first losses differ by more than this share, the two do not do the same work. */
    private static final double SAME_WORK = 0.1;
    /** Epochs of a turn after which PyTorch keeps the number of threads that has been faster. */
    private static final int CHOICE = 2;

    private final BenchmarkPart part;
    private final Dataset dataset;
    private final int wanted;
    private final Listener listener;
    private final List<Turn> turns = new ArrayList<>();
    private Sentence model;

    /** @param wanted number of turns */
    EpochTimes(BenchmarkPart part, Dataset dataset, int wanted, Listener listener) {
        this.part = part;
        this.dataset = dataset;
        this.wanted = wanted;
        this.listener = listener;
    }

    /** Whether no turn is finished yet. */
    boolean isEmpty() {
        return turns.isEmpty();
    }

    /**
     * Takes all turns.
     *
     * @param python command to run PyTorch with, or null to skip the comparison
     * @throws Problem if PyTorch cannot be run; finished turns are kept
     */
    void measure(String python, Progress progress) throws Problem, InterruptedException {
        Trainer last = null;
        try {
            for (int turn = 0; turn < wanted; turn++) {
                // Made before the last one is closed, whose memory it would otherwise get.
                Trainer trainer = new Trainer(part.config(), dataset);
                if (last != null) {
                    last.close();
                }
                last = trainer;
                model = name(trainer);
                Progress mine = progress.part((double) turn / wanted, (turn + 1.0) / wanted);
                turn(trainer, python, mine);
            }
        } finally {
            if (last != null) {
                last.close();
            }
        }
    }

    private void turn(Trainer trainer, String python, Progress progress) throws Problem, InterruptedException {
        Runnable starting = asking(progress, 0);
        starting.run();
        try (PyTorchLoop pytorch = python == null ? null : loop(python, trainer, starting)) {
            Turn turn = turn(trainer, pytorch, progress);
            turns.add(turn);
            listener.turned(turn);
        }
    }

    private Runnable asking(Progress progress, double fraction) {
        Sentence what = Sentence.of("measure.progress.model", model);
        return () -> progress.report(fraction, what);
    }

    private PyTorchLoop loop(String python, Trainer trainer, Runnable waiting) throws Problem, InterruptedException {
        TrainingConfig config = part.config();
        int from = Split.of(config, dataset).held();
        return new PyTorchLoop(python, dataset.train(), from, config, trainer.parameters(), PyTorchLoop.LIMIT, waiting);
    }

    /** @param pytorch null to skip the comparison */
    private Turn turn(Trainer trainer, PyTorchLoop pytorch, Progress progress) throws Problem, InterruptedException {
        double ours = Double.POSITIVE_INFINITY;
        Map<Integer, Double> theirs = new TreeMap<>();
        if (pytorch != null) {
            theirs.put(1, Double.POSITIVE_INFINITY);
            theirs.put(Runtime.getRuntime().availableProcessors(), Double.POSITIVE_INFINITY);
        }
        for (int epoch = 0; epoch < part.epochs(); epoch++) {
            Runnable waiting = asking(progress, (double) epoch / part.epochs());
            EpochResult result = train(trainer, part.config(), waiting);
            ours = Math.min(ours, trainer.trainingSeconds());
            for (Map.Entry<Integer, Double> each : theirs.entrySet()) {
                PyTorchLoop.Epoch other = pytorch.train(each.getKey(), waiting);
                each.setValue(Math.min(each.getValue(), other.seconds()));
                if (turns.isEmpty() && epoch == 0 && each.getKey() == 1) {
                    compare(result.trainLoss(), other.loss());
                }
            }
            if (epoch + 1 == CHOICE && !theirs.isEmpty()) {
                int better = better(theirs).getKey();
                theirs.keySet().removeIf(threads -> threads != better);
            }
        }
        return new Turn(part, ours, pytorch == null ? null : baseline(better(theirs), pytorch.version()));
    }

    private static Map.Entry<Integer, Double> better(Map<Integer, Double> seconds) {
        return seconds.entrySet().stream()
                .min(Comparator.comparingDouble(Map.Entry::getValue))
                .orElseThrow();
    }

    private static Turn.Baseline baseline(Map.Entry<Integer, Double> best, String version) {
        return new Turn.Baseline("PyTorch " + version, best.getKey(), best.getValue());
    }

    private void compare(double ours, double theirs) {
        if (!(Math.abs(theirs / ours - 1) < SAME_WORK)) {
            listener.remark(Sentence.of("measure.pytorch.differs", ours, theirs));
        }
    }

    /** Reports the results of the finished turns; nothing if there are none. */
    void tell() {
        if (turns.isEmpty()) {
            return;
        }
        Comparison comparison = new Comparison(turns);
        String word = part.word();
        Range ours = comparison.ours();
        Sentence what = Sentence.of("measure.figure.epoch", model, turns.size());
        listener.measured(new Figure(word + ".seconds", what, ours.least(), Unit.SECONDS, Double.NaN, ours));
        if (comparison.hasBaseline()) {
            Turn.Baseline best = comparison.best();
            listener.measured(new Figure(
                    word + ".pytorch.seconds",
                    Sentence.of("measure.figure.pytorch", best.program(), best.threads()),
                    best.seconds(),
                    Unit.SECONDS,
                    Double.NaN,
                    comparison.theirs()));
            listener.measured(new Figure(
                    word + ".ratio", Sentence.of("measure.figure.ratio"), comparison.ratio(), Unit.RATIO, part.goal()));
            listener.measured(new Figure(
                    word + ".ratio.median",
                    Sentence.of("measure.figure.pairs"),
                    comparison.medianPair(),
                    Unit.RATIO,
                    Double.NaN,
                    comparison.pairs()));
        }
    }

    /** @return the name of the model, e.g. 784-20-784 */
    private static Sentence name(Trainer trainer) {
        String units = trainer.model().units().stream().map(String::valueOf).collect(Collectors.joining("-"));
        String kind = trainer.model().kind().name().toLowerCase(Locale.ROOT);
        return Sentence.of("measure.model." + kind, units);
    }

    /** @param waiting called before each batch, and not timed; an exception from it ends the training */
    static EpochResult train(Trainer trainer, TrainingConfig config, Runnable waiting) {
        try {
            return trainer.train((_, _) -> {
                waiting.run();
                return config.learningRate();
            });
        } catch (DivergedException e) {
            throw new IllegalStateException(e); // does not happen at the usual learning rates of these models
        }
    }
}
