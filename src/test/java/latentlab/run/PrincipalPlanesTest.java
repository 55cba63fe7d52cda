package latentlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.embedding.PrincipalPlane;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.Trainer;
import latentlab.run.store.EpochStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrincipalPlanesTest {
    private static final Dataset DATA = MadeUpImages.dataset(200, 5, 7);

    @TempDir
    private Path scratch;

    @Test
    void axesNeverFlipFromOneEpochToTheNext() throws Exception {
        TrainingConfig config =
                TrainingConfig.DEFAULT.withLatent(6).withBatch(8).withLearningRate(0.1);
        int alone = 0;
        try (Trainer trainer = new Trainer(config, DATA);
                Run run = MadeUpRun.of(config, DATA, trainer.model(), scratch)) {
            run.epochs().append(trainer.parameters(), Double.NaN);
            for (int epoch = 1; epoch <= 30; epoch++) {
                trainer.train((_, _) -> config.learningRate());
                run.epochs().append(trainer.parameters(), Double.NaN);
            }
            for (int epoch = 1; epoch <= 30; epoch++) {
                PrincipalPlane before = run.principalPlane(epoch - 1, () -> true);
                PrincipalPlane after = run.principalPlane(epoch, () -> true);
                for (int axis = 0; axis < 2; axis++) {
                    assertThat(dot(before.axes()[axis], after.axes()[axis]))
                            .as("axis %d in epoch %d", axis, epoch)
                            .isPositive();
                }
                // Not by luck: left alone, some would.
                PrincipalPlane unturned = PrincipalPlane.of(run.latent(epoch), 6);
                if (dot(before.axes()[0], unturned.axes()[0]) < 0 || dot(before.axes()[1], unturned.axes()[1]) < 0) {
                    alone++;
                }
            }
        }
        assertThat(alone).isPositive();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void livesAsLongAsSomeoneHoldsTheRun() throws IOException {
        Autoencoder model = new Autoencoder(ModelKind.TIED, 5, 7, 3);
        Run run = MadeUpRun.of(TrainingConfig.DEFAULT, DATA, model, scratch);
        run.epochs().append(model.initialParameters(1), Double.NaN);
        run.epochs().append(model.initialParameters(2), Double.NaN);
        PrincipalPlane first = run.principalPlane(0, () -> true);
        try (Run.Hold _ = run.hold()) {
            run.close();
            assertThat(run.principalPlane(0, () -> true)).isSameAs(first);
            assertThat(run.principalPlane(1, () -> true)).isSameAs(run.principalPlane(1, () -> true));
            assertThat(run.gone()).isFalse();
        }
        assertThatThrownBy(() -> run.principalPlane(2, () -> true)).isInstanceOf(CancellationException.class);
    }

    @Test
    void givesUpOnALateEpochWhenItIsNotWantedAndGoesOnFromThereLater() throws IOException {
        Autoencoder model = new Autoencoder(ModelKind.TIED, 5, 7, 3);
        try (Run run = MadeUpRun.of(TrainingConfig.DEFAULT, DATA, model, scratch)) {
            for (int epoch = 0; epoch <= 20; epoch++) {
                run.epochs().append(model.initialParameters(epoch), Double.NaN);
            }
            AtomicInteger asked = new AtomicInteger();
            assertThatThrownBy(() -> run.principalPlane(20, () -> asked.incrementAndGet() <= 5))
                    .isInstanceOf(CancellationException.class);
            assertThat(asked).hasValue(6);
            PrincipalPlane fourth = run.principalPlane(4, () -> false);
            AtomicInteger more = new AtomicInteger();
            run.principalPlane(20, () -> more.incrementAndGet() > 0);
            assertThat(more).as("epochs 5 to 20").hasValue(16);
            assertThat(run.principalPlane(4, () -> false)).isSameAs(fourth);
        }
    }

    @Test
    void passesOverEpochsThatAreNoLongerKept() throws IOException {
        Autoencoder model = new Autoencoder(ModelKind.TIED, 5, 7, 3);
        try (Run run = MadeUpRun.of(TrainingConfig.DEFAULT, DATA, model, scratch)) {
            for (int epoch = 0; epoch <= 9; epoch++) {
                run.epochs().append(model.initialParameters(epoch), Double.NaN);
            }
            PrincipalPlane second = run.principalPlane(2, () -> true);
            assertThat(run.epochs().thin()).isTrue();
            assertThat(run.principalPlane(2, () -> false)).isSameAs(second);
            AtomicInteger more = new AtomicInteger();
            run.principalPlane(9, () -> more.incrementAndGet() > 0);
            assertThat(more).as("epochs 4, 6, 8 and 9").hasValue(4);
            assertThatThrownBy(() -> run.principalPlane(7, () -> true)).isInstanceOf(EpochStore.Dropped.class);
            assertThat(run.greatestWeight(() -> true)).isPositive();
        }
    }
}
