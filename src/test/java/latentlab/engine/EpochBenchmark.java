package latentlab.engine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import latentlab.RealMnist;
import latentlab.data.Dataset;

/**
 * Prints how long an epoch on MNIST takes, training alone and with validation, and what it allocates; epoch by epoch, then the
 * medians after the first two. Arguments: kind, latent units, epochs, "shuffle".
 *
 * <pre>
 * LATENT_LAB_MNIST=... ./mvnw -q test-compile exec:exec@app -Dexec.classpathScope=test \
 *     -Dapp.main=latentlab.engine.EpochBenchmark -Dapp.args="simple 20 9"
 * </pre>
 */
final class EpochBenchmark {
    private EpochBenchmark() {}

    public static void main(String[] args) throws DivergedException {
        ModelKind kind = args.length > 0 ? ModelKind.valueOf(args[0].toUpperCase()) : ModelKind.SIMPLE;
        int latent = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        int epochs = args.length > 2 ? Integer.parseInt(args[2]) : 7;
        TrainingConfig config = TrainingConfig.DEFAULT
                .withKind(kind)
                .withLatent(latent)
                .withShuffle(args.length > 3 && args[3].equals("shuffle"));
        Dataset mnist = RealMnist.load();
        var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double[] train = new double[epochs];
        double[] whole = new double[epochs];
        long start = System.nanoTime();
        ComputeBackend.load();
        System.out.printf("backend ready after %.2f s%n", (System.nanoTime() - start) * 1e-9);
        try (Trainer trainer = new Trainer(config, mnist)) {
            for (int e = 0; e < epochs; e++) {
                long bytes = memory.getCurrentThreadAllocatedBytes();
                EpochResult result = trainer.train((batch, batches) -> config.learningRate());
                bytes = memory.getCurrentThreadAllocatedBytes() - bytes;
                whole[e] = result.seconds();
                train[e] = trainer.trainingSeconds();
                System.out.printf(
                        "epoch %d train %.5f valid %.5f %.3f s, training alone %.3f s, %d bytes a batch%n",
                        result.epoch(),
                        result.trainLoss(),
                        result.validLoss(),
                        whole[e],
                        train[e],
                        bytes / trainer.batches());
            }
        }
        System.out.printf("median epoch %.3f s, training alone %.3f s%n", median(whole), median(train));
    }

    private static double median(double[] seconds) {
        double[] settled = Arrays.copyOfRange(seconds, Math.min(2, seconds.length - 1), seconds.length);
        Arrays.sort(settled);
        return settled[settled.length / 2];
    }
}
