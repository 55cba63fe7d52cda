package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import latentlab.MadeUpImages;
import latentlab.cli.Program;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A vector that the just-in-time compiler makes an object of costs megabytes an epoch and most of the speed. What it
 * follows hangs on what it has seen before; so this is asked in a process of its own, which trains as the program does.
 */
class AllocationTest {
    /** In bytes, on any usual JVM. */
    private static final long SMALLEST_OBJECT = 16;

    private static final double RATE = 0.01;

    @TempDir
    private Path folder;

    @Test
    void aBatchAllocatesNothingOnceTheKernelsAreCompiled() throws Exception {
        Process process = Program.of(AllocationTest.class, folder, List.of("-XX:-UseProfiledLoopPredicate"))
                .start();
        Map<String, Long> bytes = new TreeMap<>();
        try (var reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] parts = line.split("\t");
                bytes.put(parts[1], Long.parseLong(parts[0]));
            }
        }
        assertThat(process.waitFor()).isZero();
        assertThat(bytes).hasSameSizeAs(waysThroughTheKernels().toList());
        assertThat(bytes)
                .as("bytes a batch")
                .allSatisfy((way, batch) -> assertThat(batch).as(way).isLessThan(SMALLEST_OBJECT));
    }

    private static Stream<TrainingConfig> waysThroughTheKernels() {
        TrainingConfig stack = TrainingConfig.DEFAULT.with(Setting.HIDDEN, HiddenLayer.dense(48));
        Stream<TrainingConfig> activations = Stream.of(Activation.values())
                .filter(Setting.ENCODER.domain()::contains)
                .filter(activation -> activation != Setting.ENCODER.initial())
                .map(activation -> stack.with(Setting.ENCODER, activation)
                        .with(Setting.CODE, activation)
                        .with(Setting.DECODER, activation));
        Stream<TrainingConfig> losses = Stream.of(Loss.values()).map(loss -> stack.with(Setting.LOSS, loss));
        Stream<TrainingConfig> optimisers = Stream.of(Optimiser.values())
                .map(each -> stack.with(Setting.OPTIMISER, each)
                        .with(Setting.WEIGHT_DECAY, 1e-4)
                        .with(Setting.CLIP, 0.01)
                        .with(Setting.SPARSITY, 1e-3));
        return Stream.of(
                        Stream.of(ModelKind.values()).map(TrainingConfig.DEFAULT::withKind),
                        activations,
                        losses,
                        optimisers,
                        Stream.of(stack.with(Setting.OUTPUT, Activation.LINEAR)))
                .flatMap(each -> each);
    }

    /** Prints for each way, in a line, the bytes a batch allocates at last, and the way. */
    public static void main(String[] arguments) throws Exception {
        for (TrainingConfig way : (Iterable<TrainingConfig>) waysThroughTheKernels()::iterator) {
            System.out.println(leastBytesPerBatch(way) + "\t" + way);
        }
    }

    private static long leastBytesPerBatch(TrainingConfig way) throws DivergedException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        TrainingConfig config = way.withBatch(32).withShuffle(true);
        long least = Long.MAX_VALUE;
        try (Trainer trainer = new Trainer(config, MadeUpImages.dataset(2000, 28, 28))) {
            // The compilers work in the background: wait for them as long as it may take, by training on.
            for (int e = 0; e < 500 && least >= SMALLEST_OBJECT; e++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                trainer.train((_, _) -> RATE);
                long allocated = threads.getCurrentThreadAllocatedBytes() - before;
                least = Math.min(least, allocated / trainer.batches());
            }
        }
        return least;
    }
}
