package latentlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import latentlab.data.DataRequest;
import latentlab.data.Problems;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTest {
    private static final Swept RATES = Swept.parse(Setting.RATE, "0.01,0.003");
    private static final Swept SIZES = Swept.parse(Setting.LATENT, "2,5");

    private static Plan plan(int seeds, Design design, int points, Swept... swept) {
        return new Plan(DataRequest.of("digits"), TrainingConfig.DEFAULT, Arrays.asList(swept), seeds, design, points);
    }

    private static List<String> names(Plan plan) throws Problem {
        return plan.trials().stream().map(Trial::name).toList();
    }

    @Test
    void aGridHasEachValueWithEachOther() throws Problem {
        assertThat(names(plan(1, Design.GRID, 0, RATES, SIZES)))
                .containsExactly(
                        "1_latent=2_lr=0.01", "2_latent=2_lr=0.003", "3_latent=5_lr=0.01", "4_latent=5_lr=0.003");
        assertThat(plan(1, Design.GRID, 0, RATES, SIZES).trials().getLast().config())
                .isEqualTo(TrainingConfig.DEFAULT.withLatent(5).withLearningRate(0.003));
        assertThat(names(plan(1, Design.GRID, 0))).containsExactly("1");
    }

    @Test
    void seedsCountOnFromTheBases() throws Problem {
        Plan plan = plan(6, Design.GRID, 0, SIZES).withBase(TrainingConfig.DEFAULT.withSeed(9));
        assertThat(names(plan))
                .startsWith("01_latent=2_seed=9", "02_latent=2_seed=10")
                .hasSize(12);
        assertThat(plan.trials().get(7).config().seed()).isEqualTo(10);
        Problems.of(
                () -> plan(2, Design.GRID, 0, Swept.parse(Setting.SEED, "1,2")).trials(), "sweep.seeds.twice");
    }

    @Test
    void aNameIsNoLongerThanFileSystemsTake() throws Problem {
        Swept hidden = Swept.parse(Setting.HIDDEN, "2048-2048-2048-2048-2048-2048;");
        Swept[] many = {
            hidden,
            Swept.parse(Setting.CODE, "leaky-relu,sigmoid"),
            Swept.parse(Setting.INITIALISER, "orthogonal,pytorch"),
            Swept.parse(Setting.NOISE, "salt-and-pepper,gaussian")
        };
        List<String> names = names(plan(1, Design.GRID, 0, many));
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.length() < 110);
        assertThat(names.getLast()).startsWith("16_hidden=none_code-activation=sigmoid");
    }

    @ParameterizedTest
    @EnumSource(names = "GRID", mode = EnumSource.Mode.EXCLUDE)
    void drawsTheSameDistinctTrialsEachTime(Design design) throws Problem {
        Plan plan = plan(2, design, 12, Swept.parse(Setting.LATENT, "1..4"), RATES, Swept.parse(Setting.EPOCHS, "3,4"));
        List<Trial> trials = plan.trials();
        assertThat(trials).hasSize(24);
        assertThat(trials.stream().map(Trial::config).distinct()).hasSize(24);
        assertThat(plan.trials()).isEqualTo(trials);
        Plan other = plan.withBase(TrainingConfig.DEFAULT.withSeed(5));
        Set<Long> sizes =
                trials.stream().map(trial -> trial.config().get(Setting.LATENT)).collect(Collectors.toSet());
        assertThat(sizes).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
        assertThat(names(other).getFirst().equals(names(plan).getFirst().replace("seed=1", "seed=5")))
                .isEqualTo(design == Design.LOW_DISCREPANCY);
    }

    /** Of a Sobol sequence each eighth of a range has one of the first eight points; of chance it has not. */
    @Test
    void aLowDiscrepancySequenceLeavesNoGap() throws Problem {
        Swept level = Swept.parse(Setting.NOISE_LEVEL, "0..1");
        Swept penalty = Swept.parse(Setting.SPARSITY, "0..1");
        List<Trial> trials = plan(1, Design.LOW_DISCREPANCY, 7, level, penalty).trials();
        for (Setting<Double> setting : List.of(Setting.NOISE_LEVEL, Setting.SPARSITY)) {
            assertThat(trials.stream().map(trial -> (int) (8 * trial.config().get(setting))))
                    .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
        }
    }

    @Test
    void saysWhatCannotBePlanned() {
        Swept range = Swept.parse(Setting.RATE, "0.001..0.1");
        Problems.of(() -> plan(1, Design.GRID, 0, range).trials(), "sweep.range", "--lr", "0.001..0.1");
        Problems.of(() -> plan(1, Design.RANDOM, 4).trials(), "sweep.nothing");
        Problems.of(() -> plan(1, Design.RANDOM, 5, RATES, SIZES).trials(), "sweep.few", 5, 4);
        Problems.of(() -> plan(5_001, Design.GRID, 0, SIZES).trials(), "sweep.many", "10,002", "10,000");
        Plan entropy = plan(1, Design.GRID, 0, Swept.parse(Setting.OUTPUT, "sigmoid,linear"))
                .withBase(TrainingConfig.DEFAULT.with(Setting.LOSS, Loss.BCE));
        Problems.of(entropy::trials, "engine.combination.entropy");
    }
}
