package latentlab.run.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latentlab.MadeUpImages;
import latentlab.embedding.TsneSettings;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.Run;
import latentlab.run.findings.Findings;
import latentlab.run.findings.LaidOutMap;
import latentlab.run.findings.LaidOutMap.Space;
import latentlab.run.findings.LayoutWay.ByTsne;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe in run-files.md reads losses, parameters and findings, where there is a Python. */
class PythonRecipeTest {
    @TempDir
    Path folder;

    private static boolean python() {
        try {
            return new ProcessBuilder("python3", "-c", "import sqlite3").start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static String recipe() throws IOException {
        String text = Files.readString(Path.of("src/docs/run-files.md"));
        int start = text.indexOf("```python\n") + 10;
        return text.substring(start, text.indexOf("```", start));
    }

    @Test
    void readsLossesParametersAccuraciesAndMaps() throws Exception {
        assumeTrue(python(), "there is no python3 with sqlite3");
        Path path = folder.resolve("a.run");
        List<String> expected = new ArrayList<>();
        try (Training training = new Training(folder, RunFileWriter.create(path))) {
            Run run = training.open(
                            MadeUpImages.dataset(22, 5, 7),
                            TrainingConfig.DEFAULT.withLatent(3).withBatch(4))
                    .until(18)
                    .run();
            training.service.close();
            for (EpochResult each : run.history()) {
                String train = each.epoch() == 0 ? "None" : String.valueOf(each.trainLoss());
                expected.add(each.epoch() + " " + train + " " + each.validLoss());
            }
            float[] parameters = run.epochs().read(18);
            for (ParameterArray each : run.model().arrays()) {
                expected.add(each.name() + " " + each.rows() + "x" + each.columns() + " "
                        + (double) parameters[each.offset()]);
            }
            LaidOutMap map = new LaidOutMap(
                    Space.LATENT, 17, new ByTsne(TsneSettings.DEFAULT), 9, 1, new int[] {1, 4}, new float[] {
                        0.5f, 0, -2, 1e-3f
                    });
            Findings findings = new Findings(Map.of(18, 0.75), List.of(map));
            assertThat(FindingRows.keep(path, run.id(), run.history(), findings))
                    .isTrue();
            expected.add("accuracy 18 0.75");
            expected.add("map 17 30.0 1 0.5 0.0");
            expected.add("map 17 30.0 4 -2.0 " + (double) 1e-3f);
        }
        Process process = new ProcessBuilder("python3", "-c", recipe(), path.toString())
                // Python may be wrapped in a shell, which complains there of languages that are not installed.
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said = process.inputReader().lines().toList();
        assertThat(said).isEqualTo(expected);
        assertThat(process.waitFor()).isZero();
    }
}
