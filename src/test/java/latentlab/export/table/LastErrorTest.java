package latentlab.export.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import latentlab.MadeUpImages;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.Export;
import latentlab.export.ExportCatalogue;
import latentlab.export.TrainedRun;
import latentlab.text.Messages;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastErrorTest {
    @TempDir
    Path folder;

    /** It takes a pass over all test images, which somebody may not want to wait for. */
    @Test
    void isCancelledWithTheTableThatItIsFor() throws Exception {
        TrainingConfig config =
                TrainingConfig.DEFAULT.withLatent(3).withEpochs(1).withBatch(20);
        Messages messages = new Messages(Locale.ENGLISH);
        try (TrainedRun trained = TrainedRun.of(MadeUpImages.dataset(100, 6, 7), config, folder.resolve("scratch"))) {
            Export.Subject subject = new Export.Subject(trained.run(), trained.history(), List.of(), Map.of());
            for (Export export : List.of(ExportCatalogue.CSV, ExportCatalogue.JSON)) {
                Path file = folder.resolve(export.fileName());
                Progress cancelled = (_, what) -> {
                    assertThat(what.key()).isEqualTo("run.testError.progress");
                    throw new CancellationException();
                };
                assertThatThrownBy(() -> export.write(file, subject, messages, cancelled))
                        .isInstanceOf(CancellationException.class);
                assertThat(file).doesNotExist();
            }
            assertThat(trained.run().findings().errors()).isEmpty();
            assertThat(LastError.of(subject, Progress.NONE)).containsOnlyKeys(1);
        }
    }
}
