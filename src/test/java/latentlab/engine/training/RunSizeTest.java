package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.data.ImageShape;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunSizeTest {
    private static final Dataset SMALL = MadeUpImages.dataset(50, 5, 7);
    private static final Dataset LARGE = MadeUpImages.dataset(10, 512, 512);
    /** The most that can be asked for. */
    private static final TrainingConfig MOST = TrainingConfig.DEFAULT
            .with(Setting.HIDDEN, Collections.nCopies(6, new HiddenLayer.Dense(2048)))
            .withLatent(TrainingConfig.MAX_LATENT);

    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void countsTheParametersAsTheModelDoes(ModelKind kind) {
        for (int[] hidden : new int[][] {{}, {12}, {30, 4}}) {
            TrainingConfig config =
                    TrainingConfig.DEFAULT.withKind(kind).with(Setting.HIDDEN, HiddenLayer.dense(hidden));
            RunSize size = RunSize.of(config, SMALL);
            assertThat(size.parameters())
                    .isEqualTo(Autoencoder.of(config, ImageShape.grey(5, 7)).parameterCount());
            assertThat(size.epochBytes()).isEqualTo(4 * size.parameters());
            assertThat(size.nativeBytes()).isGreaterThan(8 * size.epochBytes());
            assertThat(size.epochs()).isEqualTo(51);
        }
    }

    @Test
    void countsBeyondWhatAnArrayCanHold() {
        RunSize most = RunSize.of(MOST, LARGE);
        assertThat(most.parameters()).isEqualTo(1_116_496_000L);
        assertThat(most.nativeBytes()).isGreaterThan(32L * 1_116_496_000L);
        assertThat(most.heapBytes()).isGreaterThan(12L * 1_116_496_000L);
        // The count of the model itself, of which views tell, stays right too.
        assertThat(Autoencoder.of(MOST, ImageShape.grey(512, 512)).parameterCount())
                .isEqualTo(1_116_496_000);
    }

    @Test
    void aBatchCostsWhatItsImagesCome() {
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(2);
        long one = RunSize.of(config.withBatch(1), SMALL).nativeBytes();
        long ten = RunSize.of(config.withBatch(10), SMALL).nativeBytes();
        // Images, what two layers make of them and one delta.
        assertThat(ten - one).isEqualTo(9 * 4 * (35 + 2 + 35 + 2));
        assertThat(RunSize.of(config.withBatch(10).with(Setting.NOISE, Noise.GAUSSIAN), SMALL)
                        .nativeBytes())
                .isGreaterThan(ten);
    }
}
