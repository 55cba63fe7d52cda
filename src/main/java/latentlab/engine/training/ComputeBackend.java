package latentlab.engine.training;

import java.util.function.BiConsumer;
import latentlab.data.ImageSet;
import latentlab.engine.kernels.BlasThreads;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Batch;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;

/**
 * The native half of the engine. Loading it takes seconds, so a window starts it in the background before it is needed.
 */
public final class ComputeBackend {
    /** Enough for the just-in-time compiler to have its last word on the kernels. */
    private static final int WARM_UP_STEPS = 60;

    private static final int WARM_UP_LOSSES = 20;
    private static final int BATCH = 128;
    /** Images, which take long as long as nothing is compiled. */
    private static final int FEW = 8;

    private static boolean warm;
    /** The library is there, whoever has loaded it. */
    private static volatile boolean ready;

    private ComputeBackend() {}

    public static void isReady() {
        ready = true;
    }

    /** Whether the library has been loaded, here or by what needed it first. */
    public static boolean ready() {
        return ready;
    }

    /** Loads ND4J and its BLAS; returns at once when that is done already. Safe to call from any thread. */
    public static void load() {
        // With its first matrix.
        Floats.matrix(1, 1).close();
    }

    /** Takes the losses of some black images, so that a run soon has its first ones. Loads what it needs. */
    public static void warmUpLosses() {
        onBlack(FEW, WARM_UP_LOSSES, (step, batch) -> step.network.evaluate(batch, Loss.MSE));
    }

    /**
     * Takes some training steps on black images, so that the kernels are compiled: the first epoch on MNIST takes a
     * fifth of a second then, not two seconds. Loads what it needs; returns at once when it has been done already, and
     * soon when training begins, which warms up as well and would only wait. Safe to call from any thread.
     */
    public static synchronized void warmUp() {
        if (!warm) {
            onBlack(BATCH, WARM_UP_STEPS, (step, batch) -> {
                step.train(batch, 0.01, 0.9);
                step.network.evaluate(batch, Loss.MSE);
            });
            warm = true;
        }
    }

    private static void onBlack(int images, int times, BiConsumer<TrainingStep, Batch> work) {
        Autoencoder model = new Autoencoder(ModelKind.SIMPLE, 28, 28, 20);
        Kernels kernels = Kernels.fastest();
        TrainingStep step = new TrainingStep(model, kernels, model.initialParameters(0), TrainingConfig.DEFAULT);
        Batch batch = new Batch(model, images);
        ImageSet black = new ImageSet(images, model.shape(), new byte[images * model.inputs()], null);
        for (int i = 0; i < times && !Trainer.anyTrains(); i++) {
            batch.fill(black, 0, kernels, 0);
            work.accept(step, batch);
        }
        batch.close();
        step.close();
    }

    /** @return see {@link Arithmetic#processor()}; loads the native libraries if they are not loaded yet */
    public static String processor() {
        return BlasThreads.processor();
    }
}
