package latentlab.measure;

import java.lang.management.ManagementFactory;
import java.util.function.Consumer;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/** Measures the heap in use after many epochs of the default model, including the dataset. */
final class HeapGrowth {
    private static final int FEW = 100;
    private static final int MANY = 1000;
    private static final double GOAL = 200;
    /** Goal for the growth, in megabytes: a few values are kept of every epoch. */
    private static final double GROWTH = 1;

    private HeapGrowth() {}

    static void measure(Dataset dataset, Consumer<Figure> figures, Progress progress)
            throws Problem, InterruptedException {
        double afterFew = 0;
        try (ServiceEpochs epochs = new ServiceEpochs(dataset, TrainingConfig.DEFAULT.withEpochs(MANY))) {
            for (int epoch = 2; epoch <= MANY; epoch++) {
                progress.report((double) epoch / MANY, Sentence.of("measure.progress.heap", epoch, MANY));
                epochs.train();
                if (epoch == FEW) {
                    afterFew = megabytes();
                    figures.accept(figure(FEW, afterFew));
                }
            }
            double afterMany = megabytes();
            figures.accept(figure(MANY, afterMany));
            figures.accept(new Figure(
                    "heap.growth.megabytes",
                    Sentence.of("measure.figure.growth", FEW, MANY),
                    afterMany - afterFew,
                    Unit.MEGABYTES,
                    GROWTH));
        }
    }

    private static Figure figure(int epochs, double megabytes) {
        Sentence what = Sentence.of("measure.figure.heap", epochs);
        return new Figure("heap." + epochs + ".megabytes", what, megabytes, Unit.MEGABYTES, GOAL);
    }

    private static double megabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
    }
}
