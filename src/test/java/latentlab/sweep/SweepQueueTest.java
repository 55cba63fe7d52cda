package latentlab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import latentlab.MadeUpImages;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.file.RunFile;
import latentlab.run.follow.Training;
import latentlab.run.store.Scratch;
import latentlab.text.Sentence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepQueueTest {
    private static final Dataset DATA = MadeUpImages.dataset(60, 6, 5);
    private static final TrainingConfig BASE =
            TrainingConfig.DEFAULT.withBatch(8).withEpochs(12).withShuffle(true);

    @TempDir
    Path folder;

    private final BlockingQueue<String> changes = new LinkedBlockingQueue<>();
    private final List<Sentence> told = Collections.synchronizedList(new ArrayList<>());
    private final BlockingQueue<List<SweepLook>> interrupted = new LinkedBlockingQueue<>();
    private SweepQueue queue;

    private void open() {
        queue = new SweepQueue(folder.resolve("runs"), (_, _) -> DATA, new Scratch(folder), new SweepQueue.Listener() {
            @Override
            public void changed() {
                changes.add("changed");
            }

            @Override
            public void told(Sentence what) {
                told.add(what);
            }
        });
        queue.open(interrupted::add);
    }

    @AfterEach
    void close() {
        queue.close();
    }

    private static Plan plan(int epochs, String sizes) {
        return new Plan(
                DataRequest.of("digits"),
                BASE.withEpochs(epochs),
                List.of(Swept.parse(Setting.LATENT, sizes)),
                1,
                Design.GRID,
                0);
    }

    private Path place(String name) {
        return folder.resolve("runs").resolve(name);
    }

    private List<SweepLook> until(Predicate<List<SweepLook>> holds) throws InterruptedException {
        while (true) {
            List<SweepLook> now = queue.look();
            if (holds.test(now)) {
                return now;
            }
            changes.take();
        }
    }

    private void untilEnded() throws InterruptedException {
        until(all -> all.stream().allMatch(each -> each.state() == SweepLook.State.ENDED));
    }

    private static Stream<Integer> numbers(SweepLook sweep, TrialLook.State state) {
        return sweep.trials().stream()
                .filter(each -> each.state() == state)
                .map(each -> each.trial().number());
    }

    private static List<Double> losses(List<EpochResult> history) {
        return history.stream().map(EpochResult::validLoss).toList();
    }

    /** Holds what the trials' files have to runs trained alone. */
    private void checkNumbers(String name, Plan plan) throws Exception {
        for (Trial trial : plan.trials()) {
            try (RunFile saved = RunFile.open(place(name).resolve(trial.file()));
                    Training alone = new Training(new Scratch(folder))) {
                alone.follow(DATA, trial.config(), _ -> {}, () -> {});
                assertThat(losses(saved.history())).isEqualTo(losses(alone.run().history()));
            }
        }
    }

    @Test
    void sweepsAreTrainedOneAfterTheOther() throws Exception {
        open();
        queue.add("first", plan(12, "2,3"), 2, false);
        queue.add("second", plan(5, "4"), 1, false);
        untilEnded();
        assertThat(queue.look())
                .extracting(SweepLook::name, SweepLook::ended, SweepLook::share)
                .containsExactly(tuple("first", 2, 1.0), tuple("second", 1, 1.0));
        TrialLook trial = queue.look().getFirst().trials().getFirst();
        try (RunFile saved = RunFile.open(place("first").resolve(trial.trial().file()))) {
            assertThat(trial.done()).isEqualTo(12);
            assertThat(trial.last()).isEqualTo(saved.history().getLast().validLoss());
            assertThat(trial.best())
                    .isEqualTo(losses(saved.history()).stream()
                            .mapToDouble(x -> x)
                            .min()
                            .orElseThrow());
        }
        checkNumbers("first", plan(12, "2,3"));
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsPausedLetsTheNextTrainAndGoesOnToTheSameNumbers() throws Exception {
        open();
        queue.add("long", plan(3000, "2"), 1, false);
        until(all -> all.getFirst().trials().getFirst().done() > 0);
        queue.add("short", plan(3, "3"), 1, false);
        queue.pause(place("long"));
        until(all -> all.getLast().state() == SweepLook.State.ENDED);
        List<SweepLook> now = queue.look();
        assertThat(now.getFirst().state()).isEqualTo(SweepLook.State.PAUSED);
        assertThat(now.getFirst().trials().getFirst().state()).isEqualTo(TrialLook.State.WAITING);
        assertThat(now.getFirst().trials().getFirst().done()).isBetween(1, 2999);
        queue.goOn(place("long"));
        untilEnded();
        checkNumbers("long", plan(3000, "2"));
    }

    @Test
    void trialsAndSweepsAreMovedAndCancelled() throws Exception {
        open();
        queue.hold(true);
        queue.add("first", plan(4, "2,3,4,5"), 1, false);
        queue.add("second", plan(4, "2"), 1, false);
        queue.move(place("second"), -1);
        queue.move(place("second"), -1);
        queue.move(place("first"), 4, -1);
        queue.move(place("first"), 4, -1);
        queue.move(place("first"), 1, -1);
        queue.cancel(place("first"), 2);
        assertThat(queue.look()).extracting(SweepLook::name).containsExactly("second", "first");
        assertThat(queue.look()).extracting(SweepLook::state).containsOnly(SweepLook.State.HELD);
        SweepLook first = queue.look().getLast();
        assertThat(numbers(first, TrialLook.State.WAITING)).containsExactly(1, 4, 3);
        assertThat(numbers(first, TrialLook.State.CANCELLED)).containsExactly(2);
        queue.hold(false);
        untilEnded();
        try (Stream<Path> files = Files.list(place("first"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "plan.json", "1_latent=2.latentlab", "3_latent=4.latentlab", "4_latent=5.latentlab");
        }
        queue.remove(place("second"));
        assertThat(queue.look()).extracting(SweepLook::name).containsExactly("first");
    }

    @Test
    void aSweepIsCancelledAndItsRunsStay() throws Exception {
        open();
        queue.add("first", plan(100_000, "2,3"), 2, false);
        until(all -> all.getFirst().trials().stream().allMatch(each -> each.done() > 0));
        assertThat(queue.training()).isTrue();
        assertThat(queue.uses(place("first").resolve("1_latent=2.latentlab"))).isTrue();
        queue.cancel(place("first"));
        until(all -> !queue.training());
        assertThat(numbers(queue.look().getFirst(), TrialLook.State.CANCELLED)).containsExactly(1, 2);
        assertThat(queue.uses(place("first").resolve("1_latent=2.latentlab"))).isFalse();
        try (RunFile saved = RunFile.open(place("first").resolve("2_latent=3.latentlab"))) {
            assertThat(saved.history()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void nothingIsTrainedWhileItIsHeldBack() throws Exception {
        open();
        queue.add("first", plan(2000, "2"), 1, false);
        until(all -> all.getFirst().trials().getFirst().done() > 0);
        queue.hold(true);
        assertThat(queue.look().getFirst().state()).isEqualTo(SweepLook.State.HELD);
        // An epoch may just have been told.
        queue.hold(false);
        queue.hold(true);
        queue.hold(false);
        untilEnded();
        checkNumbers("first", plan(2000, "2"));
    }

    @Test
    void theQueueOutlastsTheProgram() throws Exception {
        open();
        queue.add("first", plan(3000, "2,3,4,5"), 1, false);
        queue.add("second", plan(5, "2"), 3, false);
        queue.move(place("first"), 4, -1);
        queue.cancel(place("first"), 2);
        until(all -> all.getFirst().trials().getFirst().done() > 0);
        queue.close();
        open();
        List<SweepLook> offered = interrupted.take();
        assertThat(offered).extracting(SweepLook::name).containsExactly("first", "second");
        List<SweepLook> before = queue.look();
        assertThat(before).extracting(SweepLook::state).containsOnly(SweepLook.State.PAUSED);
        assertThat(numbers(before.getFirst(), TrialLook.State.WAITING)).containsExactly(1, 4, 3);
        assertThat(numbers(before.getFirst(), TrialLook.State.CANCELLED)).containsExactly(2);
        assertThat(before.getFirst().trials().stream()
                        .mapToInt(TrialLook::done)
                        .max()
                        .orElseThrow())
                .isBetween(1, 2999);
        queue.cancel(place("first"), 4);
        queue.cancel(place("first"), 3);
        queue.goOn(place("first"));
        until(all -> all.getFirst().state() == SweepLook.State.ENDED);
        assertThat(queue.look().getLast().state()).isEqualTo(SweepLook.State.PAUSED);
        try (RunFile saved = RunFile.open(place("first").resolve("1_latent=2.latentlab"));
                Training alone = new Training(new Scratch(folder))) {
            alone.follow(DATA, saved.config(), _ -> {}, () -> {});
            assertThat(losses(saved.history())).isEqualTo(losses(alone.run().history()));
        }
    }

    /** It would diverge again, at every start. */
    @Test
    void whatHasDivergedIsOverForGood() throws Exception {
        TrainingConfig wild = BASE.with(Setting.LOSS, Loss.SSE)
                .with(Setting.OUTPUT, Activation.LINEAR)
                .with(Setting.CODE, Activation.LINEAR)
                .with(Setting.OPTIMISER, Optimiser.SGD);
        Plan plan = new Plan(
                DataRequest.of("digits"), wild, List.of(Swept.parse(Setting.RATE, "1,0.0001")), 1, Design.GRID, 0);
        open();
        queue.add("wild", plan, 1, false);
        untilEnded();
        assertThat(numbers(queue.look().getFirst(), TrialLook.State.DIVERGED)).containsExactly(1);
        queue.close();
        open();
        until(all -> !all.isEmpty());
        assertThat(queue.look().getFirst().state()).isEqualTo(SweepLook.State.ENDED);
        assertThat(numbers(queue.look().getFirst(), TrialLook.State.DIVERGED)).containsExactly(1);
        assertThat(interrupted).isEmpty();
    }

    @Test
    void aDamagedQueueIsPutAsideAndItsSweepsAreFound() throws Exception {
        for (String damage : List.of("damaged", "newer")) {
            open();
            queue.hold(true);
            queue.add(damage, plan(4, "2,3"), 1, false);
            queue.close();
            Path file = folder.resolve("runs").resolve("sweeps.json");
            String text = Files.readString(file);
            Files.writeString(
                    file,
                    damage.equals("newer")
                            ? text.replace("\"format\":1", "\"format\":9")
                            : text.substring(0, text.length() - 9));
            open();
            until(all -> all.stream().anyMatch(each -> each.name().equals(damage)));
            assertThat(told).extracting(Sentence::key).containsExactly("sweep.queue." + damage);
            told.clear();
            assertThat(queue.look()).extracting(SweepLook::state).containsOnly(SweepLook.State.PAUSED);
            queue.goOn(place(damage));
            until(all -> all.stream()
                    .filter(each -> each.name().equals(damage))
                    .allMatch(each -> each.state() == SweepLook.State.ENDED));
            queue.close();
            try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
                assertThat(files.filter(each -> each.getFileName().toString().startsWith("sweeps ")))
                        .as("put aside")
                        .isNotEmpty();
            }
        }
    }

    @Test
    void aSweepWhosePlanIsGoneIsListedWithASentence() throws Exception {
        open();
        queue.hold(true);
        queue.add("first", plan(4, "2,3"), 1, false);
        queue.close();
        Files.delete(place("first").resolve("plan.json"));
        open();
        until(all -> !all.isEmpty());
        assertThat(queue.look().getFirst().state()).isEqualTo(SweepLook.State.FAULTY);
        assertThat(queue.look().getFirst().why().key()).isEqualTo("sweep.plan.missing");
        queue.goOn(place("first"));
        assertThat(queue.look().getFirst().state()).isEqualTo(SweepLook.State.FAULTY);
        queue.remove(place("first"));
        assertThat(queue.look()).isEmpty();
    }

    /** As of two windows. */
    @Test
    void twoQueuesOfOneFolderKeepEachOthersSweeps() throws Exception {
        open();
        queue.hold(true);
        queue.add("before", plan(4, "2,3"), 1, false);
        queue.close();
        changes.clear();
        open();
        SweepQueue one = queue;
        until(all -> !all.isEmpty());
        open();
        until(all -> !all.isEmpty());
        for (SweepQueue each : List.of(one, queue)) {
            each.hold(true);
        }
        one.cancel(place("before"), 2);
        one.add("one", plan(4, "2,3"), 1, false);
        one.add("removed", plan(4, "2"), 1, false);
        queue.add("other", plan(4, "2,3"), 1, false);
        one.remove(place("removed"));
        one.close();
        queue.pause(place("other"));
        queue.close();
        open();
        until(all -> !all.isEmpty());
        assertThat(queue.look()).extracting(SweepLook::name).containsExactlyInAnyOrder("before", "one", "other");
        SweepLook before = queue.look().stream()
                .filter(each -> each.name().equals("before"))
                .findFirst()
                .orElseThrow();
        assertThat(numbers(before, TrialLook.State.CANCELLED)).containsExactly(2);
    }

    @Test
    void theAccuracyOfEachTrialIsInItsFile() throws Exception {
        open();
        queue.add("first", plan(3, "2,3"), 2, true);
        untilEnded();
        checkAccuracies();
    }

    @Test
    void aTrialThatIsCutOffBeforeItsAccuracyGetsItLater() throws Exception {
        open();
        queue.add("first", plan(3, "2,3"), 1, false);
        untilEnded();
        queue.close();
        Path file = folder.resolve("runs").resolve("sweeps.json");
        Files.writeString(file, Files.readString(file).replace("\"accuracy\":false", "\"accuracy\":true"));
        open();
        assertThat(interrupted.take()).extracting(SweepLook::name).containsExactly("first");
        queue.goOn(place("first"));
        untilEnded();
        checkAccuracies();
        queue.close();
        open();
        until(all -> !all.isEmpty());
        assertThat(queue.look().getFirst().state()).isEqualTo(SweepLook.State.ENDED);
    }

    private void checkAccuracies() throws Exception {
        for (Trial trial : plan(3, "2,3").trials()) {
            try (RunFile saved = RunFile.open(place("first").resolve(trial.file()))) {
                assertThat(saved.accuracies()).containsOnlyKeys(3);
            }
        }
    }

    @Test
    void aSweepThatAnotherProcessTrainsWaitsForIt() throws Exception {
        open();
        queue.hold(true);
        queue.add("first", plan(4, "2,3"), 1, false);
        until(all -> Files.exists(place("first").resolve("plan.json")));
        try (Sweep other = Sweep.open(plan(4, "2,3"), place("first"))) {
            queue.hold(false);
            until(all -> all.getFirst().state() == SweepLook.State.ELSEWHERE);
        }
        queue.refresh();
        untilEnded();
    }
}
