package latentlab.export.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import latentlab.Python;
import latentlab.data.npy.NpzWriter;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.BetaSchedule;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Schedule;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.settings.Validation;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PyTorch runs the scripts, repeats the reconstructions, and trains to the same parameters as we do. */
class PyTorchScriptTest {
    private static final String FARTHEST = """
            import sys, numpy as np
            theirs, ours = np.load(sys.argv[1]), np.load(sys.argv[2])
            assert set(ours) - set(theirs) == {"latent_lab"} and not set(theirs) - set(ours)
            print(max(float(abs(theirs[name] - ours[name]).max()) for name in theirs))
            """;

    @TempDir
    Path folder;

    static Stream<TrainingConfig> trainings() {
        TrainingConfig small =
                TrainingConfig.DEFAULT.withLatent(3).withBatch(16).withEpochs(2).withLearningRate(0.002);
        return Stream.of(
                small,
                small.withKind(ModelKind.TIED)
                        .with(Setting.HIDDEN, HiddenLayer.dense(9, 5))
                        .with(Setting.LOSS, Loss.BCE)
                        .with(Setting.OPTIMISER, Optimiser.ADAMW)
                        .with(Setting.WEIGHT_DECAY, 0.01)
                        .with(Setting.CLIP, 0.05),
                small.with(Setting.OPTIMISER, Optimiser.NESTEROV)
                        .with(Setting.SCHEDULE, Schedule.ONE_CYCLE)
                        .with(Setting.ENCODER, Activation.ELU),
                small.with(Setting.LOSS, Loss.SSE)
                        .with(Setting.OPTIMISER, Optimiser.RMSPROP)
                        .with(Setting.SPARSITY, 0.01)
                        .with(Setting.SCHEDULE, Schedule.WARM_UP),
                small.with(Setting.LOSS, Loss.MAE)
                        .with(Setting.OPTIMISER, Optimiser.MOMENTUM)
                        .with(Setting.SCHEDULE, Schedule.STEP)
                        .with(Setting.SCHEDULE_EPOCHS, 1L)
                        .with(Setting.CODE, Activation.TANH)
                        .with(Setting.VALIDATION, Validation.TEST),
                small.with(Setting.OPTIMISER, Optimiser.SGD)
                        .with(Setting.SCHEDULE, Schedule.COSINE)
                        .with(Setting.OUTPUT, Activation.LINEAR)
                        .with(Setting.WEIGHT_DECAY, 0.001),
                small.with(Setting.HIDDEN, HiddenLayer.row("c8-c9"))
                        .with(Setting.ENCODER, Activation.TANH)
                        .with(Setting.CODE, Activation.LINEAR)
                        .with(Setting.DECODER, Activation.TANH),
                small.with(Setting.HIDDEN, HiddenLayer.row("c4s1-p2-7")).with(Setting.LOSS, Loss.BCE));
    }

    @Test
    void trainsToTheSameParameters() throws Exception {
        Python python = Python.with("torch", "numpy");
        Path data = folder.resolve("data.npz");
        try (OutputStream out = Files.newOutputStream(data)) {
            NpzWriter.write(out, ModelRun.DATA, Progress.NONE);
        }
        for (TrainingConfig config : trainings().toList()) {
            try (ModelRun trained = ModelRun.of(config, folder)) {
                Path script = folder.resolve("a.py");
                PyTorchScript.write(script, trained.epoch(0));
                Path theirs = folder.resolve("theirs.npz");
                assertThat(python.run(script, "--train", data, "--epochs", 2, "--save", theirs))
                        .hasSize(3);
                Path ours = folder.resolve("ours.npz");
                ParameterNpz.write(ours, trained.epoch(2));
                double off =
                        Double.parseDouble(python.code(FARTHEST, theirs, ours).getFirst());
                assertThat(off).as("%s", config.texts()).isLessThan(2e-5);
            }
        }
    }

