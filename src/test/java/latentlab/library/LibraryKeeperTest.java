package latentlab.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Initialiser;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.Run;
import latentlab.run.RunEvent;
import latentlab.run.RunState;
import latentlab.run.TrainingService;
import latentlab.run.file.RunFile;
import latentlab.run.store.Scratch;
import latentlab.text.Sentence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LibraryKeeperTest {
    private static final Dataset DATA = MadeUpImages.dataset(22, 5, 7);
    private static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(4);

    @TempDir
    Path folder;

    private final BlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();
    private final List<Sentence> remarks = new ArrayList<>();
    private final List<Path> madeRoomFor = new ArrayList<>();
    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private LibraryKeeper keeper;
    private TrainingService service;

    @BeforeEach
    void open() {
        open(folder.resolve("runs"));
    }

    private void open(Path runs) {
        keeper = new LibraryKeeper(runs, wanted::get, file -> {
            madeRoomFor.add(file);
            return List.of(Sentence.of("library.keep.folder", "room"));
        });
        service = new TrainingService(new Scratch(folder), keeper, events::add);
    }

    @AfterEach
    void close() {
        service.close();
        service.runs().close();
    }

    /** @return why it paused, or null when it has come to its end */
    private Sentence until(int epochs) throws InterruptedException {
        service.trainUntil(epochs);
        while (true) {
            RunEvent event = events.take();
            if (event instanceof RunEvent.Remarked remarked) {
                remarks.add(remarked.what());
            } else if (event instanceof RunEvent.StateChanged changed) {
                if (changed.state() == RunState.PAUSED) {
                    return changed.why().sentence();
                } else if (changed.state() == RunState.FINISHED) {
                    return null;
                }
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
            return files.sorted().toList();
        }
    }

    private static int epochs(Path file) throws Exception {
        try (RunFile run = RunFile.open(file)) {
            return run.history().size() - 1;
        }
    }

    @Test
    void eachRunHasAFileWithItsKindAndLatentInTheName() throws Exception {
        service.open(DATA, CONFIG);
        until(2);
        service.open(DATA, CONFIG);
        until(1);
        assertThat(files())
                .filteredOn(file -> file.toString().endsWith(".underway"))
                .hasSize(1);
        service.close();
        assertThat(files())
                .hasSize(2)
                .allSatisfy(file -> assertThat(file.getFileName().toString())
                        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d\\.\\d\\d\\.\\d\\d simple 3 batch 4( 2)?\\.latentlab"));
        assertThat(epochs(files().getFirst()) + epochs(files().getLast())).isEqualTo(3);
        assertThat(madeRoomFor).containsExactlyInAnyOrderElementsOf(files());
        assertThat(remarks).hasSize(2);
    }

    @Test
    void whatIsOnlyLookedAtLeavesNothingBehind() throws Exception {
        service.open(DATA, CONFIG);
        service.open(DATA, CONFIG.withLatent(2));
        service.close();
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void whetherARunIsWantedIsAskedWhenItsTrainingBegins() throws Exception {
        wanted.set(false);
        service.open(DATA, CONFIG);
        until(1);
        wanted.set(true);
        until(2);
        service.close();
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void whereNothingCanBeKeptTrainingGoesOnAndThatIsSaid() throws Exception {
        service.close();
        Path taken = Files.createFile(folder.resolve("taken"));
        open(taken.resolve("runs"));
        service.open(DATA, CONFIG);
        assertThat(until(3)).isNull();
        assertThat(remarks).extracting(Sentence::key).containsExactly("library.keep.not");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "moves and removes no file that is open")
    void aFileThatIsGonePausesUntilItIsBackOrNoLongerWanted() throws Exception {
        service.open(DATA, CONFIG);
        until(2);
        Path file = keeper.writing();
        Files.delete(file);
        assertThat(until(5).key()).isEqualTo("run.file.moved");
        wanted.set(false);
        assertThat(until(5)).isNull();
        assertThat(remarks).extracting(Sentence::key).endsWith("library.keep.ended");
        assertThat(keeper.writing()).isNull();
    }

    @Test
    void aRunThatIsTakenUpGoesOnInItsFile() throws Exception {
        String id = service.open(DATA, CONFIG);
        until(2);
        Path file = keeper.writing();
        service.open(DATA, CONFIG.withLatent(2));
        until(1);
        wanted.set(false);
        keeper.goOnIn(file, id, 2);
        service.resume(DATA, RunFile.open(file));
        RunEvent event;
        do {
            event = events.take();
        } while (!(event instanceof RunEvent.StateChanged changed && changed.state() != RunState.READY));
        until(4);
        service.close();
        assertThat(epochs(file)).isEqualTo(4);
        assertThat(files()).hasSize(2);
    }

    /** The epoch that could not be kept comes again, and is asked for again. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "moves and removes no file that is open")
    void aRunThatIsTakenUpAndGonePausesEachTime() throws Exception {
        String id = service.open(DATA, CONFIG);
        until(2);
        Path file = keeper.writing();
        service.open(DATA, CONFIG.withLatent(2));
        until(1);
        keeper.goOnIn(file, id, 2);
        service.resume(DATA, RunFile.open(file));
        RunEvent event;
        do {
            event = events.take();
        } while (!(event instanceof RunEvent.StateChanged changed && changed.state() != RunState.READY));
        Path away = Files.move(file, folder.resolve("away"));
        assertThat(until(4).key()).isEqualTo("run.file.missing");
        assertThat(until(4).key()).isEqualTo("run.file.missing");
        Files.move(away, file);
        assertThat(until(4)).isNull();
        service.close();
        assertThat(epochs(file)).isEqualTo(4);
    }

    @Test
    void onlyRunsOfProcessesThatAreGoneWereInterrupted() throws Exception {
        service.open(DATA, CONFIG);
        until(1);
        Path file = keeper.writing();
        assertThat(keeper.interrupted()).as("this process goes on").isEmpty();
        Files.writeString(file.resolveSibling("1000000000.underway"), "2026-01-01T00:00:00Z\n" + file + "\n");
        Files.writeString(
                file.resolveSibling("1000000001.underway"),
                "2026-01-01T00:00:00Z\n" + file.resolveSibling("removed since") + "\n");
        Files.writeString(file.resolveSibling("nonsense.underway"), "?");
        assertThat(keeper.interrupted()).containsExactly(file);
        assertThat(keeper.interrupted()).as("told once").isEmpty();
        // Another process may have got the number of one that is gone.
        Files.writeString(
                file.resolveSibling(ProcessHandle.current().pid() + ".underway"),
                "2026-01-01T00:00:00Z\n" + file + "\n");
        assertThat(keeper.interrupted()).containsExactly(file);
    }

    /** Of a run that is only looked at, too. */
    @Test
    void whatIsFoundOutIsKeptAndNotComputedAgain() throws Exception {
        String id = service.open(DATA, CONFIG);
        until(2);
        double second = service.runs().get(id).accuracy().of(2, () -> true);
        service.close();
        Path file = files().getFirst();
        open(folder.resolve("runs"));
        try (RunFile saved = RunFile.open(file)) {
            assertThat(saved.accuracies()).containsOnlyKeys(2).containsValue(second);
            Run run = opened(file, saved);
            assertThat(run.accuracy().of(2, () -> false)).isEqualTo(second);
            double first = run.accuracy().of(1, () -> true);
            service.close();
            assertThat(saved.accuracies()).containsOnlyKeys(1, 2).containsEntry(1, first);
        }
    }

    @Test
    void filesSayWhatTellsTheirRunsFromOthers() {
        assertThat(wordsOf(TrainingConfig.DEFAULT.withEpochs(7))).isEqualTo("simple 20");
        assertThat(wordsOf(TrainingConfig.DEFAULT
                        .withKind(ModelKind.TIED)
                        .withLatent(2)
                        .with(Setting.HIDDEN, HiddenLayer.dense(128, 32))
                        .withLearningRate(0.001)
                        .withSeed(7)))
                .isEqualTo("tied 2 hidden 128-32 lr 0.001 seed 7");
        assertThat(wordsOf(TrainingConfig.DEFAULT.with(Setting.NOISE_LEVEL, 0.5)))
                .as("a level of no noise")
                .isEqualTo("simple 20");
        assertThat(wordsOf(TrainingConfig.DEFAULT
                        .with(Setting.HIDDEN, HiddenLayer.dense(2000, 2001, 2002, 2003, 2004, 2005))
                        .with(Setting.INITIALISER, Initialiser.XAVIER)
                        .with(Setting.NOISE, Noise.MASKING)
                        .withSeed(Long.MIN_VALUE)
                        .withBatch(9)))
                .as("as far as there is room")
                .isEqualTo("simple 20 hidden 2000-2001-2002-2003-2004-2005 initialiser xavier");
    }

    @Test
    void knowsTheNamesItHasGivenFromThoseOfPeople() {
        TrainingConfig config = TrainingConfig.DEFAULT.withLatent(7).with(Setting.HIDDEN, HiddenLayer.dense(64, 32));
        assertThat(List.of(
                        "2026-11-29 16.05.12 " + wordsOf(config),
                        "2026-11-29 16.05.12 " + wordsOf(config.withLearningRate(0.5)) + " 2",
                        "2026-11-29 16.05.12 tied 20 (2)"))
                .allMatch(LibraryKeeper::isOwn);
        assertThat(List.of(
                        "2026-11-29 16.05.12 my best",
                        "2026-11-29 16.05.12 simple 20 for Anna",
                        "2026-11-29",
                        "simple 20"))
                .noneMatch(LibraryKeeper::isOwn);
        assertThat(LibraryKeeper.saidIn("2026-11-29 16.05.12 simple 7 hidden 64-32 2", config.withBatch(9)))
                .containsExactlyInAnyOrder(Setting.MODEL, Setting.LATENT, Setting.HIDDEN);
    }

    private String wordsOf(TrainingConfig config) {
        String name = keeper.unused(config).getFileName().toString();
        return name.substring("2026-11-29 16.05.12 ".length(), name.length() - LibraryKeeper.SUFFIX.length());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "moves and removes no file that is open")
    void thatAFileCannotBeWrittenIsSaidOnce() throws Exception {
        service.open(DATA, CONFIG);
        until(2);
        service.close();
        Path file = files().getFirst();
        open(folder.resolve("runs"));
        try (RunFile saved = RunFile.open(file)) {
            Run run = opened(file, saved);
            Files.move(file, folder.resolve("elsewhere"));
            Files.createDirectory(file);
            events.clear();
            run.accuracy().of(1, () -> true);
            RunEvent said = events.take();
            run.accuracy().of(2, () -> true);
            service.close();
            assertThat(said)
                    .isInstanceOfSatisfying(
                            RunEvent.Remarked.class,
                            remark -> assertThat(remark.what().key()).isEqualTo("library.findings.not"));
            assertThat(events).isEmpty();
            assertThat(run.findings().accuracies()).containsOnlyKeys(1, 2);
        }
    }

    private Run opened(Path file, RunFile saved) throws InterruptedException {
        keeper.goOnIn(file, saved.start().id(), 2);
        String id = service.resume(DATA, saved);
        while (!(events.take() instanceof RunEvent.StateChanged changed && changed.state() != RunState.READY)) {}
        return service.runs().get(id);
    }
}
