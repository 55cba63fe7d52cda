package latentlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import latentlab.MadeUpImages;
import latentlab.comparison.ComparedRun;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.data.Problems;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.Trainer;
import latentlab.run.file.RunFile;
import latentlab.run.file.RunFileWriter;
import latentlab.run.file.Underway;
import latentlab.run.follow.Training;
import latentlab.run.store.Scratch;
import latentlab.sweep.Outcome.State;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
    private static final Dataset DATA = MadeUpImages.dataset(60, 6, 5);
    private static final TrainingConfig BASE =
            TrainingConfig.DEFAULT.withBatch(8).withEpochs(12).withShuffle(true);

    @TempDir
    Path folder;

    private final List<String> heard = new ArrayList<>();
    private Consumer<EpochResult> onEpoch = _ -> {};

    private final SweepListener listener = new SweepListener() {
        @Override
        public void began(Trial trial, int done) {
            heard.add("began " + trial.number() + " after " + done);
        }

        @Override
        public void epoch(Trial trial, EpochResult result) {
            heard.add("epoch " + trial.number());
            onEpoch.accept(result);
        }

        @Override
        public void remark(Trial trial, Sentence what) {}

        @Override
        public void ended(Outcome outcome, boolean before) {
            heard.add("ended " + outcome.trial().number() + (before ? " before" : ""));
        }
    };

    private static Plan plan(TrainingConfig base, int seeds, Swept... swept) {
        return new Plan(DataRequest.of("digits"), base, Arrays.asList(swept), seeds, Design.GRID, 0);
    }

    private static final Swept SIZES = Swept.parse(Setting.LATENT, "2,3");

    private Path place() {
        return folder.resolve("swept");
    }

    private List<Outcome> run(Plan plan, Dataset data, int workers) throws Exception {
        try (Sweep sweep = Sweep.open(plan, place())) {
            return sweep.run(data, false, false, new Scratch(folder), workers, listener);
        }
    }

    private static List<State> states(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::state).toList();
    }

    /** Without how long epochs took. */
    private static List<List<Object>> numbers(List<EpochResult> history) {
        return history.stream()
                .map(each -> List.<Object>of(each.epoch(), each.trainLoss(), each.validLoss(), each.learningRate()))
                .toList();
    }

    private List<List<Object>> trainedAlone(TrainingConfig config, Dataset data) throws Exception {
        try (Training training = new Training(new Scratch(folder))) {
            training.follow(data, config, _ -> {}, () -> {});
            return numbers(training.run().history());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void comesToTheNumbersOfRunsTrainedAloneHoweverManyAreSideBySide(int workers) throws Exception {
        List<Outcome> outcomes = run(plan(BASE, 2, SIZES), DATA, workers);
        assertThat(states(outcomes)).containsOnly(State.FINISHED).hasSize(4);
        for (Outcome outcome : outcomes) {
            List<List<Object>> alone = trainedAlone(outcome.trial().config(), DATA);
            assertThat(numbers(outcome.run().history())).isEqualTo(alone);
            try (RunFile saved = RunFile.open(place().resolve(outcome.trial().file()))) {
                assertThat(numbers(saved.history())).isEqualTo(alone);
                assertThat(ComparedRun.of(outcome.trial().name(), saved)).isEqualTo(outcome.run());
            }
        }
    }

    @Test
    void goesOnWhereItWasStoppedToTheSameNumbers() throws Exception {
        Plan plan = plan(BASE.withEpochs(60), 2, SIZES);
        int done;
        try (Sweep sweep = Sweep.open(plan, place())) {
            int[] epochs = {0};
            onEpoch = _ -> {
                if (++epochs[0] == 60 + 2) { // early in the second
                    sweep.stop();
                }
            };
            List<Outcome> stopped = sweep.run(DATA, false, false, new Scratch(folder), 1, listener);
            done = stopped.get(1).run().epochs();
            assertThat(states(stopped)).containsExactly(State.FINISHED, State.STOPPED, State.WAITING, State.WAITING);
        }
        onEpoch = _ -> {};
        Path first = place().resolve(plan.trials().getFirst().file());
        byte[] before = Files.readAllBytes(first);
        heard.clear();
        List<Outcome> outcomes = run(plan, DATA, 1);
        assertThat(states(outcomes)).containsOnly(State.FINISHED);
        assertThat(heard).startsWith("ended 1 before", "began 2 after " + done, "epoch 2");
        assertThat(heard.stream().filter(each -> each.startsWith("epoch"))).hasSize(3 * 60 - done);
        assertThat(first).hasBinaryContent(before);
        assertThat(numbers(outcomes.get(1).run().history()))
                .isEqualTo(trainedAlone(outcomes.get(1).trial().config(), DATA));
    }

    @Test
    void oneThatDivergesOrFailsDoesNotStopTheOthers() throws Exception {
        TrainingConfig wild = BASE.with(Setting.LOSS, Loss.SSE)
                .with(Setting.OUTPUT, Activation.LINEAR)
                .with(Setting.CODE, Activation.LINEAR)
                .with(Setting.OPTIMISER, Optimiser.SGD);
        Plan plan = plan(wild, 1, Swept.parse(Setting.RATE, "1,0.0001,0.0002"));
        Files.createDirectories(place());
        Files.writeString(place().resolve(plan.trials().get(1).file()), "not a run");
        List<Outcome> outcomes = run(plan, DATA, 1);
        assertThat(states(outcomes)).containsExactly(State.DIVERGED, State.FAILED, State.FINISHED);
        assertThat(outcomes.getFirst().why().key()).isEqualTo("sweep.diverged");
        assertThat(outcomes.getFirst().run().history()).isNotEmpty();
        assertThat(outcomes.get(1).why().key()).isEqualTo("run.file.foreign");
        assertThat(place().resolve(plan.trials().get(1).file())).hasContent("not a run");
        assertThat(states(run(plan, DATA, 1)))
                .as("called again")
                .containsExactly(State.DIVERGED, State.FAILED, State.FINISHED);
    }

    @Test
    void earlyStoppingEndsATrialForGood() throws Exception {
        TrainingConfig impatient = BASE.withEpochs(400).withLearningRate(0.3).with(Setting.EARLY_STOPPING, 1L);
        Plan plan = plan(impatient, 1, SIZES);
        List<Outcome> outcomes = run(plan, DATA, 1);
        assertThat(states(outcomes)).containsOnly(State.FINISHED);
        assertThat(outcomes.getFirst().run().epochs()).isLessThan(400);
        heard.clear();
        assertThat(run(plan, DATA, 1)).isEqualTo(outcomes);
        assertThat(heard).containsExactly("ended 1 before", "ended 2 before");
    }

    /** Other windows neither delete such a file nor remove it to make room. */
    @Test
    void whatIsBeingWrittenIsMarkedUntilItsEnd() throws Exception {
        Files.createDirectories(place());
        Path leftBehind = Files.writeString(place().resolve("999999999-1.underway"), "\nx\n");
        List<Set<Path>> marked = new ArrayList<>();
        onEpoch = _ -> marked.add(Underway.written(folder));
        run(plan(BASE.withEpochs(2), 1, SIZES), DATA, 1);
        assertThat(marked)
                .containsExactly(
                        Set.of(place().resolve("1_latent=2.latentlab")),
                        Set.of(place().resolve("1_latent=2.latentlab")),
                        Set.of(place().resolve("2_latent=3.latentlab")),
                        Set.of(place().resolve("2_latent=3.latentlab")));
        assertThat(Underway.written(folder)).isEmpty();
        assertThat(leftBehind).doesNotExist();
        try (Stream<Path> files = Files.list(place())) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void refusesOtherWordsOtherDataAndASecondProcess() throws Exception {
        Plan plan = plan(BASE.withEpochs(2), 1, SIZES);
        run(plan, DATA, 1);
        String path = place().toString();
        Problems.of(() -> Sweep.open(plan(BASE.withEpochs(3), 1, SIZES), place()), "sweep.other", path);
        Problems.of(() -> Sweep.open(plan(BASE.withEpochs(2), 2, SIZES), place()), "sweep.other", path);
        try (Sweep held = Sweep.open(plan, place())) {
            Problems.of(() -> Sweep.open(plan, place()), "sweep.busy", path);
        }
        List<Outcome> other = run(plan, MadeUpImages.dataset(64, 6, 5), 1);
        assertThat(states(other)).containsOnly(State.FAILED);
        assertThat(other.getFirst().why().key()).isEqualTo("sweep.data");
        Problems.of(() -> Sweep.open(plan, Files.writeString(folder.resolve("file"), "")), "sweep.folder");
    }

    @Test
    void doesNotTakeAFileOfOtherSettingsForATrial() throws Exception {
        Plan plan = plan(BASE.withEpochs(2), 1, SIZES);
        Files.createDirectories(place());
        Path file = place().resolve(plan.trials().getFirst().file());
        try (Training training = new Training(new Scratch(folder), RunFileWriter.create(file))) {
            training.follow(DATA, BASE.withEpochs(1).withLatent(4), _ -> {}, () -> {});
        }
        List<Outcome> outcomes = run(plan, DATA, 2);
        assertThat(states(outcomes)).containsExactly(State.FAILED, State.FINISHED);
        assertThat(outcomes.getFirst().why().key()).isEqualTo("sweep.settings");
    }

    @Test
    void takesTheBatchThatIsUsualForFewImagesAsTrainDoes() throws Exception {
        Plan plan = plan(TrainingConfig.DEFAULT.withEpochs(1), 1, SIZES);
        try (Sweep sweep = Sweep.open(plan, place())) {
            List<Outcome> outcomes = sweep.run(DATA, true, false, new Scratch(folder), 1, listener);
            assertThat(outcomes.getFirst().run().config().batch()).isEqualTo(TrainingConfig.usualBatch(60));
        }
        assertThat(Files.readString(place().resolve("plan.json"))).doesNotContain("batch");
    }

    /** The number of threads of a product is the process's, and the numbers hang on it. */
    @Test
    void aTrialWhoseProductsTakeTwoThreadsHasTheProcessToItself() throws Exception {
        Dataset large = MadeUpImages.dataset(330, 28, 28);
        TrainingConfig base = TrainingConfig.DEFAULT.withEpochs(2);
        Plan plan = plan(base, 2, Swept.parse(Setting.HIDDEN, "512;"));
        assumeTrue(
                Trainer.threads(plan.trials().getFirst().config(), large) > 1, "a machine where none has two threads");
        List<Outcome> outcomes = run(plan, large, 4);
        heard.removeIf(each -> each.startsWith("ended"));
        for (int number : new int[] {1, 2}) {
            int began = heard.indexOf("began " + number + " after 0");
            assertThat(heard.subList(began + 1, began + 3)).containsOnly("epoch " + number);
            assertThat(numbers(outcomes.get(number - 1).run().history()))
                    .isEqualTo(trainedAlone(outcomes.get(number - 1).trial().config(), large));
        }
    }

    @Test
    void aTrialThatWaitsForTheProcessIsNotBegunAfterAStop() throws Exception {
        Dataset large = MadeUpImages.dataset(130, 28, 28);
        Plan plan = plan(TrainingConfig.DEFAULT.withEpochs(50), 2, Swept.parse(Setting.HIDDEN, "256;512"));
        assumeTrue(
                Trainer.threads(plan.trials().getFirst().config(), large) > 1, "a machine where none has two threads");
        try (Sweep sweep = Sweep.open(plan, place())) {
            onEpoch = _ -> sweep.stop();
            List<Outcome> outcomes = sweep.run(large, false, false, new Scratch(folder), 4, listener);
            assertThat(states(outcomes))
                    .containsExactlyInAnyOrder(State.STOPPED, State.WAITING, State.WAITING, State.WAITING);
        }
        try (var files = Files.list(place())) {
            assertThat(files).as("the plan and one run").hasSize(2);
        }
    }

    @Test
    void theAccuracyOfATrialIsThatOfItsRun() throws Exception {
        Plan plan = plan(BASE.withEpochs(3), 1, SIZES);
        run(plan, DATA, 1);
        Trial trial = plan.trials().getLast();
        double accuracy = TrialAccuracy.of(place().resolve(trial.file()), DATA, Progress.NONE);
        try (Training training = new Training(new Scratch(folder))) {
            training.follow(DATA, trial.config(), _ -> {}, () -> {});
            assertThat(accuracy).isEqualTo(training.run().accuracy().of(3, () -> true));
        }
        // Nothing is worked out again: not even the data are looked at.
        assertThat(TrialAccuracy.of(place().resolve(trial.file()), MadeUpImages.dataset(9, 6, 5), Progress.NONE))
                .isEqualTo(accuracy);
        try (RunFile saved = RunFile.open(place().resolve(trial.file()))) {
            assertThat(ComparedRun.of("a", saved).accuracy()).isEqualTo(accuracy);
        }
    }

    /** As while the window trains. */
    @Test
    void whatIsPausedGoesOnInTheMiddleOfAnEpochToTheSameNumbers() throws Exception {
        Plan plan = plan(BASE, 1, SIZES);
        try (Sweep sweep = Sweep.open(plan, place())) {
            onEpoch = result -> {
                sweep.pause();
                // On another thread, since this one is held back.
                Thread.ofVirtual().start(sweep::goOn);
            };
            List<Outcome> outcomes = sweep.run(DATA, false, false, new Scratch(folder), 2, listener);
            assertThat(states(outcomes)).containsOnly(State.FINISHED);
            for (Outcome each : outcomes) {
                assertThat(numbers(each.run().history()))
                        .isEqualTo(trainedAlone(each.trial().config(), DATA));
            }
        }
    }

    @Test
    void whatIsPausedTrainsNothingAndCanBeStopped() throws Exception {
        try (Sweep sweep = Sweep.open(plan(BASE, 1, SIZES), place())) {
            sweep.pause();
            Thread stopping = Thread.ofPlatform().unstarted(sweep::stop);
            CountDownLatch held = new CountDownLatch(1);
            Thread running = Thread.ofPlatform().start(() -> {
                try {
                    assertThat(states(sweep.run(DATA, false, false, new Scratch(folder), 1, listener)))
                            .containsOnly(State.WAITING);
                    held.countDown();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            while (running.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            assertThat(heard).isEmpty();
            stopping.start();
            held.await();
        }
        assertThat(heard).containsExactly("ended 1", "ended 2");
    }

    @Test
    void trialsAreTrainedInTheOrderThatIsAskedForAndLeftOut() throws Exception {
        Plan plan = plan(BASE.withEpochs(40), 1, Swept.parse(Setting.LATENT, "2,3,4,5"));
        try (Sweep sweep = Sweep.open(plan, place())) {
            onEpoch = result -> {
                if (heard.contains("began 3 after 0")) {
                    sweep.cancel(3);
                } else {
                    sweep.arrange(List.of(4, 3));
                    sweep.cancel(2);
                }
            };
            List<Outcome> outcomes = sweep.run(DATA, false, false, new Scratch(folder), 1, listener);
            assertThat(states(outcomes)).containsExactly(State.FINISHED, State.WAITING, State.STOPPED, State.FINISHED);
            assertThat(outcomes.get(2).run().epochs()).isBetween(1, 39);
        }
        assertThat(heard.stream().filter(each -> !each.startsWith("epoch")))
                .containsExactly(
                        "began 1 after 0",
                        "ended 1",
                        "began 4 after 0",
                        "ended 4",
                        "began 3 after 0",
                        "ended 3",
                        "ended 2");
    }
}