    @Test
    void everyModelRepeatsItsReconstructions() throws Exception {
        Python python = Python.with("torch");
        for (TrainingConfig config : ModelRun.models().toList()) {
            try (ModelRun trained = ModelRun.of(config, folder)) {
                Path script = folder.resolve("b.py");
                PyTorchScript.write(script, trained.epoch(2));
                assertThat(python.run(script).getFirst()).contains("reconstructions differ from Latent Lab's by");
            }
        }
    }

    /** Of settings that PyTorch draws its own numbers for, at least the way through them. */
    @Test
    void trainsOnWithNoiseAndShuffled() throws Exception {
        Python python = Python.with("torch", "numpy");
        Path data = folder.resolve("data.npz");
        try (OutputStream out = Files.newOutputStream(data)) {
            NpzWriter.write(out, ModelRun.DATA, Progress.NONE);
        }
        for (Noise noise : Noise.values()) {
            TrainingConfig config = TrainingConfig.DEFAULT
                    .withLatent(3)
                    .withEpochs(1)
                    .with(Setting.NOISE, noise)
                    .with(Setting.SHUFFLE, true)
                    .with(Setting.SCHEDULE, Schedule.PLATEAU);
            try (ModelRun trained = ModelRun.of(config, folder)) {
                Path script = folder.resolve("c.py");
                PyTorchScript.write(script, trained.epoch(1));
                assertThat(python.run(script, "--train", data))
                        .last()
                        .asString()
                        .startsWith("epoch 2: training loss");
            }
        }
    }

    /** Samples are drawn by PyTorch: losses agree as far as two draws of them do. */
    @Test
    void trainsAVariationalModelOn() throws Exception {
        Python python = Python.with("torch", "numpy");
        Path data = folder.resolve("data.npz");
        try (OutputStream out = Files.newOutputStream(data)) {
            NpzWriter.write(out, ModelRun.DATA, Progress.NONE);
        }
        TrainingConfig small = TrainingConfig.DEFAULT
                .withKind(ModelKind.VARIATIONAL)
                .with(Setting.HIDDEN, HiddenLayer.dense(9))
                .withLatent(3)
                .withEpochs(40)
                .withLearningRate(0.002)
                .withBatch(8);
        for (BetaSchedule schedule : BetaSchedule.values()) {
            TrainingConfig config = small.with(
                            Setting.LOSS, schedule == BetaSchedule.LINEAR ? Loss.GAUSSIAN : Loss.BERNOULLI)
                    .with(Setting.BETA_SCHEDULE, schedule)
                    .with(Setting.BETA_WARM_UP, schedule == BetaSchedule.LINEAR ? 0L : 2L)
                    .with(Setting.FREE_BITS, schedule == BetaSchedule.CYCLIC ? 0.1 : 0);
            try (ModelRun trained = ModelRun.of(config, folder)) {
                Path script = folder.resolve("d.py");
                PyTorchScript.write(script, trained.epoch(39));
                String line = python.run(script, "--train", data).getLast();
                assertThat(line).startsWith("epoch 40: training loss");
                double theirs = Double.parseDouble(line.substring(line.lastIndexOf(' ')));
                var parts = trained.run().history().get(40).parts();
                double share = schedule.factor(config.get(Setting.BETA_WARM_UP), 39, 3, 6);
                double ours = parts.getFirst().train() + share * parts.getLast().train();
                // Less than leaving any part of the loss out would make.
                assertThat(theirs).isCloseTo(ours, org.assertj.core.data.Percentage.withPercentage(3));
            }
        }
    }

    @Test
    void aFileNameCannotEndTheScriptsOwnText() throws IOException, InterruptedException, Problem {
        try (ModelRun trained = ModelRun.of(ModelRun.models().findFirst().orElseThrow(), folder)) {
            Path script = folder.resolve("\"\"\" + evil + \".py");
            PyTorchScript.write(script, trained.epoch(1));
            assertThat(Files.readString(script)).contains("python3 ___ + evil + _.py");
        }
    }
}
