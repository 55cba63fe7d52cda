package latentlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand epochs of the default model, 784-20-784, on images few enough to make them in a moment. */
class LongRunTest {
    private static final int EPOCHS = 1000;
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    private Path scratch;

    @Test
    void aThousandEpochsHardlyShowInTheHeap() {
        long before = usedHeap();
        Dataset few = MadeUpImages.dataset(12, 28, 28);
        Recorder events = new Recorder();
        try (TrainingService service = new TrainingService(scratch, events)) {
            service.open(few, TrainingConfig.DEFAULT.withEpochs(EPOCHS));
            Run run = service.runs().get(events.awaitRun());
            service.trainUntil(100);
            events.await(RunState.FINISHED);
            events.forget();
            long afterHundred = usedHeap();

            service.trainUntil(EPOCHS);
            events.await(RunState.FINISHED);

            // 900 sets of parameters are 116 MB.
            long afterAll = usedHeap();
            System.out.printf(
                    "Heap after 100 epochs %.1f MB, after %,d epochs %.1f MB%n",
                    (double) (afterHundred - before) / MEGABYTE, EPOCHS, (double) (afterAll - before) / MEGABYTE);
            assertThat(afterAll - before).as("all of it").isLessThan(200 * MEGABYTE);
            assertThat(afterAll - afterHundred).as("growth").isLessThan(30 * MEGABYTE);
            assertThat(run.epochs().count()).isEqualTo(EPOCHS + 1);
            float[] first = run.epochs().read(0);
            assertThat(first)
                    .isEqualTo(run.model().initialParameters(run.config().seed()));
            assertThat(run.epochs().read(EPOCHS)).isNotEqualTo(run.epochs().read(EPOCHS - 1));
            run.close();
        }
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
