package latentlab.run.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.embedding.PrincipalPlane;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.Run;
import latentlab.run.RunKeeper;
import latentlab.run.store.EpochStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a run file besides being written once and read once. */
class RunFileUseTest {
    private static final Dataset DATA = MadeUpImages.dataset(22, 5, 7);
    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(4).withEpochs(60);

    @TempDir
    Path folder;

    private Path path() {
        return folder.resolve("a.run");
    }

    private void save(int epochs) throws Exception {
        try (Training training = new Training(folder, RunFileWriter.create(path()))) {
            training.open(DATA, CONFIG.withEpochs(epochs)).until(epochs);
        }
    }

    private static List<Integer> kept(RunFile file) {
        return IntStream.range(0, file.history().size())
                .filter(file::keeps)
                .boxed()
                .toList();
    }

    @Test
    void keepsToItsBudgetAndKnowsWhatItHas() throws Exception {
        int budget = 10_000;
        try (Training training = new Training(folder, RunFileWriter.create(path(), budget))) {
            Run run = training.open(DATA, CONFIG).until(60).run();
            training.service.close();
            try (RunFile file = RunFile.open(path())) {
                int best = run.history().stream()
                        .min((a, b) -> Double.compare(a.validLoss(), b.validLoss()))
                        .map(EpochResult::epoch)
                        .orElseThrow();
                assertThat(kept(file)).contains(0, best, 60).hasSizeBetween(5, 35);
                for (int epoch : kept(file)) {
                    assertThat(file.parameters(epoch)).isEqualTo(run.epochs().read(epoch));
                }
            }
        }
        try (RunFile file = RunFile.open(path());
                Training training = new Training(folder, RunFileWriter.goOn(path(), 60, budget))) {
            EpochStore epochs = training.resume(DATA, file).until(70).run().epochs();
            for (int epoch = 0; epoch <= 60; epoch++) {
                assertThat(epochs.keeps(epoch)).isEqualTo(file.keeps(epoch));
                assertThat(file.keeps(epochs.kept(epoch))).isTrue();
                assertThat(epochs.kept(epoch)).isLessThanOrEqualTo(epoch);
                assertThat(epochs.keptFrom(epoch)).isGreaterThanOrEqualTo(epoch);
            }
            int dropped = IntStream.range(0, 60)
                    .filter(epoch -> !file.keeps(epoch))
                    .findFirst()
                    .orElseThrow();
            assertThatThrownBy(() -> epochs.read(dropped)).isInstanceOf(EpochStore.Dropped.class);
            assertThat(epochs.keeps(65)).isTrue();
            assertThat(epochs.count()).isEqualTo(71);
            assertThat(epochs.stride()).isGreaterThan(1);
        }
        try (RunFile file = RunFile.open(path())) {
            assertThat(kept(file)).contains(0, 70).hasSizeBetween(5, 35);
        }
    }

    /** So that an export of a run that is trained on has all it began with. */
    @Test
    void theFileDropsNothingWhileTheRunIsHeld() throws Exception {
        save(60);
        try (RunFile file = RunFile.open(path());
                Training training = new Training(folder, RunFileWriter.goOn(path(), 60, 10_000))) {
            Run run = training.resume(DATA, file).run();
            List<EpochResult> kept;
            try (Run.Hold _ = run.hold()) {
                kept = run.kept(run.history());
                training.until(66);
                for (EpochResult each : kept) {
                    assertThat(run.epochs().read(each.epoch())).isNotEmpty();
                }
                assertThat(run.kept(kept)).isEqualTo(kept).hasSize(61);
            }
            training.until(70);
            training.service.close();
            assertThat(run.kept(kept)).as("said at once").hasSizeBetween(5, 35);
            for (EpochResult each : run.kept(kept)) {
                assertThat(run.epochs().read(each.epoch())).isNotEmpty();
            }
        }
        try (RunFile file = RunFile.open(path())) {
            assertThat(kept(file)).contains(0, 70).hasSizeBetween(5, 35);
        }
    }

