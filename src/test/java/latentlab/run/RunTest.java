package latentlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Filters;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    private static final Dataset DATA = MadeUpImages.dataset(40, 5, 7);

    @TempDir
    private Path scratch;

    private Run run() throws IOException {
        Autoencoder model = new Autoencoder(ModelKind.TIED, 5, 7, 3);
        Run run = MadeUpRun.of(TrainingConfig.DEFAULT, DATA, model, scratch);
        run.epochs().append(model.initialParameters(1), Double.NaN);
        run.epochs().append(model.initialParameters(2), Double.NaN);
        return run;
    }

    @Test
    void showsWhatEachEpochsParametersMakeOfTheTestImages() throws IOException {
        try (Run run = run()) {
            assertThat(run.samples()).isEqualTo(DATA.samples());
            assertThat(run.latent(0)).hasSize(20 * 3).isNotEqualTo(run.latent(1));
            assertThat(run.latent(1, 4, 5)).hasSize(2 * 3);
            assertThat(run.reconstruct(0, 7).image(0))
                    .hasSize(35)
                    .isNotEqualTo(run.reconstruct(1, 7).image(0));
            assertThat(run.reconstruct(0, 7)).usingRecursiveComparison().isEqualTo(run.reconstruct(0, 7));
        }
    }

    @Test
    void givesIntensitiesOfTheEpochThatIsAskedFor() throws IOException {
        try (Run run = run()) {
            float[] reconstructed = run.reconstructIntensities(1, 4, 5);
            assertThat(reconstructed).hasSize(2 * 35).isNotEqualTo(run.reconstructIntensities(0, 4, 5));
            assertThat(Math.round(255 * reconstructed[35]))
                    .isEqualTo(run.reconstruct(1, 5).image(0)[0] & 0xFF);

            float[] code = run.latent(1, 4);
            float[] decoded = run.decodeIntensities(1, code);
            assertThat(decoded).hasSize(35).isNotEqualTo(run.decodeIntensities(0, code));
            assertThat(Math.round(255 * decoded[0])).isEqualTo(run.decode(1, code)[0] & 0xFF);
        }
    }

    @Test
    void aHeldRunIsReadableAfterItIsClosedUntilItIsLetGo() throws IOException {
        Run run = run();
        Run.Hold first = run.hold();
        Run.Hold second = run.hold();
        run.close();
        run.close();
        assertThat(run.latent(1)).isNotEmpty();
        first.close();
        first.close();
        assertThat(run.latent(1)).isNotEmpty();
        second.close();
        assertThatThrownBy(() -> run.latent(1))
                .as("which views take for something nobody waits for")
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(run::hold).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    @Test
    void theGreatestWeightIsThatOfAllEpochs() throws IOException {
        try (Run run = run()) {
            float[] parameters = run.epochs().read(1);
            float greatest = run.greatestWeight(() -> true);
            assertThat(greatest)
                    .isEqualTo(Math.max(
                            Filters.greatest(run.model(), run.epochs().read(0)),
                            Filters.greatest(run.model(), parameters)));
            parameters[
                    run.model().array(run.model().layers().getFirst().weight()).offset()] = -7;
            run.epochs().append(parameters, Double.NaN);
            assertThat(run.greatestWeight(() -> true)).isEqualTo(7);
            run.epochs().append(run.epochs().read(0), Double.NaN);
            assertThat(run.greatestWeight(() -> true)).isEqualTo(7);
        }
    }

    @Test
    void lettingGoOfAHoldDoesNotCloseTheRun() throws IOException {
        try (Run run = run()) {
            run.hold().close();
            assertThat(run.latent(1)).isNotEmpty();
        }
    }
}
