package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.kernels.PlainKernels;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Inference;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Schedule;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.settings.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrainerTest {
    private static final double RATE = 0.01;
    /** 22 images: 5 to validate with, 17 to train on; in fours, the last batch is of one. */
    private static final Dataset DATA = MadeUpImages.dataset(22, 5, 7);

    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(4).withLearningRate(RATE);

    private static BatchControl at(double rate) {
        return (_, _) -> rate;
    }

    static Stream<Arguments> models() {
        return Stream.of(ModelKind.SIMPLE, ModelKind.TIED)
                .flatMap(kind -> Stream.of(
                        Arguments.of(kind, false, new PlainKernels()),
                        Arguments.of(kind, false, Kernels.fastest()),
                        Arguments.of(kind, true, Kernels.fastest())));
    }

    /** Order, short last batch, weighting of the losses and the moment of validation are all in these numbers. */
    @ParameterizedTest
    @MethodSource("models")
    void anEpochComesToWhatATextbookComputes(ModelKind kind, boolean shuffle, Kernels kernels) throws Exception {
        TrainingConfig config = CONFIG.withKind(kind).withShuffle(shuffle);
        try (Trainer trainer = new Trainer(config, DATA, kernels)) {
            int[] order = IntStream.range(5, 22).toArray();
            if (shuffle) {
                Trainer.shuffle(order, 5, config.seed(), 1);
            }
            HandTraining expected = new HandTraining(trainer.model(), trainer.parameters(), DATA, order, 4, RATE);

            EpochResult result = trainer.train(at(RATE));

            assertThat(result.epoch()).isEqualTo(1);
            assertThat(result.trainLoss()).isCloseTo(expected.trainLoss, within(1e-6 * expected.trainLoss));
            assertThat(result.validLoss()).isCloseTo(expected.validLoss, within(1e-6 * expected.validLoss));
            float[] parameters = trainer.parameters();
            for (int i = 0; i < parameters.length; i++) {
                assertThat((double) parameters[i])
                        .as("parameter %d", i)
                        .isCloseTo(expected.parameters[i], within(2e-6));
            }
        }
    }

    @Test
    void epochZeroIsTheUntrainedModelOnTheValidationImages() {
        try (Trainer trainer = new Trainer(CONFIG, DATA)) {
            HandTraining untrained = new HandTraining(trainer.model(), trainer.parameters(), DATA, new int[] {5}, 1, 0);
            EpochResult initial = trainer.initial();
            assertThat(initial.epoch()).isZero();
            assertThat(initial.trainLoss()).isNaN();
            assertThat(initial.validLoss()).isCloseTo(untrained.validLoss, within(1e-6));
            assertThat(initial.seconds()).isZero();
        }
    }

    @Test
    void allTrainingImagesAreTrainedOnWhereTheTestImagesValidate() throws Exception {
        TrainingConfig config = CONFIG.with(Setting.VALIDATION, Validation.TEST);
        try (Trainer trainer = new Trainer(config, DATA);
                Inference inference = new Inference(trainer.model(), config)) {
            assertThat(trainer.batches()).isEqualTo(6);
            double loss = trainer.train(at(RATE)).validLoss();
            int[] all = IntStream.range(0, DATA.test().count()).toArray();
            double[] errors = inference
                    .reconstruct(trainer.parameters(), DATA.test(), all)
                    .errors();
            assertThat(loss).isCloseTo(Arrays.stream(errors).average().orElseThrow(), within(1e-6));
        }
    }

    @Test
    void aScheduleReachesTheStep() throws Exception {
        TrainingConfig config = CONFIG.with(Setting.SCHEDULE, Schedule.COSINE).withEpochs(4);
        try (Trainer trainer = new Trainer(config, DATA)) {
            assertThat(trainer.train(at(RATE)).learningRate()).isCloseTo(RATE, within(1e-12));
            trainer.train(at(RATE));
            assertThat(trainer.train(at(RATE)).learningRate()).isCloseTo(RATE / 2, within(1e-12));
            trainer.plan(8);
            assertThat(trainer.train(at(RATE)).learningRate())
                    .as("a longer run falls later")
                    .isCloseTo(RATE * (1 + Math.cos(Math.PI * 3 / 8)) / 2, within(1e-12));
        }
    }

    @Test
    void aBatchMayBeLargerThanTheDataset() throws Exception {
        try (Trainer trainer = new Trainer(CONFIG.withBatch(10_000), DATA)) {
            assertThat(trainer.batches()).isEqualTo(1);
            double before = trainer.initial().validLoss();
            assertThat(trainer.train(at(RATE)).validLoss()).isLessThan(before);
        }
    }

    @Test
    void twoImagesCanBeTrainedOnOneCannot() throws Exception {
        try (Trainer trainer = new Trainer(CONFIG, MadeUpImages.dataset(2, 5, 7))) {
            assertThat(trainer.train(at(RATE)).trainLoss()).isPositive();
        }
        assertThatThrownBy(() -> new Trainer(CONFIG, MadeUpImages.dataset(1, 5, 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 images");
    }

    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void theSameSeedGivesTheSameBits(ModelKind kind) throws Exception {
        Dataset data = MadeUpImages.dataset(300, 28, 28);
        TrainingConfig config = TrainingConfig.DEFAULT.withKind(kind).withShuffle(true);
        // The first run also takes the kernels from the interpreter through both compilers.
        List<Object> first = history(config, data, 30);
        assertThat(history(config, data, 30)).isEqualTo(first);
        assertThat(history(config.withSeed(2), data, 1)).isNotEqualTo(first.subList(0, 4));
    }

    /** Losses and parameters of epochs 0 to the last. */
    private static List<Object> history(TrainingConfig config, Dataset data, int epochs) throws DivergedException {
        List<Object> numbers = new ArrayList<>();
        try (Trainer trainer = new Trainer(config, data)) {
            numbers.add(trainer.initial().validLoss());
            for (int e = 0; e < epochs; e++) {
                EpochResult result = trainer.train(at(RATE));
                numbers.add(result.trainLoss());
                numbers.add(result.validLoss());
                numbers.add(List.of(boxed(trainer.parameters())));
            }
        }
        return numbers;
    }

    private static List<Float> boxed(float[] numbers) {
        List<Float> boxed = new ArrayList<>();
        for (float number : numbers) {
            boxed.add(number);
        }
        return boxed;
    }

    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void anEpochGivenUpLeavesNoTrace(ModelKind kind) throws Exception {
        TrainingConfig config = CONFIG.withKind(kind).withShuffle(true);
        List<Object> undisturbed = history(config, DATA, 3);
        List<Object> disturbed = new ArrayList<>();
        try (Trainer trainer = new Trainer(config, DATA)) {
            disturbed.add(trainer.initial().validLoss());
            for (int e = 0; e < 3; e++) {
                assertThat(trainer.train((batch, _) -> batch < 3 ? RATE : Double.NaN))
                        .isNull();
                assertThat(trainer.epoch()).isEqualTo(e);
                EpochResult result = trainer.train(at(RATE));
                disturbed.add(result.trainLoss());
                disturbed.add(result.validLoss());
                disturbed.add(List.of(boxed(trainer.parameters())));
            }
        }
        assertThat(disturbed).isEqualTo(undisturbed);
    }

    @Test
    void shufflingTakesEveryImageOnceInAnOrderOfItsOwnForEachEpochAndSeed() {
        int[] first = new int[50];
        int[] second = new int[50];
        int[] otherSeed = new int[50];
        Trainer.shuffle(first, 10, 1, 1);
        Trainer.shuffle(second, 10, 1, 2);
        Trainer.shuffle(otherSeed, 10, 2, 1);
        int[] all = IntStream.range(10, 60).toArray();
        assertThat(first).containsExactlyInAnyOrder(all).isNotEqualTo(all);
        assertThat(second).containsExactlyInAnyOrder(all).isNotEqualTo(first);
        assertThat(otherSeed).containsExactlyInAnyOrder(all).isNotEqualTo(first);
        int[] again = new int[50];
        Trainer.shuffle(again, 10, 1, 1);
        assertThat(again).isEqualTo(first);
    }

    @Test
    void shufflingIsASwitch() throws Exception {
        List<Object> ordered = history(CONFIG, DATA, 1);
        List<Object> shuffled = history(CONFIG.withShuffle(true), DATA, 1);
        assertThat(shuffled.getFirst()).isEqualTo(ordered.getFirst());
        assertThat(shuffled.get(1)).isNotEqualTo(ordered.get(1));
    }

    @Test
    void theRateOfEachBatchIsTheControls() throws Exception {
        try (Trainer trainer = new Trainer(CONFIG, DATA);
                Trainer still = new Trainer(CONFIG, DATA)) {
            List<Integer> asked = new ArrayList<>();
            EpochResult result = trainer.train((batch, batches) -> {
                assertThat(batches).isEqualTo(5);
                asked.add(batch);
                return batch < 4 ? 0 : RATE;
            });
            assertThat(asked).containsExactly(0, 1, 2, 3, 4);
            assertThat(result.learningRate()).isEqualTo(RATE);
            assertThat(trainer.parameters()).isNotEqualTo(still.parameters());
            still.train(at(0));
            assertThat(still.parameters()).isEqualTo(new Autoencoder(ModelKind.SIMPLE, 5, 7, 3).initialParameters(1));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aLossThatIsNoNumberEndsTheEpochAndNamesItAndTheRate(ModelKind kind, boolean shuffle, Kernels kernels)
            throws Exception {
        try (Trainer trainer = new Trainer(CONFIG.withKind(kind).withShuffle(shuffle), DATA, kernels)) {
            trainer.train(at(RATE));
            float[] before = trainer.parameters();
            // Steps of 1e38 make weights whose products are infinite, and differences of those that are no numbers.
            DivergedException diverged = catchThrowableOfType(DivergedException.class, () -> trainer.train(at(1e38)));
            assertThat(diverged.epoch()).isEqualTo(2);
            assertThat(diverged.learningRate()).isEqualTo(1e38);
            assertThat(trainer.epoch()).isEqualTo(1);
            assertThat(trainer.parameters()).isEqualTo(before);
            assertThat(trainer.train(at(RATE)).epoch()).isEqualTo(2);
        }
    }
}
