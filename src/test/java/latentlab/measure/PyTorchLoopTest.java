package latentlab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import latentlab.data.Dataset;
import latentlab.data.SmallDatasets;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no shell scripts")
class PyTorchLoopTest {
    @TempDir
    Path folder;

    private final Dataset dataset = SmallDatasets.of(10, 2, 8, 8);

    private PyTorchLoop loop(String script, Duration limit, Runnable waiting) throws Exception {
        Path python = Files.writeString(folder.resolve("python"), "#!/bin/sh\n" + script + "\n");
        assertThat(python.toFile().setExecutable(true)).isTrue();
        return new PyTorchLoop(
                python.toString(), dataset.train(), 0, TrainingConfig.DEFAULT, new float[1], limit, waiting);
    }

    @Test
    void onePythonThatSaysNothingIsNotWaitedForForEver() {
        assertThatThrownBy(() -> loop("read nothing", Duration.ZERO, () -> {}))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.sentence().key()).isEqualTo("measure.pytorch.silent"));
    }

    @Test
    void whoCancelsWhileItStartsNeedNotWaitForIt() {
        assertThatThrownBy(() -> loop("read nothing", PyTorchLoop.LIMIT, () -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void timesAndLossesAreReadAsPythonWritesThem() throws Exception {
        String script = "echo 2.1.0+cpu; read line; echo 1.5e-05 nan; read line; echo 12.25 0.0123; read line";
        try (PyTorchLoop loop = loop(script, PyTorchLoop.LIMIT, () -> {})) {
            assertThat(loop.version()).isEqualTo("2.1.0+cpu");
            assertThat(loop.train(1, () -> {})).isEqualTo(new PyTorchLoop.Epoch(1.5e-5, Double.NaN));
            assertThat(loop.train(1, () -> {})).isEqualTo(new PyTorchLoop.Epoch(12.25, 0.0123));
        }
    }
}
