package latentlab.bench;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import latentlab.data.Dataset;
import latentlab.engine.DivergedException;
import latentlab.engine.EpochResult;
import latentlab.engine.ModelKind;
import latentlab.engine.Setting;
import latentlab.engine.Trainer;
import latentlab.engine.TrainingConfig;
import latentlab.engine.Validation;
import latentlab.run.MemoryRoom;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** Times the training part of an epoch, and PyTorch's of the same model in turns, so that both meet the same machine. */
final class EpochTimes {
    /** First losses further apart mean that the two do not do the same work. */
    private static final double SAME_WORK = 0.1;

    private final Dataset dataset;
    private final Listener listener;

    EpochTimes(Dataset dataset, Listener listener) {
        this.dataset = dataset;
        this.listener = listener;
    }

    /**
     * Measures seconds an epoch; with PyTorch also its own, at its better number of threads, and the ratio.
     *
     * @param python command to run PyTorch with, or null to do without
     * @throws Problem if PyTorch cannot be run, or there is no memory for the model
     */
    void measure(Part part, String python, Progress progress) throws Problem {
        MemoryRoom.check(part.config(), dataset);
        try (Trainer trainer = new Trainer(part.config(), dataset);
                PyTorchLoop pytorch = python == null ? null : loop(python, part.config(), trainer)) {
            measure(part, trainer, pytorch, progress);
        }
    }

    private PyTorchLoop loop(String python, TrainingConfig config, Trainer trainer) throws Problem {
        int from = config.get(Setting.VALIDATION) == Validation.TEST ? 0 : dataset.validationCount();
        return new PyTorchLoop(python, dataset.train(), from, config, trainer.parameters());
    }

    private void measure(Part part, Trainer trainer, PyTorchLoop pytorch, Progress progress) throws Problem {
        Sentence model = name(trainer);
        Times ours = new Times();
        Map<Integer, Times> theirs = new TreeMap<>();
        if (pytorch != null) {
            theirs.put(1, new Times());
            theirs.put(Runtime.getRuntime().availableProcessors(), new Times());
        }
        for (int epoch = 0; epoch < part.epochs(); epoch++) {
            progress.report((double) epoch / part.epochs(), Sentence.of("bench.progress.model", model));
            EpochResult result = train(trainer, part.config());
            ours.add(trainer.trainingSeconds());
            for (Map.Entry<Integer, Times> each : theirs.entrySet()) {
                PyTorchLoop.Epoch other = pytorch.train(each.getKey());
                each.getValue().add(other.seconds());
                if (epoch == 0 && each.getKey() == 1) {
                    compare(result.trainLoss(), other.loss());
                }
            }
            if (epoch + 1 == Times.WARM_UP && !theirs.isEmpty()) {
                int better = better(theirs);
                theirs.keySet().removeIf(threads -> threads != better);
            }
        }
        tell(part, model, ours.median(), theirs, pytorch);
    }

    private static int better(Map<Integer, Times> times) {
        return times.entrySet().stream()
                .min(Comparator.comparingDouble(each -> each.getValue().median()))
                .orElseThrow()
                .getKey();
    }

    private void compare(double ours, double theirs) {
        if (!(Math.abs(theirs / ours - 1) < SAME_WORK)) {
            listener.remark(Sentence.of("bench.pytorch.differs", ours, theirs));
        }
    }

    private void tell(Part part, Sentence model, double seconds, Map<Integer, Times> theirs, PyTorchLoop pytorch) {
        listener.measured(
                Figure.of(part.word() + ".seconds", Sentence.of("bench.figure.epoch", model), seconds, Unit.SECONDS));
        theirs.forEach((threads, times) -> {
            listener.measured(Figure.of(
                    part.word() + ".pytorch.seconds",
                    Sentence.of("bench.figure.pytorch", pytorch.version(), threads),
                    times.median(),
                    Unit.SECONDS));
            listener.measured(new Figure(
                    part.word() + ".ratio",
                    Sentence.of("bench.figure.ratio"),
                    seconds / times.median(),
                    Unit.RATIO,
                    part.goal()));
        });
    }

    /** @return what to call the model, e.g. 784-20-784 */
    private static Sentence name(Trainer trainer) {
        String units = trainer.model().units().stream().map(String::valueOf).collect(Collectors.joining("-"));
        boolean tied = trainer.model().kind() == ModelKind.TIED;
        return Sentence.of(tied ? "bench.model.tied" : "bench.model.simple", units);
    }

    static EpochResult train(Trainer trainer, TrainingConfig config) {
        try {
            return trainer.train((_, _) -> config.learningRate());
        } catch (DivergedException e) {
            throw new IllegalStateException(e); // not at rates that people train these models with
        }
    }
}
