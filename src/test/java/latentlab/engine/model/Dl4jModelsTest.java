package latentlab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.File;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.PlainKernels;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.DivergedException;
import latentlab.engine.training.Trainer;
import latentlab.engine.training.TrainingStep;
import latentlab.natives.NativeLibraries;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

class Dl4jModelsTest {
    static {
        NativeLibraries.require();
    }

    private static final double RATE = 0.01;
    private static final Dataset DATA = MadeUpImages.dataset(160, 28, 28);
    private static final TrainingConfig CONFIG = TrainingConfig.DEFAULT.withEpochs(2);
    private static final TrainingConfig SMALL =
            TrainingConfig.DEFAULT.withLatent(3).withLearningRate(0.05).with(Setting.WEIGHT_DECAY, 0.01);

    /** Some epochs old, so that no two parameters are related by chance. */
    private static float[] trained(Autoencoder model, TrainingConfig config) throws DivergedException {
        try (Trainer trainer = new Trainer(config, DATA)) {
            assertThat(trainer.model()).isEqualTo(model);
            trainer.train((_, _) -> RATE);
            trainer.train((_, _) -> RATE);
            return trainer.parameters();
        }
    }

    /** @return [count, 1, height, width], ink 0 to 1 */
    private static INDArray images(ImageSet set, int from, int count) {
        float[] ink = new float[count * set.size()];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = set.ink(from + i / set.size(), i % set.size());
        }
        return Nd4j.create(ink, new long[] {count, 1, set.height(), set.width()}, 'c');
    }

    @ParameterizedTest
    @EnumSource(value = ModelKind.class, mode = EnumSource.Mode.EXCLUDE, names = "VARIATIONAL")
    void aNetworkMakesTheSameOfImagesAsTheModel(ModelKind kind) throws Exception {
        Autoencoder model = new Autoencoder(kind, 28, 28, 20);
        float[] parameters = trained(model, CONFIG.withKind(kind));
        MultiLayerNetwork network = Dl4jModels.toNetwork(model, parameters, CONFIG);

        INDArray output = network.output(images(DATA.test(), 0, 8));

        assertThat(output.shape()).containsExactly(8, 1, 28, 28);
        TrainingStep step = new TrainingStep(model, new PlainKernels(), parameters, TrainingConfig.DEFAULT);
        Batch batch = new Batch(model, 8);
        batch.fill(DATA.test(), 0, new PlainKernels(), 0);
        step.network.evaluate(batch, Loss.MSE);
        float[] expected = new float[8 * 784];
        batch.output().get(expected);
        for (int i = 0; i < expected.length; i++) {
            int pixel = i % 784;
            assertThat(output.getFloat(i / 784, 0, pixel / 28, pixel % 28)).isCloseTo(expected[i], within(1e-6f));
        }
    }

    @ParameterizedTest
    @EnumSource(value = ModelKind.class, mode = EnumSource.Mode.EXCLUDE, names = "VARIATIONAL")
    void aNetworkGivesTheParametersBackBitForBit(ModelKind kind) throws Exception {
        Autoencoder model = new Autoencoder(kind, 28, 28, 20);
        float[] parameters = trained(model, CONFIG.withKind(kind));
        MultiLayerNetwork network = Dl4jModels.toNetwork(model, parameters, CONFIG);
        assertThat(Dl4jModels.fromNetwork(model, network)).isEqualTo(parameters);
    }

    @Test
    void imagesNeedNotBeSquare() {
        Autoencoder model = new Autoencoder(ModelKind.SIMPLE, 5, 7, 3);
        float[] parameters = model.initialParameters(1);
        MultiLayerNetwork network = Dl4jModels.toNetwork(model, parameters, CONFIG);
        INDArray output = network.output(images(MadeUpImages.images(2, 5, 7, 1), 0, 2));
        assertThat(output.shape()).containsExactly(2, 1, 5, 7);
        assertThat(Dl4jModels.fromNetwork(model, network)).isEqualTo(parameters);
    }

    /** The loss is the model's own; Adam is, but for where it adds its epsilon. */
    @Test
    void aNetworkTrainsOnAsTheModelWould() throws Exception {
        Autoencoder model = new Autoencoder(ModelKind.SIMPLE, 28, 28, 20);
        float[] parameters = trained(model, CONFIG);
        TrainingStep step = new TrainingStep(model, new PlainKernels(), parameters, TrainingConfig.DEFAULT);
        Batch batch = new Batch(model, 64);
        batch.fill(DATA.train(), 0, new PlainKernels(), 0);
        INDArray images = images(DATA.train(), 0, 64);
        MultiLayerNetwork network = Dl4jModels.toNetwork(model, parameters, CONFIG);

        network.fit(images, images);
        assertThat(network.score()).isCloseTo(step.train(batch, RATE, 0.9) / (64 * 784), within(1e-6));
        for (int i = 0; i < 5; i++) {
            network.fit(images, images);
            assertThat(network.score()).isCloseTo(step.train(batch, RATE, 0.9) / (64 * 784), withinPercentage(1));
        }
    }

    @Test
    void aNetworkLearnsOverEpochsOfDl4jsOwn() {
        Autoencoder model = new Autoencoder(ModelKind.TIED, 28, 28, 20);
        MultiLayerNetwork network = Dl4jModels.toNetwork(model, model.initialParameters(1), CONFIG);
        INDArray images = images(DATA.train(), 0, 160);
        network.fit(images, images);
        double first = network.score();
        IntStream.range(0, 20).forEach(_ -> network.fit(images, images));
        assertThat(network.score()).isLessThan(0.5 * first);
    }

    /** Reaches what DL4J reads and writes its files with, and so holds which of its libraries have to be there. */
    @ParameterizedTest
    @EnumSource(value = ModelKind.class, mode = EnumSource.Mode.EXCLUDE, names = "VARIATIONAL")
    void aNetworkIsSavedAndLoadedWithWhatItHasLearned(ModelKind kind, @TempDir Path folder) throws Exception {
        Autoencoder model = new Autoencoder(kind, 28, 28, 20);
        TrainingConfig config = CONFIG.with(Setting.OPTIMISER, Optimiser.ADAMW).with(Setting.WEIGHT_DECAY, 0.01);
        MultiLayerNetwork network = Dl4jModels.toNetwork(model, model.initialParameters(1), config);
        INDArray images = images(DATA.train(), 0, 64);
        network.fit(images, images);
        File file = folder.resolve("model.zip").toFile();

        network.save(file, true);
        MultiLayerNetwork loaded = MultiLayerNetwork.load(file, true);

        assertThat(loaded.summary()).isEqualTo(network.summary());
        assertThat(loaded.getLayerWiseConfigurations().toYaml())
                .isEqualTo(network.getLayerWiseConfigurations().toYaml());
        assertThat(Dl4jModels.fromNetwork(model, loaded)).isEqualTo(Dl4jModels.fromNetwork(model, network));
        assertThat(network.clone().params()).isEqualTo(network.params());
        network.fit(images, images);
        loaded.fit(images, images);
        assertThat(loaded.params()).as("trained on, with the optimiser's state").isEqualTo(network.params());
    }

    static Stream<TrainingConfig> sameInBoth() {
        return Stream.of(
                        Stream.of(Loss.values())
                                .map(loss -> SMALL.with(Setting.OPTIMISER, Optimiser.SGD)
                                        .with(Setting.LOSS, loss)),
                        Stream.of(Optimiser.NESTEROV, Optimiser.RMSPROP, Optimiser.ADAM, Optimiser.ADAMW)
                                // Of the image, since beside the gradients of a pixel's mean epsilon is not small.
                                .map(each -> SMALL.with(Setting.OPTIMISER, each)
                                        .with(Setting.LOSS, Loss.SSE)
                                        .withLearningRate(0.01)
                                        .with(Setting.MOMENTUM, 0.8)))
                .flatMap(each -> each);
    }

    /** Four steps, so that what an optimiser remembers counts. */
    @ParameterizedTest
    @MethodSource("sameInBoth")
    void aNetworkTakesTheStepsOfItsRun(TrainingConfig config) {
        Autoencoder model = Autoencoder.of(config, ImageShape.grey(5, 7));
        float[] parameters = model.initialParameters(1);
        ImageSet set = MadeUpImages.images(16, 5, 7, 1);
        TrainingStep step = new TrainingStep(model, new PlainKernels(), parameters, config);
        Batch batch = new Batch(model, 16);
        batch.fill(set, 0, new PlainKernels(), 0);
        INDArray images = images(set, 0, 16);
        MultiLayerNetwork network = Dl4jModels.toNetwork(model, parameters, config);
        Optimiser optimiser = config.get(Setting.OPTIMISER);
        Loss loss = config.get(Setting.LOSS);

        for (int i = 0; i < 4; i++) {
            float[] before = Dl4jModels.fromNetwork(model, network);
            double ours = step.train(batch, config.learningRate(), optimiser.adaptive() ? 0.9 : 0.8)
                    / loss.elements(model.inputs(), 16);
            network.fit(images, images);
            double decay = 0.01 / 2 * squares(before);
            assertThat(network.score()).as("loss %d", i).isCloseTo(ours + decay, withinPercentage(0.01));
        }
        float[] ours = step.network.parameters.flat();
        float[] theirs = Dl4jModels.fromNetwork(model, network);
        double moved = 0;
        double apart = 0;
        for (int i = 0; i < ours.length; i++) {
            moved = Math.max(moved, Math.abs(ours[i] - parameters[i]));
            apart = Math.max(apart, Math.abs(ours[i] - theirs[i]));
        }
        assertThat(apart).as("of %s", moved).isLessThan(1e-3 * moved);
    }

    private static double squares(float[] numbers) {
        double sum = 0;
        for (float number : numbers) {
            sum += (double) number * number;
        }
        return sum;
    }

    @Test
    void aNetworkHasItsRunsUpdater() {
        assertThat(updater(Optimiser.SGD)).isEqualTo(new Sgd(0.05));
        assertThat(updater(Optimiser.MOMENTUM))
                .as("the nearest there is")
                .isEqualTo(updater(Optimiser.NESTEROV))
                .isEqualTo(new Nesterovs(0.05, 0.7));
        assertThat(updater(Optimiser.RMSPROP)).isEqualTo(new RmsProp(0.05, 0.99, 1e-16));
        assertThat(updater(Optimiser.ADAM)).isEqualTo(new Adam(0.05, 0.9, 0.999, 1e-8));
        assertThat(updater(Optimiser.ADAMW)).isEqualTo(updater(Optimiser.ADAM));
    }

    private static IUpdater updater(Optimiser optimiser) {
        TrainingConfig config = SMALL.with(Setting.OPTIMISER, optimiser).with(Setting.MOMENTUM, 0.7);
        Autoencoder model = Autoencoder.of(config, ImageShape.grey(5, 7));
        MultiLayerNetwork network = Dl4jModels.toNetwork(model, model.initialParameters(1), config);
        return ((BaseLayer) network.getLayer(1).conf().getLayer()).getIUpdater();
    }

    /** Each channel's pixels are reconstructed from all of them. */
    @Test
    void imagesMayHaveColours() {
        TrainingConfig config = SMALL.with(Setting.OPTIMISER, Optimiser.SGD).with(Setting.WEIGHT_DECAY, 0.0);
        Autoencoder model = Autoencoder.of(config, new ImageShape(3, 4, 5));
        float[] parameters = model.initialParameters(1);
        ImageSet flat = MadeUpImages.images(8, 12, 5, 1);
        INDArray images = images(flat, 0, 8).reshape('c', 8, 3, 4, 5);
        for (Loss loss : Loss.values()) {
            TrainingConfig each = config.with(Setting.LOSS, loss);
            TrainingStep step = new TrainingStep(model, new PlainKernels(), parameters, each);
            Batch batch = new Batch(model, 8);
            batch.fill(flat, 0, new PlainKernels(), 0);
            MultiLayerNetwork network = Dl4jModels.toNetwork(model, parameters, each);
            network.fit(images, images);
            assertThat(network.score())
                    .as("%s", loss)
                    .isCloseTo(step.train(batch, 0.05, 0) / loss.elements(60, 8), withinPercentage(0.01));
        }
    }

    @Test
    void aNetworkOfAnotherShapeIsRefused() {
        Autoencoder model = new Autoencoder(ModelKind.SIMPLE, 5, 7, 3);
        MultiLayerNetwork network = Dl4jModels.toNetwork(model, model.initialParameters(1), CONFIG);
        assertThatThrownBy(() -> Dl4jModels.fromNetwork(new Autoencoder(ModelKind.SIMPLE, 5, 7, 4), network))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("encoder.weight");
    }
}
