package latentlab.engine.kernels;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Optimiser;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What each part of a step of 784-20-784 on a batch of 128 takes, by the Vector API and plainly (JMH; not part of any
 * test):
 *
 * <pre>
 * ./mvnw -q test-compile exec:exec@benchmark
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelsBenchmark {
    private static final int INPUTS = 784;
    private static final int UNITS = 20;
    private static final int BATCH = 128;

    @Param({"vector", "plain"})
    private String path;

    private final Autoencoder model = new Autoencoder(ModelKind.SIMPLE, 28, 28, UNITS);
    private final int count = model.parameterCount();
    private final byte[] pixels = new byte[INPUTS * BATCH];
    private final StepNumbers numbers = new StepNumbers();
    private Kernels kernels;
    private Floats images;
    private Floats output;
    private Floats units;
    private Floats delta;
    private Floats bias;
    private Floats biasGradient;
    private Floats weight;
    private Floats parameters;
    private Floats gradient;
    private Floats first;
    private Floats second;

    @Setup(Level.Trial)
    public void take() {
        kernels = path.equals("vector") ? VectorKernels.create() : new PlainKernels();
        new SplittableRandom(1).nextBytes(pixels);
        images = Floats.matrix(INPUTS, BATCH);
        output = Floats.matrix(INPUTS, BATCH);
        units = Floats.matrix(UNITS, BATCH);
        delta = Floats.matrix(UNITS, BATCH);
        bias = Floats.matrix(INPUTS, 1);
        biasGradient = Floats.matrix(INPUTS, 1);
        weight = Floats.matrix(UNITS, INPUTS);
        parameters = Floats.matrix(count, 1);
        gradient = Floats.matrix(count, 1);
        first = Floats.matrix(count, 1);
        second = Floats.matrix(count, 1);
        parameters.set(model.initialParameters(1));
        gradient.set(model.initialParameters(2));
        numbers.set(Optimiser.ADAM, 0.01, 0.9, 0, 1000);
        unpack();
    }

    @TearDown(Level.Trial)
    public void giveBack() {
        for (Floats each : new Floats[] {
            images, output, units, delta, bias, biasGradient, weight, parameters, gradient, first, second
        }) {
            each.close();
        }
    }

    @Benchmark
    public void unpack() {
        kernels.unpack(pixels, 0, images.segment(), 0, pixels.length);
    }

    @Benchmark
    public void hiddenActivation() {
        kernels.activate(Activation.SIGMOID, units.segment(), bias.segment(), UNITS, BATCH);
    }

    @Benchmark
    public double outputDelta() {
        return kernels.outputDelta(
                Loss.MSE,
                Activation.SIGMOID,
                output.segment(),
                bias.segment(),
                images.segment(),
                biasGradient.segment(),
                INPUTS,
                BATCH,
                1e-5f);
    }

    @Benchmark
    public double validationLoss() {
        return kernels.loss(
                Loss.MSE, Activation.SIGMOID, output.segment(), bias.segment(), images.segment(), INPUTS, BATCH);
    }

    @Benchmark
    public void hiddenDelta() {
        kernels.hiddenDelta(Activation.SIGMOID, delta.segment(), units.segment(), biasGradient.segment(), UNITS, BATCH);
    }

    @Benchmark
    public void adam() {
        kernels.step(
                Optimiser.ADAM,
                parameters.segment(),
                gradient.segment(),
                first.segment(),
                second.segment(),
                count,
                numbers);
    }

    /** 784 x 20 by 20 x 128: the same on both paths. */
    @Benchmark
    public void product() {
        output.product(weight, true, units, false);
    }
}
