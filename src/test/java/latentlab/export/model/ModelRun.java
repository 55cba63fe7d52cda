package latentlab.export.model;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.TrainedRun;
import latentlab.run.Run;
import latentlab.run.images.ChosenImages;

/** A small run of the real service, whose models are exported. */
public record ModelRun(Run run) implements AutoCloseable {
    public static final Dataset DATA = MadeUpImages.dataset(60, 5, 7);

    /** The notebook's two, stacks of both kinds, convolutions, and one of each activation. */
    public static Stream<TrainingConfig> models() {
        TrainingConfig small =
                TrainingConfig.DEFAULT.withLatent(3).withBatch(16).withEpochs(2);
        Stream<TrainingConfig> shapes = Stream.of(
                small,
                small.withLatent(1),
                small.withKind(ModelKind.TIED),
                small.with(Setting.HIDDEN, HiddenLayer.dense(9, 5)),
                small.with(Setting.HIDDEN, HiddenLayer.dense(9, 5)).withKind(ModelKind.TIED),
                small.withKind(ModelKind.VARIATIONAL).with(Setting.LOSS, Loss.GAUSSIAN),
                small.with(Setting.HIDDEN, HiddenLayer.dense(9, 5))
                        .withKind(ModelKind.VARIATIONAL)
                        .with(Setting.LOSS, Loss.BERNOULLI),
                small.with(Setting.HIDDEN, HiddenLayer.row("c4-c5"))
                        .withKind(ModelKind.VARIATIONAL)
                        .with(Setting.LOSS, Loss.BERNOULLI));
        Stream<TrainingConfig> convolutions = Stream.of("c4-c5", "c4k2s1-p2-c3k2s1p0-6", "c16s3-p2")
                .map(hidden ->
                        small.with(Setting.HIDDEN, HiddenLayer.row(hidden)).with(Setting.ENCODER, Activation.ELU));
        Stream<TrainingConfig> activations = Stream.of(Activation.values())
                .map(each -> small.with(Setting.HIDDEN, HiddenLayer.dense(6))
                        .with(Setting.ENCODER, each)
                        .with(Setting.CODE, each)
                        .with(Setting.DECODER, each)
                        .with(Setting.OUTPUT, each == Activation.LINEAR ? each : Activation.SIGMOID)
                        .withLearningRate(0.001));
        return Stream.of(shapes, convolutions, activations).flatMap(each -> each);
    }

    public static ModelRun of(TrainingConfig config, Path scratch) throws InterruptedException {
        return of(DATA, config, scratch);
    }

    public static ModelRun of(Dataset data, TrainingConfig config, Path scratch) throws InterruptedException {
        return new ModelRun(TrainedRun.of(data, config, scratch).run());
    }

    public EpochModel epoch(int epoch) {
        return EpochModel.of(run, run.history().get(epoch), run.rateChanges(), ChosenImages.notebook(run));
    }

    /** @return intensities of the test images, [count, size] */
    public float[] images() {
        byte[] pixels = run.dataset().test().pixels();
        float[] images = new float[pixels.length];
        for (int i = 0; i < images.length; i++) {
            images[i] = Byte.toUnsignedInt(pixels[i]) / 255f;
        }
        return images;
    }

    /** @return random codes, [count, latent] */
    public float[] codes(int count) {
        Random random = new Random(3);
        float[] codes = new float[count * run.model().latent()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (float) random.nextGaussian();
        }
        return codes;
    }

    @Override
    public void close() {
        run.close();
    }
}
