package latentlab.run.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.data.Problems;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Schedule;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.TrainerState;
import latentlab.run.BranchedFrom;
import latentlab.run.PastState;
import latentlab.run.RateChange;
import latentlab.run.Run;
import latentlab.run.RunKeeper;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunBranchTest {
    private static final Dataset DATA = MadeUpImages.dataset(22, 5, 7);
    private static final TrainingConfig CONFIG = TrainingConfig.DEFAULT
            .withLatent(3)
            .withBatch(4)
            .withEpochs(30)
            .withShuffle(true)
            .with(Setting.NOISE, Noise.MASKING)
            .with(Setting.SCHEDULE, Schedule.PLATEAU)
            .with(Setting.SCHEDULE_EPOCHS, 2L);

    @TempDir
    Path folder;

    private Path parent;
    private Path branch;

    @BeforeEach
    void train() throws Exception {
        parent = folder.resolve("parent.run");
        branch = folder.resolve("branch.run");
        try (Training training = new Training(folder, RunFileWriter.create(parent))) {
            training.open(DATA, CONFIG).until(30);
        }
    }

    private PastState branch(int epoch, TrainingConfig config, Dataset data) throws Exception {
        try (RunFile file = RunFile.open(parent)) {
            PastState past = PastState.of(file, data, epoch, Progress.NONE);
            RunBranch.write(file, past, config, data, branch);
            return past;
        }
    }

    private TrainerState state() throws Exception {
        try (RunFile file = RunFile.open(branch)) {
            return file.state(Autoencoder.of(file.config(), DATA.shape()));
        }
    }

    /** Whether its state was kept or has to be worked out: with nothing changed, nothing changes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13, 29})
    void withTheSameSettingsItIsTheSameRun(int epoch) throws Exception {
        assertThat(branch(epoch, CONFIG, DATA).exact()).isTrue();
        try (RunFile whole = RunFile.open(parent);
                RunFile file = RunFile.open(branch);
                Training training = new Training(folder, RunFileWriter.goOn(branch, epoch))) {
            assertThat(file.start().from())
                    .isEqualTo(new BranchedFrom(whole.start().id(), epoch));
            assertThat(file.start().id()).isNotEqualTo(whole.start().id());
            assertThat(file.planned()).isEqualTo(30);
            Run run = training.resume(DATA, file).until(30).run();
            assertThat(run.start().from()).isEqualTo(file.start().from());
            for (int each = 0; each <= 30; each++) {
                assertThat(run.epochs().read(each)).as("epoch %d", each).isEqualTo(whole.parameters(each));
                assertThat(run.history().get(each).validLoss())
                        .isEqualTo(whole.history().get(each).validLoss());
            }
        }
        try (RunFile file = RunFile.open(branch)) {
            assertThat(file.history()).hasSize(31);
            assertThat(file.start().from().epoch()).isEqualTo(epoch);
            assertThat(file.samples().samples()).hasSize(10);
        }
    }

    @Test
    void withOtherSettingsItLeavesTheRunFromThereOn() throws Exception {
        branch(10, CONFIG.withLearningRate(0.1).withEpochs(12), DATA);
        try (RunFile whole = RunFile.open(parent);
                RunFile file = RunFile.open(branch);
                Training training = new Training(folder, RunKeeper.NONE)) {
            assertThat(file.history()).isEqualTo(whole.history().subList(0, 11));
            assertThat(file.config().learningRate()).isEqualTo(0.1);
            Run run = training.resume(DATA, file).until(12).run();
            assertThat(run.history().get(11).learningRate()).isEqualTo(0.1);
            assertThat(run.history().get(11).validLoss())
                    .isNotEqualTo(whole.history().get(11).validLoss());
        }
    }

    @Test
    void whatTheOptimiserKnowsGoesWithIt() throws Exception {
        TrainerState same = branch(10, CONFIG, DATA).state();
        assertThat(state()).usingRecursiveComparison().isEqualTo(same);
        branch = folder.resolve("sgd.run");
        branch(10, CONFIG.with(Setting.OPTIMISER, Optimiser.SGD), DATA);
        assertThat(state().steps()).isZero();
        assertThat(state().first()).containsOnly(0);
        assertThat(state().parameters()).isEqualTo(same.parameters());
        assertThat(state().patience()).isEqualTo(same.patience());
        branch = folder.resolve("loss.run");
        branch(10, CONFIG.with(Setting.LOSS, Loss.SSE).with(Setting.SPARSITY, 0.01), DATA);
        assertThat(state().steps()).isEqualTo(same.steps());
        assertThat(state().patience().best()).isInfinite();
        assertThat(state().sums()).hasSize(2);
        branch = folder.resolve("schedule.run");
        branch(10, CONFIG.with(Setting.SCHEDULE, Schedule.CONSTANT), DATA);
        assertThat(state().patience().best()).isEqualTo(same.patience().best());
        assertThat(state().patience().plateaus()).isZero();
    }

    @Test
    void aRateThatTheUserChangedIsTheRateItGoesOnWith() throws Exception {
        parent = folder.resolve("changed.run");
        try (Training training = new Training(folder, RunFileWriter.create(parent))) {
            training.open(DATA, CONFIG).until(5);
            training.service.setLearningRate(0.05);
            training.until(20);
        }
        PastState past = branch(17, CONFIG, DATA);
        assertThat(past.exact()).isTrue();
        assertThat(state().learningRate()).isEqualTo(0.05);
        try (RunFile file = RunFile.open(branch)) {
            assertThat(file.rateChanges()).hasSize(1);
        }
    }

    @Test
    void anotherRateCountsThoughTheUserHadChangedThatOfTheParent() throws Exception {
        parent = folder.resolve("changed.run");
        try (Training training = new Training(folder, RunFileWriter.create(parent))) {
            training.open(DATA, CONFIG).until(5);
            training.service.setLearningRate(0.05);
            training.until(20);
        }
        branch(17, CONFIG.withLearningRate(0.2).withEpochs(19), DATA);
        try (RunFile file = RunFile.open(branch);
                Training training = new Training(folder, RunFileWriter.goOn(branch, 17))) {
            Run run = training.resume(DATA, file).until(19).run();
            assertThat(run.history().get(18).learningRate()
                            / run.history().get(17).learningRate())
                    .isCloseTo(4, within(1e-9));
            assertThat(run.rateChanges()).hasSize(2);
        }
        try (RunFile file = RunFile.open(branch)) {
            assertThat(file.rateChanges()).extracting(RateChange::epoch).containsExactly(6, 18);
        }
    }

    @Test
    void aBranchBehindMoreEpochsThanWerePlannedAtFirstHasThePlanOfThen() throws Exception {
        parent = folder.resolve("more.run");
        try (Training training = new Training(folder, RunFileWriter.create(parent))) {
            training.open(DATA, CONFIG.withEpochs(10)).until(10).until(20);
        }
        branch(15, CONFIG.withEpochs(10), DATA);
        assertThat(state().planned()).isEqualTo(20);
    }

    @Test
    void patienceIsTakenUpAnewAsInOneProcess() throws Exception {
        TrainingConfig impatient = CONFIG.with(Setting.SCHEDULE, Schedule.CONSTANT)
                .with(Setting.EARLY_STOPPING, 3L)
                .withLearningRate(0.9);
        parent = folder.resolve("impatient.run");
        int ended;
        int further;
        try (Training training = new Training(folder, RunFileWriter.create(parent))) {
            ended = training.open(DATA, impatient.withEpochs(400))
                            .until(400)
                            .run()
                            .history()
                            .size()
                    - 1;
        }
        Path copy = Files.copy(parent, folder.resolve("copy.run"));
        assertThat(ended).isLessThan(400);
        try (Training training = new Training(folder, RunKeeper.NONE)) {
            further = training.open(DATA, impatient.withEpochs(400))
                            .until(400)
                            .until(800)
                            .run()
                            .history()
                            .size()
                    - 1;
        }
        try (RunFile file = RunFile.open(copy);
                Training training = new Training(folder, RunKeeper.NONE)) {
            assertThat(training.resume(DATA, file).until(800).run().history()).hasSize(further + 1);
        }
        assertThat(further).isGreaterThanOrEqualTo(ended + 3);
    }

    @Test
    void otherModelsAreRefused() {
        for (TrainingConfig other : List.of(
                CONFIG.withLatent(4),
                CONFIG.withKind(ModelKind.TIED),
                CONFIG.with(Setting.HIDDEN, HiddenLayer.dense(4)))) {
            Problems.of(() -> branch(10, other, DATA), "engine.branch.model");
            assertThat(branch).doesNotExist();
        }
    }

    @Test
    void otherDataMustHaveTheSameShapeAndAStateThatIsKept() throws Exception {
        Dataset others = MadeUpImages.dataset(30, 5, 7);
        Problems.of(() -> branch(10, CONFIG, others), "run.branch.data", 10, "0, 30");
        Problems.of(() -> branch(30, CONFIG, MadeUpImages.dataset(22, 7, 5)), "run.branch.shape");
        branch(30, CONFIG.withEpochs(33), others);
        try (RunFile file = RunFile.open(branch);
                Training training = new Training(folder, RunFileWriter.goOn(branch, 30))) {
            file.check(others.identity());
            assertThat(training.resume(others, file).until(33).run().history()).hasSize(34);
        }
    }

    /** As where its parent turns out to be damaged while it is written. */
    @Test
    void nothingStaysOfABranchThatCannotBeWritten() throws Exception {
        try (RunFile file = RunFile.open(parent)) {
            PastState past = PastState.of(file, DATA, 30, Progress.NONE);
            file.close();
            assertThatThrownBy(() -> RunBranch.write(file, past, CONFIG, DATA, branch))
                    .isInstanceOf(Problem.class);
        }
        assertThat(branch).doesNotExist();
    }

    @Test
    void epochsThatAreNotThereOrAreTheParentsAreRefused() throws Exception {
        Problems.of(() -> branch(31, CONFIG, DATA), "run.branch.dropped", 31, 30);
        branch(10, CONFIG, DATA);
        parent = branch;
        branch = folder.resolve("second.run");
        Problems.of(() -> branch(9, CONFIG, DATA), "run.branch.shared", 9);
        branch(10, CONFIG.withLearningRate(0.2), DATA);
        assertThat(branch).exists();
    }
}
