package latentlab.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.loss.LossPart;
import latentlab.engine.model.Inference;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import org.junit.jupiter.api.Test;

class LossPartTest {
    private static final double WEIGHT = 0.25;
    /** 700 images: 140 to validate with, more than go through the model together; of 560, the last batch is of 48. */
    private static final Dataset DATA = MadeUpImages.dataset(700, 5, 7);

    private static final TrainingConfig PLAIN =
            TrainingConfig.DEFAULT.withLatent(3).with(Setting.CODE, Activation.TANH);
    private static final TrainingConfig SPARSE = PLAIN.with(Setting.SPARSITY, WEIGHT);

    /** Without steps, so that every batch meets the parameters the epoch begins with. */
    @Test
    void thePenaltyIsItsWeightTimesTheMeanSizeOfTheCodes() throws Exception {
        try (Trainer trainer = new Trainer(SPARSE, DATA);
                Inference inference = new Inference(trainer.model(), SPARSE)) {
            float[] codes = inference.latent(trainer.parameters(), DATA.train());
            EpochResult result = trainer.train((_, _) -> 0);

            assertThat(result.parts()).hasSize(2).isEqualTo(result.severalParts());
            assertThat(result.parts().getFirst())
                    .isEqualTo(new LossPart("reconstruction", result.trainLoss(), result.validLoss()));
            LossPart penalty = result.parts().getLast();
            assertThat(penalty.name()).isEqualTo("sparsity");
            assertThat(penalty.valid()).isCloseTo(WEIGHT * size(codes, 0, 140) / 140, within(1e-6));
            assertThat(penalty.train()).isCloseTo(WEIGHT * size(codes, 140, 700) / 560, within(1e-6));
            assertThat(trainer.train((_, _) -> 0).parts())
                    .as("a second epoch starts from nothing")
                    .isEqualTo(result.parts());
        }
    }

    private static double size(float[] codes, int from, int end) {
        return IntStream.range(3 * from, 3 * end)
                .mapToDouble(i -> Math.abs(codes[i]))
                .sum();
    }

    @Test
    void epochZeroHasNoTrainingLossInAnyPart() {
        try (Trainer trainer = new Trainer(SPARSE, DATA)) {
            EpochResult initial = trainer.initial();
            assertThat(initial.parts()).extracting(LossPart::train).containsOnly(Double.NaN);
            assertThat(initial.parts().getFirst().valid()).isEqualTo(initial.validLoss());
            assertThat(initial.parts().getLast().valid()).isPositive();
        }
    }

    @Test
    void aLossOfOnePartIsThatPart() throws Exception {
        try (Trainer trainer = new Trainer(PLAIN, DATA)) {
            EpochResult result = trainer.train((_, _) -> 0.01);
            assertThat(result.parts())
                    .isEqualTo(List.of(new LossPart("reconstruction", result.trainLoss(), result.validLoss())));
            assertThat(result.severalParts()).isEmpty();
        }
    }

    @Test
    void aSmallerCodeIsASmallerPenalty() throws Exception {
        try (Trainer trainer = new Trainer(SPARSE, DATA)) {
            double first = trainer.initial().parts().getLast().valid();
            EpochResult result = null;
            for (int epoch = 0; epoch < 10; epoch++) {
                result = trainer.train((_, _) -> 0.01);
            }
            assertThat(result.parts().getLast().valid()).isLessThan(first / 2);
        }
    }
}
