package latentlab.measure;

import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.Trainer;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Measures the share of an epoch of the default model that is not training: validation, storing it, reporting it, and
 * what views compute.
 */
final class EpochShare {
    private static final int EPOCHS = 43;
    private static final double GOAL = 12;

    private EpochShare() {}

    /** Trains complete epochs and bare ones in turns. */
    static Figure measure(Dataset dataset, Progress progress) throws Problem, InterruptedException {
        TrainingConfig config = TrainingConfig.DEFAULT;
        Sentence what = Sentence.of("measure.progress.besides");
        Times whole = new Times();
        Times training = new Times();
        try (ServiceEpochs epochs = new ServiceEpochs(dataset, config);
                Trainer trainer = new Trainer(config, dataset)) {
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                double fraction = (double) epoch / EPOCHS;
                progress.report(fraction, what);
                long start = System.nanoTime();
                epochs.train();
                whole.add((System.nanoTime() - start) * 1e-9);
                EpochTimes.train(trainer, config, () -> progress.report(fraction, what));
                training.add(trainer.trainingSeconds());
            }
        }
        double share = 100 * (1 - training.median() / whole.median());
        return new Figure("besides.percent", Sentence.of("measure.figure.besides"), share, Unit.PERCENT, GOAL);
    }
}
