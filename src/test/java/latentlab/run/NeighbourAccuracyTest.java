package latentlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import latentlab.MadeUpImages;
import latentlab.PlainAccuracy;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighbourAccuracyTest {
    /** Of noise with a faint bar, so that neighbours are right about some. */
    private static final Dataset DATA = faint(MadeUpImages.dataset(400, 5, 7));

    @TempDir
    private Path scratch;

    private static Dataset faint(Dataset clear) {
        ImageSet test = clear.test();
        byte[] pixels = test.pixels().clone();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.min(255, (pixels[i] & 0xFF) / 3 + random.nextInt(120));
        }
        ImageSet noisy = new ImageSet(test.count(), test.shape(), pixels, test.labels());
        return new Dataset(clear.name(), clear.origin(), clear.train(), noisy, List.of());
    }

    /** @param parameters of each epoch */
    private Run run(Dataset dataset, float[]... parameters) throws IOException {
        Run run = MadeUpRun.of(TrainingConfig.DEFAULT, dataset, model(), scratch);
        for (float[] each : parameters) {
            run.epochs().append(each, Double.NaN);
        }
        return run;
    }

    private static Autoencoder model() {
        return new Autoencoder(ModelKind.TIED, 5, 7, 3);
    }

    private static float[] initial(int seed) {
        return model().initialParameters(seed);
    }

    @Test
    void isTheShareThatTheTenNearestAreRightAbout() throws IOException {
        try (Run run = run(DATA, initial(1), initial(2))) {
            NeighbourAccuracy accuracy = new NeighbourAccuracy(run);
            ImageSet test = DATA.test();
            int[] labels = IntStream.range(0, test.count()).map(test::label).toArray();
            for (int epoch = 0; epoch < 2; epoch++) {
                double plain = PlainAccuracy.of(run.latent(epoch), 3, labels);
                assertThat(accuracy.of(epoch, () -> true)).isEqualTo(plain, within(1e-12));
                assertThat(plain).as("neither luck nor all").isBetween(0.3, 0.99);
            }
            assertThat(accuracy.known(2)[0]).isNotEqualTo(accuracy.known(2)[1]);
        }
    }

    @Test
    void goesFromTheLastOverAFewAllOverTheRunToEachOne() throws IOException {
        float[][] parameters = IntStream.range(0, 9).mapToObj(_ -> initial(1)).toArray(float[][]::new);
        try (Run run = run(DATA, parameters)) {
            NeighbourAccuracy accuracy = new NeighbourAccuracy(run);
            List<Integer> order = new ArrayList<>();
            for (int epoch = accuracy.next(9, 5); epoch >= 0; epoch = accuracy.next(9, 5)) {
                accuracy.of(epoch, () -> true);
                order.add(epoch);
            }
            assertThat(order).containsExactly(5, 8, 0, 4, 2, 6, 1, 3, 7);
            run.epochs().append(initial(1), Double.NaN);
            assertThat(accuracy.next(10, 5)).as("one more epoch").isEqualTo(9);
        }
    }

    @Test
    void passesOverEpochsThatAreNoLongerKept() throws IOException {
        float[][] parameters = IntStream.range(0, 10).mapToObj(_ -> initial(1)).toArray(float[][]::new);
        try (Run run = run(DATA, parameters)) {
            assertThat(run.epochs().thin()).isTrue();
            NeighbourAccuracy accuracy = new NeighbourAccuracy(run);
            List<Integer> order = new ArrayList<>();
            for (int epoch = accuracy.next(10, 5); epoch >= 0; epoch = accuracy.next(10, 5)) {
                accuracy.of(epoch, () -> true);
                order.add(epoch);
            }
            assertThat(order).containsExactlyInAnyOrder(0, 2, 4, 6, 8, 9);
        }
    }

    @Test
    void knowsNothingOfEpochsNotAskedForNorOfCodesThatAreNoNumbers() throws IOException {
        float[] diverged = initial(1);
        Arrays.fill(diverged, Float.NaN);
        try (Run run = run(DATA, initial(1), initial(2), diverged)) {
            NeighbourAccuracy accuracy = new NeighbourAccuracy(run);
            accuracy.of(1, () -> true);
            assertThat(accuracy.of(2, () -> true)).isNaN();
            assertThat(accuracy.known(3)[0]).isNaN();
            assertThat(accuracy.known(3)[1]).isPositive();
            assertThat(accuracy.known(3)[2]).isNaN();
            assertThat(accuracy.next(3, 2))
                    .as("the diverged one is not asked for again")
                    .isZero();
        }
    }

    @Test
    void givesUpWhenItIsNotWantedOrNobodyHoldsTheRunAnyMore() throws IOException {
        Run run = run(DATA, initial(1), initial(2));
        NeighbourAccuracy accuracy = new NeighbourAccuracy(run);
        assertThatThrownBy(() -> accuracy.of(0, () -> false)).isInstanceOf(CancellationException.class);
        double first = accuracy.of(0, () -> true);
        try (Run.Hold _ = run.hold()) {
            run.close();
            assertThat(accuracy.of(0, () -> false)).as("known").isEqualTo(first);
            assertThat(accuracy.of(1, () -> true)).as("held").isNotNaN();
        }
        assertThatThrownBy(() -> accuracy.of(2, () -> true)).isInstanceOf(CancellationException.class);
    }

    @Test
    void needsLabelsAndThreeImages() {
        ImageSet test = DATA.test();
        ImageSet unlabelled = new ImageSet(test.count(), test.shape(), test.pixels(), null);
        ImageSet two = MadeUpImages.images(2, 5, 7, 1);
        assertThat(NeighbourAccuracy.possible(DATA)).isTrue();
        assertThat(NeighbourAccuracy.possible(testedOn(unlabelled))).isFalse();
        assertThat(NeighbourAccuracy.possible(testedOn(two))).isFalse();
    }

    private static Dataset testedOn(ImageSet test) {
        return new Dataset(DATA.name(), DATA.origin(), DATA.train(), test, List.of());
    }
}
