package latentlab.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import latentlab.data.Problems;
import latentlab.engine.settings.Setting;
import latentlab.engine.training.EpochResult;
import latentlab.run.file.AboutRows;
import latentlab.run.file.RunAbout;
import latentlab.run.file.RunFile;
import latentlab.run.file.SavedRuns;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryTest {
    @TempDir
    Path folder;

    private Shelves shelves;

    @BeforeEach
    void make() {
        shelves = new Shelves(folder.resolve("runs"));
    }

    private static List<String> names(List<Entry> entries) {
        return entries.stream().map(Entry::name).sorted().toList();
    }

    @Test
    void saysWhatTheFileSays() throws Exception {
        Path path = shelves.add("a", 3);
        RunAbout about = RunAbout.NONE.withName("mine").withNote("better").withTags(new TreeSet<>(List.of("good")));
        AboutRows.change(path, _ -> about);
        Entry entry = shelves.entries().getFirst();
        assertThat(entry.name()).isEqualTo("mine");
        assertThat(entry.bytes()).isEqualTo(Files.size(path));
        RunSummary run = entry.run();
        try (RunFile file = RunFile.open(path)) {
            EpochResult best = file.history().stream()
                    .min((a, b) -> Double.compare(a.validLoss(), b.validLoss()))
                    .orElseThrow();
            assertThat(run.id()).isEqualTo("a");
            assertThat(run.about()).isEqualTo(about);
            assertThat(run.created()).isEqualTo(Shelves.THEN.plus(Duration.ofDays(3)));
            assertThat(run.config()).isEqualTo(Shelves.CONFIG);
            assertThat(run.data()).isEqualTo(file.start().data().request());
            assertThat(run.dataName()).isEqualTo(SavedRuns.DATA.name());
            assertThat(run.epochs()).isEqualTo(4);
            assertThat(run.planned()).isEqualTo(4);
            assertThat(run.bestEpoch()).isEqualTo(best.epoch());
            assertThat(run.bestLoss()).isEqualTo(best.validLoss());
            assertThat(run.losses())
                    .isEqualTo(
                            file.history().stream().map(EpochResult::validLoss).toList());
            assertThat(run.seconds())
                    .isEqualTo(file.history().stream()
                            .mapToDouble(EpochResult::seconds)
                            .sum());
            assertThat(run.thumbnails().samples())
                    .usingRecursiveComparison()
                    .isEqualTo(file.samples().samples());
        }
        assertThat(run.changedSettings())
                .containsExactly(
                        Map.entry(Setting.LATENT, "3"), Map.entry(Setting.BATCH, "4"), Map.entry(Setting.EPOCHS, "4"));
    }

    /** What is in the file now is not seen: nobody has opened it. */
    @Test
    void opensNoFileThatIsAsItWas() throws Exception {
        Path path = shelves.add("a", 1);
        List<Entry> before = shelves.entries();
        FileTime time = Files.getLastModifiedTime(path);
        Files.write(path, new byte[(int) Files.size(path)]);
        Files.setLastModifiedTime(path, time);
        assertThat(shelves.entries()).isEqualTo(before);
        assertThat(shelves.entriesAnew()).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void noticesWhatOthersAddChangeAndRemove() throws Exception {
        shelves.add("a", 1);
        Path changed = shelves.add("b", 2);
        shelves.entries();
        shelves.add("c", 3);
        assertThat(names(shelves.entries())).containsExactly("a", "b", "c");
        AboutRows.change(changed, about -> about.withName("the second"));
        assertThat(names(shelves.entries())).containsExactly("a", "c", "the second");
        Files.delete(changed);
        assertThat(names(shelves.entries())).containsExactly("a", "c");
        assertThat(names(shelves.entriesAnew())).containsExactly("a", "c");
    }

    /** Of two changes at one moment, the second leaves no trace in the time of the file. */
    @Test
    void readsAgainWhatWasWrittenJustBeforeItWasRead() throws Exception {
        Path path = shelves.add("a", 1);
        FileTime now = FileTime.from(Instant.now());
        Files.setLastModifiedTime(path, now);
        shelves.entries();
        AboutRows.change(path, about -> about.withName("renamed"));
        Files.setLastModifiedTime(path, now);
        assertThat(names(shelves.entries())).containsExactly("renamed");
    }

    @Test
    void looksIntoFoldersOfSweepsAndNotIntoTheBin() throws Exception {
        shelves.add("a", 1);
        shelves.add("sweep/b.LatentLab", "b", 2, config -> config);
        shelves.add("sweep/deeper/c.latentlab", "c", 3, config -> config);
        shelves.add("bin/d.latentlab", "d", 4, config -> config);
        shelves.add(".hidden/e.latentlab", "e", 5, config -> config);
        shelves.add(".f.latentlab", "f", 6, config -> config);
        shelves.add("g.sqlite", "g", 7, config -> config);
        assertThat(names(shelves.entries())).containsExactly("a", "b");
        assertThat(names(shelves.entriesAnew())).containsExactly("a", "b");
    }

    @Test
    void aDamagedFileStaysListedWithWhatIsWrong() throws Exception {
        shelves.add("a", 1);
        Path torn = shelves.add("b", 2);
        Files.write(torn, Arrays.copyOf(Files.readAllBytes(torn), 6000));
        Path foreign = shelves.folder.resolve("essay.latentlab");
        Files.writeString(foreign, "no run at all");
        List<Entry> entries = shelves.entries();
        assertThat(names(entries)).containsExactly("a", "b", "essay");
        assertThat(entries)
                .filteredOn(entry -> !entry.readable())
                .extracting(Entry::fault)
                .containsExactlyInAnyOrder(
                        Sentence.of("run.file.damaged", torn.toString()),
                        Sentence.of("run.file.foreign", foreign.toString()));
    }

    @Test
    void aFileWithNothingInItYetIsNoRun() throws Exception {
        shelves.add("a", 1);
        Files.createFile(shelves.folder.resolve("b.latentlab"));
        Files.createDirectory(shelves.folder.resolve("c.latentlab"));
        assertThat(names(shelves.entries())).containsExactly("a");
    }

    /** As while another program writes it for long, on a slow disk. */
    @Test
    void whatIsBeingWrittenIsShownAsItWasBefore() throws Exception {
        Path path = shelves.add("a", 1);
        shelves.entries();
        Files.setLastModifiedTime(path, FileTime.from(Shelves.THEN.plusSeconds(9)));
        try (Connection connection = Sqlite.open(path, 0)) {
            Sqlite.run(connection, "BEGIN EXCLUSIVE");
            assertThat(names(shelves.entries())).containsExactly("a");
            assertThat(shelves.entriesAnew()).singleElement().matches(Entry::readable);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a run?#%20.latentlab", "実行 1.latentlab", "it''s; -- \"mine\".latentlab", "ümläut & co.latentlab"
            })
    void filesMayHaveAnyName(String name) throws Exception {
        assumeTrue(nameable(name), "no file can have this name here: the system's encoding lacks its letters");
        shelves.add(name, "a", 1, config -> config);
        assertThat(shelves.entries()).hasSize(1);
        assertThat(shelves.entriesAnew()).singleElement().matches(Entry::readable);
    }

    private static boolean nameable(String name) {
        try {
            return !Path.of(name).toString().isEmpty();
        } catch (InvalidPathException _) {
            return false;
        }
    }

    @Test
    void aFolderThatIsNotThereIsEmptyAndIsNotMade() throws Exception {
        assertThat(shelves.entries()).isEmpty();
        assertThat(shelves.folder).doesNotExist();
    }

    @Test
    void aFileInPlaceOfTheFolderIsSaidToBeNone() throws Exception {
        Files.writeString(shelves.folder, "a file");
        Problems.of(shelves::entries, "library.folder", shelves.folder);
    }

    @Test
    void whatWasReadBeforeACancelIsKept() throws Exception {
        for (int i = 0; i < 20; i++) {
            shelves.add("run " + i, i);
        }
        List<Double> fractions = new ArrayList<>();
        Progress untilHalf = (fraction, _) -> {
            fractions.add(fraction);
            if (fraction >= 0.5) {
                throw new CancellationException();
            }
        };
        assertThatThrownBy(() -> shelves.library.list(untilHalf)).isInstanceOf(CancellationException.class);
        assertThat(fractions).isSorted().startsWith(0.0);
        assertThat(new IndexFile(shelves.folder).read()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(shelves.entries()).hasSize(20);
    }

    @Test
    void aThousandRunsAreListed() throws Exception {
        int count = 1000;
        Path first = shelves.add("run 0", 0);
        for (int i = 1; i < count; i++) {
            Files.copy(first, shelves.folder.resolve("run " + i + Library.ENDING));
        }
        assertThat(shelves.entries()).hasSize(count).allMatch(Entry::readable);
        assertThat(shelves.entriesAnew()).hasSize(count).allMatch(Entry::readable);
    }
}
