package latentlab.export.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import latentlab.data.Dataset;
import latentlab.data.SmallDatasets;
import latentlab.data.shapes.BuiltInShapes;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.weights.WeightFile;
import latentlab.run.Run;
import latentlab.run.StartWeights;
import latentlab.run.follow.Training;
import latentlab.run.store.Scratch;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is exported of an epoch starts a run that begins with just these parameters. */
class WeightsBackInTest {
    private static final Dataset DATA = SmallDatasets.of(60, 12, 8, 8);

    @TempDir
    Path folder;

    static Stream<TrainingConfig> models() {
        TrainingConfig small =
                TrainingConfig.DEFAULT.withLatent(3).withBatch(16).withEpochs(2);
        return Stream.of(
                small,
                small.withLatent(2),
                small.withKind(ModelKind.TIED),
                small.with(Setting.HIDDEN, HiddenLayer.dense(9, 5)),
                small.with(Setting.HIDDEN, HiddenLayer.dense(9, 5)).withKind(ModelKind.TIED),
                small.with(Setting.HIDDEN, HiddenLayer.row("c4-p2-5")),
                small.withKind(ModelKind.VARIATIONAL).with(Setting.LOSS, Loss.BERNOULLI));
    }

    @ParameterizedTest
    @MethodSource("models")
    void beginsWithTheSameParametersBitForBit(TrainingConfig config) throws Exception {
        check(DATA, config);
    }

    @Test
    void likewiseInColour() throws Exception {
        check(
                BuiltInShapes.create(Progress.NONE),
                TrainingConfig.DEFAULT.withLatent(2).withEpochs(1));
    }

    private void check(Dataset data, TrainingConfig config) throws Exception {
        Path npz = folder.resolve("a.npz");
        Path tensors = folder.resolve("a.safetensors");
        float[] exported;
        try (ModelRun trained = ModelRun.of(data, config, folder)) {
            EpochModel epoch = trained.epoch(config.epochs());
            exported = epoch.parameters();
            ParameterNpz.write(npz, epoch);
            Safetensors.write(tensors, epoch);
        }
        for (Path file : List.of(npz, tensors)) {
            WeightFile weights = WeightFile.read(file, Progress.NONE);
            assertThat(weights.converted()).isNull();
            try (Training training = new Training(new Scratch(folder.resolve("again")))) {
                // Another seed, which would draw others.
                TrainingConfig next = config.withSeed(99);
                float[] parameters = weights.parameters(Autoencoder.of(next, data.shape()));
                StartWeights.From from = new StartWeights.From(weights.name(), weights.hash());
                training.follow(data, next, new StartWeights(from, parameters), _ -> {}, () -> {});
                Run run = training.run();
                assertThat(run.epochs().read(0)).isEqualTo(exported);
                assertThat(run.epochs().read(1)).isNotEqualTo(exported);
                assertThat(run.start().weights()).isEqualTo(from);
            }
        }
    }
}
