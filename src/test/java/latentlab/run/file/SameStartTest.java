package latentlab.run.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import latentlab.engine.settings.Initialiser;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.Trainer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new run begins as a saved one did, and what is said of that is true. */
class SameStartTest {
    private static final TrainingConfig CONFIG = TrainingConfig.DEFAULT
            .withLatent(3)
            .withBatch(4)
            .withEpochs(3)
            .withSeed(77)
            .withShuffle(true)
            .with(Setting.NOISE, Noise.MASKING)
            .with(Setting.NOISE_LEVEL, 0.3);

    @TempDir
    private Path folder;

    private Path saved;

    @BeforeEach
    void trainOne() throws Exception {
        saved = folder.resolve("saved.latentlab");
        SavedRuns.train(saved, CONFIG);
    }

    private static SameStart start(Path file, TrainingConfig next) throws Exception {
        try (RunFile run = RunFile.open(file)) {
            return SameStart.of(run, next);
        }
    }

    private static float[] first(Path file) throws Exception {
        try (RunFile run = RunFile.open(file)) {
            return run.parameters(0);
        }
    }

    /** What a run with these settings really begins with. */
    private static float[] drawn(TrainingConfig config) {
        try (Trainer trainer = new Trainer(config, SavedRuns.DATA)) {
            return trainer.parameters();
        }
    }

    private static List<String> said(SameStart start) {
        return start.said().stream().map(each -> each.key()).toList();
    }

    @Test
    void onlyWhatWasChangedDiffers() throws Exception {
        SameStart start = start(
                saved, CONFIG.withSeed(1).with(Setting.OPTIMISER, Optimiser.SGD).withLearningRate(0.5));
        assertThat(start.config().seed()).isEqualTo(77);
        assertThat(start.config().learningRate()).isEqualTo(0.5);
        assertThat(List.of(start.weights(), start.order(), start.noise())).containsOnly(true);
        assertThat(said(start)).containsExactly("run.start.weights", "run.start.rest.both");
        assertThat(drawn(start.config())).isEqualTo(first(saved));
    }

    /** With the same settings a run is the same to its end. */
    @Test
    void withNothingChangedEveryEpochIsTheSame() throws Exception {
        Path again = folder.resolve("again.latentlab");
        SavedRuns.train(again, start(saved, CONFIG.withSeed(1)).config());
        try (RunFile one = RunFile.open(saved);
                RunFile other = RunFile.open(again)) {
            assertThat(other.parameters(3)).isEqualTo(one.parameters(3));
        }
    }

    @Test
    void otherLayersBeginWithOtherWeights() throws Exception {
        SameStart start = start(saved, CONFIG.withLatent(5).withSeed(1));
        assertThat(start.weights()).isFalse();
        assertThat(said(start)).containsExactly("run.start.weights.layers", "run.start.rest.both");
        assertThat(drawn(start.config())).isNotEqualTo(first(saved));
        assertThat(said(start(saved, CONFIG.with(Setting.INITIALISER, Initialiser.HE))))
                .first()
                .isEqualTo("run.start.weights.initialiser");
    }

    @Test
    void orderNoiseAndBatchesAreToldApart() throws Exception {
        assertThat(said(start(saved, CONFIG.with(Setting.NOISE_LEVEL, 0.5))))
                .last()
                .isEqualTo("run.start.rest.order");
        assertThat(said(start(saved, CONFIG.withShuffle(false)))).last().isEqualTo("run.start.rest.noise");
        assertThat(said(start(saved, CONFIG.withShuffle(false).with(Setting.NOISE, Noise.NONE))))
                .last()
                .isEqualTo("run.start.rest.neither");
        assertThat(said(start(saved, CONFIG.withBatch(5))))
                .containsExactly("run.start.weights", "run.start.rest.both", "run.start.batch");
    }

    /** The parent's weights, which the branch's own seed never gave. */
    @Test
    void aBranchWithAnotherSeedCannotBeBegunAgain() throws Exception {
        Path branch = SavedRuns.branch(saved, folder.resolve("branch.latentlab"), 2, CONFIG.withSeed(78));
        SameStart start = start(branch, CONFIG);
        assertThat(start.config().seed()).isEqualTo(78);
        assertThat(start.weights()).isFalse();
        assertThat(said(start)).first().isEqualTo("run.start.weights.drawn");
        assertThat(drawn(start.config())).isNotEqualTo(first(branch));
    }
}
