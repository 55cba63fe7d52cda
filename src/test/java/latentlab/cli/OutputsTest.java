package latentlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import latentlab.data.SmallDatasets;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.EpochRange;
import latentlab.export.Export;
import latentlab.export.TrainedRun;
import latentlab.text.Messages;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsTest {
    @TempDir
    Path folder;

    @Test
    void saysWhatThereIsToSayOfAFile() throws Exception {
        Sentence remark = Sentence.of("export.pdf.shapes");
        SequencedMap<Export, Path> files = new LinkedHashMap<>();
        files.put(
                new Export(
                        "pdf", Export.Kind.PICTURE, "a.pdf", List.of(), (_, _, _, progress) -> progress.remark(remark)),
                folder.resolve("a.pdf"));
        List<Sentence> said = new ArrayList<>();
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(2).withEpochs(1);
        try (TrainedRun trained = TrainedRun.of(SmallDatasets.of(100, 20, 6, 6), config, folder.resolve("scratch"))) {
            new Outputs(files, Map.of())
                    .write(trained.run(), EpochRange.ALL, new Messages(Locale.ENGLISH), Progress.NONE, said::add);
        }
        assertThat(said)
                .containsExactly(
                        Sentence.of("cli.written", folder.resolve("a.pdf").toString()), remark);
    }
}
