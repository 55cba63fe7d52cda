package latentlab.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import latentlab.run.file.AboutRows;
import latentlab.run.file.RunAbout;
import latentlab.run.file.Underway;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {
    private static final Instant NOW = Shelves.THEN.plus(Duration.ofDays(100));

    @TempDir
    Path folder;

    private Shelves shelves;
    private long size;

    @BeforeEach
    void make() throws Exception {
        shelves = new Shelves(folder);
        for (int day = 1; day <= 6; day++) {
            size = Files.size(shelves.add("run " + (7 - day), 7 - day));
        }
    }

    private List<Sentence> makeRoom(double runs, Set<Path> inUse) throws Exception {
        return new Room(shelves.library, inUse::contains, Shelves.at(NOW))
                .makeRoom((long) (runs * size), Progress.NONE);
    }

    private List<String> left() throws Exception {
        return shelves.entries().stream().map(Entry::name).sorted().toList();
    }

    private Path file(String name) {
        return folder.resolve(name + Library.ENDING);
    }

    private Path delete(String id, Instant moment) throws Exception {
        Entry entry = shelves.entry(id);
        return new Bin(shelves.library, Shelves.at(moment))
                .take(entry.file(), Sentence.of("library.change.delete", entry.name()))
                .file();
    }

    private Sentence removed(String name, Sentence why) {
        return Sentence.of("library.removed", name, Room.megabytes(size), why);
    }

    @Test
    void nothingGoesWhereThereIsRoom() throws Exception {
        assertThat(makeRoom(6, Set.of())).isEmpty();
        assertThat(left()).hasSize(6);
    }

    @Test
    void theOldestGoFirstAndAreTold() throws Exception {
        Sentence why = Sentence.of("library.removed.oldest", Room.megabytes((long) (3.5 * size)));
        assertThat(makeRoom(3.5, Set.of()))
                .containsExactly(removed("run 1", why), removed("run 2", why), removed("run 3", why));
        assertThat(left()).containsExactly("run 4", "run 5", "run 6");
    }

    @Test
    void whatWasDeletedGoesBeforeAllOthers() throws Exception {
        delete("run 6", NOW.minusSeconds(5));
        delete("run 5", NOW.minusSeconds(9));
        assertThat(makeRoom(5, Set.of()))
                .containsExactly(removed("run 5", Sentence.of("library.removed.binned", Room.megabytes(5 * size))));
        assertThat(makeRoom(4, Set.of())).hasSize(1);
        assertThat(left()).containsExactly("run 1", "run 2", "run 3", "run 4");
        assertThat(folder.resolve("bin")).isEmptyDirectory();
    }

    @Test
    void whatSomebodyCaresForStaysAndTheLackOfRoomIsTold() throws Exception {
        AboutRows.change(file("run 1"), about -> about.withStar(true));
        AboutRows.change(file("run 2"), about -> about.withName("mine"));
        AboutRows.change(file("run 3"), about -> RunAbout.NONE.withNote("look at this"));
        for (int run = 1; run <= 3; run++) {
            Files.setLastModifiedTime(file("run " + run), FileTime.from(Shelves.THEN));
        }
        Files.write(file("run 4"), new byte[(int) size]);
        Files.setLastModifiedTime(file("run 4"), FileTime.from(Shelves.THEN));
        // By another program, perhaps.
        Files.setLastModifiedTime(file("run 6"), FileTime.from(NOW.minusSeconds(60)));
        assertThat(makeRoom(0.5, Set.of(file("run 5"))))
                .containsExactly(Sentence.of(
                        "library.room.full", Room.megabytes(6 * size), Room.megabytes((long) (0.5 * size))));
        assertThat(shelves.entries()).hasSize(6);
    }

    /** However long its epochs take. */
    @Test
    void whatAnotherWindowTrainsStays() throws Exception {
        Files.writeString(folder.resolve("999999999.underway"), "\n" + file("run 2") + "\n");
        try (Underway _ = Underway.begin(folder, file("run 1"))) {
            assertThat(makeRoom(4.5, Set.of())).hasSize(2);
            assertThat(left()).containsExactly("run 1", "run 4", "run 5", "run 6");
        }
        assertThat(makeRoom(3.5, Set.of())).hasSize(1);
        assertThat(left()).containsExactly("run 4", "run 5", "run 6");
    }

    @Test
    void theBinIsEmptiedOfWhatIsOld() throws Exception {
        delete("run 1", NOW.minus(Bin.KEPT).minusSeconds(2));
        Path young = delete("run 2", NOW.minus(Bin.KEPT).plusSeconds(2));
        Path own = Files.createDirectories(folder.resolve("bin", "holiday"));
        assertThat(new Bin(shelves.library, Shelves.at(NOW)).removeOld())
                .containsExactly(removed("run 1", Sentence.of("library.removed.old", 30L)));
        assertThat(young).exists();
        assertThat(own).exists();
        assertThat(left()).containsExactly("run 3", "run 4", "run 5", "run 6");
    }

    @Test
    void aLibraryThatIsNotThereHasRoom() throws Exception {
        Library none = new Library(folder.resolve("none"));
        assertThat(new Room(none, _ -> false).makeRoom(0, Progress.NONE)).isEmpty();
        assertThat(new Bin(none).removeOld()).isEmpty();
        assertThat(new Bin(none).list()).isEmpty();
    }
}
