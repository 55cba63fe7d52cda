package latentlab.export.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.Python;
import latentlab.data.ImageShape;
import latentlab.data.npy.NpzOutput;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nodes of the file, computed one by one with PyTorch's functions, come to the run's codes and reconstructions. */
class OnnxModelTest {
    private static final Path SCRIPT = Path.of("src/test/resources/onnx_in_pytorch.py");

    @TempDir
    Path folder;

    @Test
    void everyModelComesToTheSame() throws Exception {
        Python python = Python.with("torch", "numpy");
        List<TrainingConfig> models = ModelRun.models().toList();
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            try (ModelRun trained = ModelRun.of(models.get(i), folder)) {
                Path arrays = arrays(trained, folder.resolve(i + ".npz"));
                for (OnnxModel.Part part : OnnxModel.Part.values()) {
                    Path file = folder.resolve(i + "-" + part + ".onnx");
                    OnnxModel.write(file, trained.epoch(2), part);
                    files.addAll(List.of(file, arrays));
                }
            }
        }
        List<String> off = python.run(SCRIPT, files.toArray());
        assertThat(off).hasSize(3 * models.size());
        for (int i = 0; i < off.size(); i++) {
            assertThat(Double.parseDouble(off.get(i)))
                    .as("%s", files.get(2 * i))
                    .isLessThan(1e-5);
        }
    }

    private static Path arrays(ModelRun trained, Path file) throws IOException {
        Run run = trained.run();
        ImageShape shape = run.model().shape();
        int count = run.dataset().test().count();
        float[] codes = run.latent(2, IntStream.range(0, count).toArray());
        int[] images = {count, shape.channels(), shape.height(), shape.width()};
        try (OutputStream out = Files.newOutputStream(file)) {
            NpzOutput npz = new NpzOutput(out);
            npz.floats("images", trained.images(), 0, images);
            npz.floats("code", codes, 0, count, run.model().latent());
            npz.floats("reconstruction", run.decodeIntensities(2, codes), 0, images);
            npz.finish();
        }
        return file;
    }
}
