package latentlab.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import latentlab.data.Problems;
import latentlab.run.file.AboutRows;
import latentlab.run.file.RunAbout;
import latentlab.run.file.RunFile;
import latentlab.run.file.Underway;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryChangesTest {
    @TempDir
    Path folder;

    private Shelves shelves;
    private LibraryChanges changes;
    private Path file;
    private Path trained;

    @BeforeEach
    void make() {
        shelves = new Shelves(folder.resolve("runs"));
        file = shelves.add("sweep/a.latentlab", "a", 1, config -> config);
        trained = shelves.add("trained", 2);
        changes = new LibraryChanges(shelves.library, trained::equals);
    }

    private RunAbout about() throws Exception {
        try (RunFile run = RunFile.open(file)) {
            return run.about();
        }
    }

    private Entry entry() throws Exception {
        return shelves.entry("a");
    }

    private List<String> ids() throws Exception {
        return shelves.entries().stream().map(each -> each.run().id()).sorted().toList();
    }

    @Test
    void whatIsSaidOfARunCanBeTakenBackAndSaidAgain() throws Exception {
        Undo rename = changes.rename(entry(), "  the\nfirst ");
        Undo note = changes.note(entry(), "two\nlines ");
        Undo tags = changes.tag(entry(), "good, 試し、good,, very good ");
        Undo star = changes.star(entry(), true);
        RunAbout all = new RunAbout(
                "the first", "two\nlines", true, new TreeSet<>(Set.of("good", "試し", "very good")), new TreeMap<>());
        assertThat(about()).isEqualTo(all);
        assertThat(star.what()).isEqualTo(Sentence.of("library.change.star", "the first"));
        LibraryChanges titled = new LibraryChanges(shelves.library, trained::equals, _ -> "7 units");
        assertThat(titled.star(entry(), true).what()).isEqualTo(Sentence.of("library.change.star", "7 units"));
        Undo again = rename.run();
        assertThat(about()).as("the name alone").isEqualTo(all.withName(""));
        again.run();
        assertThat(about()).isEqualTo(all);
        star.run();
        tags.run();
        note.run();
        assertThat(about()).isEqualTo(RunAbout.NONE.withName("the first"));
    }

    @Test
    void deletedRunsComeBackToTheirPlace() throws Exception {
        byte[] before = Files.readAllBytes(file);
        Undo undo = changes.delete(entry());
        assertThat(file).doesNotExist();
        assertThat(ids()).containsExactly("trained");
        Undo again = undo.run();
        assertThat(file).hasBinaryContent(before);
        assertThat(ids()).containsExactly("a", "trained");
        again.run();
        assertThat(ids()).containsExactly("trained");
        List<Bin.Deleted> deleted = new Bin(shelves.library).list();
        assertThat(deleted).extracting(each -> each.entry().run().id()).containsExactly("a");
        changes.restore(deleted.getFirst());
        assertThat(file).exists();
    }

    @Test
    void aRunThatComesBackReplacesNoOther() throws Exception {
        Undo undo = changes.delete(entry());
        shelves.add("sweep/a.latentlab", "other", 3, config -> config);
        undo.run();
        assertThat(ids()).containsExactly("a", "other", "trained");
        assertThat(file.resolveSibling("a (2).latentlab")).exists();
    }

    @Test
    void runsOfOneNameAreDeletedOneAfterTheOther() throws Exception {
        changes.delete(entry());
        shelves.add("sweep/a.latentlab", "other", 3, config -> config);
        changes.delete(shelves.entry("other"));
        assertThat(new Bin(shelves.library).list())
                .extracting(each -> each.entry().run().id())
                .containsExactlyInAnyOrder("a", "other");
    }

    @Test
    void whatIsBeingTrainedIsNotDeleted() throws Exception {
        Problems.of(() -> changes.delete(shelves.entry("trained")), "library.inUse", "trained");
        assertThat(trained).exists();
    }

    @Test
    void whatAnotherWindowTrainsIsNotDeleted() throws Exception {
        try (Underway _ = Underway.begin(shelves.library.folder(), file)) {
            Problems.of(() -> changes.delete(entry()), "library.inUse", entry().name());
        }
        changes.delete(entry());
        assertThat(file).doesNotExist();
    }

    @Test
    void saysThatARunIsGone() throws Exception {
        Entry entry = entry();
        Undo undo = changes.delete(entry);
        Problems.of(() -> changes.delete(entry), "run.file.missing", file);
        Problems.of(() -> changes.rename(entry, "x"), "run.file.missing", file);
        Files.delete(undo.file());
        Problems.of(undo::run, "run.file.missing", undo.file());
    }

    /** As a killed process leaves it: what would undo that lies beside it. */
    @Test
    void whatIsHalfWrittenIsUndoneBeforeAFileIsMoved() throws Exception {
        Path half = shelves.folder.resolve("half.latentlab");
        try (Connection writing = Sqlite.open(file, 0)) {
            Sqlite.run(writing, "PRAGMA cache_size = 1");
            Sqlite.run(writing, "BEGIN");
            Sqlite.run(writing, "UPDATE parameters SET packed = zeroblob(length(packed)), crc = 0");
            Sqlite.run(writing, "UPDATE epoch SET valid_loss = 0");
            Files.copy(file, half);
            Files.copy(
                    file.resolveSibling(file.getFileName() + "-journal"),
                    shelves.folder.resolve("half.latentlab-journal"));
        }
        Files.delete(file);
        Undo undo = changes.delete(new Entry(half, 1, FileTime.fromMillis(0), null, Sentence.of("run.file.damaged")));
        try (RunFile moved = RunFile.open(undo.file())) {
            assertThat(moved.history()).allMatch(epoch -> epoch.validLoss() > 0);
        }
        assertThat(shelves.folder.resolve("half.latentlab-journal")).doesNotExist();
    }

    @Test
    void whatSomebodyIsWritingStays() throws Exception {
        Entry entry = entry();
        try (Connection writing = Sqlite.open(file, 0)) {
            Sqlite.run(writing, "BEGIN EXCLUSIVE");
            Problems.of(() -> changes.delete(entry), "run.file.busy", file);
        }
        assertThat(file).exists();
    }

    @Test
    void aRunComesInFromElsewhereOnce() throws Exception {
        Path elsewhere =
                new Shelves(folder.resolve("elsewhere")).add("trained.latentlab", "from afar", 5, config -> config);
        Undo undo = changes.bringIn(elsewhere, Progress.NONE);
        assertThat(ids()).containsExactly("a", "from afar", "trained");
        assertThat(shelves.folder.resolve("trained (2).latentlab")).exists();
        Problems.of(() -> changes.bringIn(elsewhere, Progress.NONE), "library.same", elsewhere, "trained (2)");
        Undo again = undo.run();
        assertThat(ids()).containsExactly("a", "trained");
        again.run();
        assertThat(ids()).containsExactly("a", "from afar", "trained");
        assertThat(elsewhere).exists();
    }

    @Test
    void onlyRunsComeIn() throws Exception {
        Path essay = folder.resolve("essay.latentlab");
        Files.writeString(essay, "no run");
        Problems.of(() -> changes.bringIn(essay, Progress.NONE), "run.file.foreign", essay);
        assertThat(ids()).containsExactly("a", "trained");
        try (var files = Files.list(shelves.folder)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("index.sqlite", "sweep", "trained.latentlab");
        }
    }

    @Test
    void aRunComesIntoALibraryThatIsNotThereYet() throws Exception {
        Library other = new Library(folder.resolve("none", "yet"));
        new LibraryChanges(other, _ -> false).bringIn(file, Progress.NONE);
        assertThat(other.list(Progress.NONE).entries()).hasSize(1);
    }

    /** With an epoch half written at that moment. */
    @Test
    void aRunThatIsWrittenIsCopiedWhole() throws Exception {
        Path copy = folder.resolve("copy.latentlab");
        Files.writeString(copy, "to be replaced");
        try (Connection writing = Sqlite.open(file, 0)) {
            Sqlite.run(writing, "BEGIN IMMEDIATE");
            Sqlite.run(writing, "UPDATE epoch SET valid_loss = 0");
            LibraryChanges.export(entry(), copy);
        }
        try (RunFile from = RunFile.open(file);
                RunFile to = RunFile.open(copy)) {
            assertThat(to.history()).isEqualTo(from.history());
            assertThat(to.parameters(4)).isEqualTo(from.parameters(4));
        }
    }

    @Test
    void saysThatACopyCannotBeWritten() throws Exception {
        Path nowhere = folder.resolve("nowhere", "copy.latentlab");
        Problems.of(() -> LibraryChanges.export(entry(), nowhere), "library.copy", file, nowhere);
        Path taken = Files.createDirectories(folder.resolve("taken"));
        Files.createFile(taken.resolve("something"));
        Problems.of(() -> LibraryChanges.export(entry(), taken), "library.copy", file, taken);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(shelves.folder, taken);
        }
    }

    @Test
    void changesAreTakenBackInOrder() throws Exception {
        Undo one = changes.rename(entry(), "one");
        Undo two = changes.rename(entry(), "two");
        Undo again = two.run();
        Undo first = one.run();
        assertThat(about().name()).isEmpty();
        first.run();
        assertThat(about().name()).isEqualTo("one");
        again.run();
        assertThat(about().name()).isEqualTo("two");
    }

    @Test
    void theSettingsOfARunMakeAnotherOne() throws Exception {
        try (RunFile run = RunFile.open(file)) {
            assertThat(entry().run().config()).isEqualTo(run.config());
            assertThat(entry().run().data()).isEqualTo(run.start().data().request());
        }
        AboutRows.change(file, about -> about.withName("same"));
        assertThat(entry().run().created()).isEqualTo(Shelves.THEN.plus(Duration.ofDays(1)));
    }
}
