package latentlab.run.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.TrainedRun;
import latentlab.run.images.ChosenImages.How;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which images the grid shows, and what becomes of them when they are moved and replaced. */
class ChosenImagesTest {
    private static final Dataset DATA = MadeUpImages.dataset(120, 5, 7);

    @TempDir
    Path folder;

    @Test
    void drawsTheSameImagesForASeedAndOthersForAnother() {
        ChosenImages seven = ChosenImages.random(DATA, 7);
        assertThat(seven.indices()).hasSize(10).doesNotHaveDuplicates().allMatch(image -> image >= 0 && image < 60);
        assertThat(ChosenImages.random(DATA, 7)).isEqualTo(seven);
        assertThat(ChosenImages.random(DATA, 8).indices()).isNotEqualTo(seven.indices());
        assertThat(ChosenImages.random(MadeUpImages.dataset(8, 5, 7), 7).indices())
                .as("all there are")
                .containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void takesTheFirstOfAClass() {
        ChosenImages some = ChosenImages.ofClass(DATA, 3);
        assertThat(some.indices())
                .isSorted()
                .hasSizeBetween(1, 10)
                .allMatch(image -> DATA.test().label(image) == 3);
    }

    @Test
    void takesThoseWithTheLargestOrSmallestErrorsOfTheEpoch() throws Exception {
        TrainingConfig config =
                TrainingConfig.DEFAULT.withLatent(2).withBatch(16).withEpochs(2);
        try (TrainedRun trained = TrainedRun.of(DATA, config, folder)) {
            double[] errors = trained.run().errors(2, () -> true);
            double[] sorted = Arrays.stream(errors).sorted().toArray();
            ChosenImages worst = ChosenImages.ranked(ErrorRanking.WORST, trained.run(), 2, () -> true);
            assertThat(worst.indices().stream().map(image -> errors[image]).toList())
                    .containsExactly(
                            sorted[59],
                            sorted[58],
                            sorted[57],
                            sorted[56],
                            sorted[55],
                            sorted[54],
                            sorted[53],
                            sorted[52],
                            sorted[51],
                            sorted[50]);
            assertThat(worst.number()).isEqualTo(2);
            assertThat(worst.run()).isEqualTo(trained.run().id());
            ChosenImages best = ChosenImages.ranked(ErrorRanking.BEST, trained.run(), 2, () -> true);
            assertThat(errors[best.indices().getFirst()]).isEqualTo(sorted[0]);
        }
    }

    @Test
    void movesAndReplacesColumns() {
        ChosenImages some = ChosenImages.byHand(4, 8, 4, 15, 16);
        assertThat(some.indices()).containsExactly(4, 8, 15, 16);
        assertThat(some.moved(0, 2).indices()).containsExactly(8, 15, 4, 16);
        assertThat(some.moved(3, 0).indices()).containsExactly(16, 4, 8, 15);
        assertThat(some.replaced(1, 23).indices()).containsExactly(4, 23, 15, 16);
        assertThat(some.replaced(1, 16).indices()).as("they change places").containsExactly(4, 16, 15, 8);
        assertThat(some.without(0).indices()).containsExactly(8, 15, 16);
    }

    @Test
    void remembersHowTheyWereChosenWhenMovedUnlessThatSaysTheirOrder() {
        assertThat(ChosenImages.random(DATA, 7).moved(0, 1).how()).isEqualTo(How.RANDOM);
        assertThat(ChosenImages.selected(1, 2).moved(0, 1).how()).isEqualTo(How.HAND);
        assertThat(new ChosenImages(How.NOTEBOOK, 0, null, List.of(1, 2))
                        .moved(0, 1)
                        .how())
                .isEqualTo(How.HAND);
        assertThat(ChosenImages.random(DATA, 7).replaced(0, 1).how()).isEqualTo(How.HAND);
    }
}