    /** The newest epoch goes from the file with the next one, where it is kept only as the newest. */
    @Test
    void whatTheFileDropsWhileTheRunGoesOnIsDropped() throws Exception {
        int budget = 10_000;
        try (Training training = new Training(folder, RunFileWriter.create(path(), budget))) {
            training.open(DATA, CONFIG.withLearningRate(0.5)).until(61);
        }
        try (RunFile file = RunFile.open(path());
                Training training = new Training(folder, RunFileWriter.goOn(path(), 61, budget))) {
            Run run = training.resume(DATA, file).until(66).run();
            training.service.close();
            for (int epoch = 0; epoch <= 66; epoch++) {
                try {
                    run.epochs().read(epoch);
                } catch (EpochStore.Dropped dropped) {
                    assertThat(run.epochs().keeps(epoch)).isFalse();
                }
            }
            run.principalPlane(66, () -> true);
        }
    }

    @Test
    void oneThatIsMovedIsWaitedFor() throws Exception {
        Path away = folder.resolve("away.run");
        try (Training training = new Training(folder, RunFileWriter.create(path()))) {
            training.open(DATA, CONFIG).until(3);
            Files.move(path(), away);
            assertThat(training.untilPaused(9).sentence().key()).isEqualTo("run.file.moved");
            Files.move(away, path());
            training.until(9);
        }
        try (RunFile file = RunFile.open(path())) {
            assertThat(file.history()).hasSize(10);
        }
    }

    @Test
    void twoThatGoOnWithOneRunAreToldApart() throws Exception {
        save(3);
        try (RunFile first = RunFile.open(path());
                RunFile second = RunFile.open(path());
                Training one = new Training(folder, RunFileWriter.goOn(path(), 3));
                Training other = new Training(folder, RunFileWriter.goOn(path(), 3))) {
            one.resume(DATA, first);
            other.resume(DATA, second);
            one.until(5);
            one.service.close();
            assertThat(other.untilPaused(9).sentence().key()).isEqualTo("run.file.other");
        }
        try (RunFile file = RunFile.open(path())) {
            assertThat(file.history()).hasSize(6);
        }
    }

    @Test
    void whatIsSaidOfARunMayBeChangedWhileItIsTrained() throws Exception {
        RunAbout about = new RunAbout(
                "Mine", "two\nlines", true, new TreeSet<>(List.of("good", "名")), new TreeMap<>(Map.of(2, "here")));
        try (Training training = new Training(folder, RunFileWriter.create(path()))) {
            training.open(DATA, CONFIG).until(3);
            assertThat(AboutRows.change(path(), _ -> about)).isEqualTo(about);
            training.until(5);
            AboutRows.change(path(), said -> said.withStar(false));
        }
        try (RunFile file = RunFile.open(path())) {
            assertThat(file.about()).isEqualTo(about.withStar(false));
            assertThat(file.history()).hasSize(6);
        }
    }

    @Test
    void openingComputesNoPlaneButThoseAskedFor() throws Exception {
        save(20);
        AtomicInteger computed = new AtomicInteger();
        PrincipalPlane last;
        try (Training training = new Training(folder, RunFileWriter.goOn(path(), 20))) {
            Run run = training.resume(DATA, RunFile.open(path())).run();
            last = run.principalPlane(20, () -> computed.incrementAndGet() > 0);
            run.principalPlane(7, () -> computed.incrementAndGet() > 0);
            assertThat(computed).hasValue(2);
            training.until(22);
            run.principalPlane(22, () -> computed.incrementAndGet() > 0);
            assertThat(computed).hasValue(4);
        }
        try (Training training = new Training(folder, RunKeeper.NONE)) {
            Run run = training.resume(DATA, RunFile.open(path())).run();
            assertThat(run.planesSoFar()).containsOnlyKeys(7, 20, 21, 22);
            PrincipalPlane again = run.principalPlane(20, () -> false);
            assertThat(again.mean()).isEqualTo(last.mean());
            assertThat(again.axes()).isDeepEqualTo(last.axes());
            assertThat(again.share()).isEqualTo(last.share());
        }
    }
}
