package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import latentlab.MadeUpImages;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.EpochRange;
import latentlab.export.Export;
import latentlab.export.ExportCatalogue;
import latentlab.export.TrainedRun;
import latentlab.text.Messages;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CancelledOutputsTest {
    @TempDir
    Path folder;

    @Test
    void endWhileTheirImagesAreLookedFor() throws Exception {
        Path strip = folder.resolve("strip.png");
        SequencedMap<Export, Path> files = new LinkedHashMap<>(Map.of(ExportCatalogue.STRIP, strip));
        Progress cancelled = (_, what) -> {
            if (what.key().equals("cli.images.progress")) {
                throw new CancellationException();
            }
        };
        TrainingConfig config =
                TrainingConfig.DEFAULT.withLatent(3).withEpochs(1).withBatch(20);
        Messages messages = new Messages(Locale.ENGLISH);
        try (TrainedRun trained = TrainedRun.of(MadeUpImages.dataset(100, 6, 7), config, folder.resolve("scratch"))) {
            for (String images : List.of("worst", "best")) {
                Outputs outputs = new Outputs(files, Map.of(), AskedImages.parse(images), null);
                assertThatThrownBy(() -> outputs.write(trained.run(), EpochRange.ALL, messages, cancelled, _ -> {}))
                        .isInstanceOf(CancellationException.class);
                assertThat(strip).doesNotExist();
            }
        }
    }
}
