package latentlab.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import latentlab.text.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever has happened to the index, the runs are listed as their files have them. */
class IndexFileTest {
    @TempDir
    Path folder;

    private Shelves shelves;
    private Path index;
    private List<Entry> right;

    @BeforeEach
    void index() throws Exception {
        shelves = new Shelves(folder);
        shelves.add("a", 1);
        shelves.add("b", 2);
        right = shelves.entries();
        index = folder.resolve("index.sqlite");
        assertThat(new IndexFile(folder).read()).hasSize(2);
    }

    private void assertRight() throws Exception {
        assertThat(shelves.entriesAnew()).usingRecursiveComparison().isEqualTo(right);
    }

    private void assertMadeAnew() throws Exception {
        assertRight();
        assertThat(new IndexFile(folder).read()).hasSize(2);
    }

    private void change(String... commands) throws Exception {
        try (Connection connection = Sqlite.open(index, 0)) {
            for (String command : commands) {
                Sqlite.run(connection, command);
            }
        }
    }

    @Test
    void isMadeAnewWhereThereIsNone() throws Exception {
        Files.delete(index);
        assertMadeAnew();
    }

    @Test
    void isMadeAnewWhereItIsNoDatabase() throws Exception {
        Files.writeString(index, "nothing of the kind".repeat(1000));
        assertMadeAnew();
        Files.write(index, new byte[0]);
        assertMadeAnew();
    }

    @Test
    void isMadeAnewWhereItIsOfAnotherVersionOrHasOtherTables() throws Exception {
        change("PRAGMA user_version = 99");
        assertMadeAnew();
        try (Connection connection = Sqlite.open(index, 0)) {
            assertThat(Sqlite.number(connection, "PRAGMA user_version")).isEqualTo(IndexFile.VERSION);
        }
        change("CREATE TRIGGER t AFTER DELETE ON run BEGIN DELETE FROM run; END");
        assertMadeAnew();
        change("DROP TABLE run", "CREATE TABLE run (name TEXT)");
        assertMadeAnew();
    }

    @Test
    void whatIsNotUnderstoodIsReadFromItsFile() throws Exception {
        change("UPDATE run SET summary = x'00' WHERE name = 'a.latentlab'");
        assertMadeAnew();
    }

    /** As a killed process leaves it beside the index, from which it would be put into the new one. */
    @Test
    void takesNoJournalOfTheOneBefore() throws Exception {
        Path journal = folder.resolve("index.sqlite-journal");
        Path copy = folder.resolve("journal");
        try (Connection connection = Sqlite.open(index, 0)) {
            Sqlite.run(connection, "PRAGMA cache_size = 1");
            Sqlite.run(connection, "BEGIN");
            Sqlite.run(connection, "UPDATE run SET summary = zeroblob(length(summary))");
            Files.copy(journal, copy);
        }
        Files.writeString(index, "nothing of the kind");
        Files.move(copy, journal, StandardCopyOption.REPLACE_EXISTING);
        assertMadeAnew();
        assertThat(journal).doesNotExist();
    }

    @Test
    void forgetsFilesThatAreGone() throws Exception {
        Files.delete(folder.resolve("a.latentlab"));
        assertThat(shelves.entriesAnew()).hasSize(1);
        assertThat(new IndexFile(folder).read()).containsOnlyKeys("b.latentlab");
    }

    @Test
    void leavesADatabaseOfSomebodyElseAlone() throws Exception {
        Files.delete(index);
        change("PRAGMA application_id = 77", "CREATE TABLE mine (x)", "INSERT INTO mine VALUES ('precious')");
        byte[] before = Files.readAllBytes(index);
        assertRight();
        assertThat(index).hasBinaryContent(before);
    }

    @Test
    void isDoneWithoutWhereAnotherProcessHasIt() throws Exception {
        Library other = new Library(folder);
        shelves.add("c", 3);
        try (Connection connection = Sqlite.open(index, 0)) {
            Sqlite.run(connection, "BEGIN EXCLUSIVE");
            assertThat(other.list(Progress.NONE).entries()).hasSize(3);
        }
        assertThat(new IndexFile(folder).read()).hasSize(2);
        shelves.add("d", 4);
        assertThat(other.list(Progress.NONE).entries()).hasSize(4);
        assertThat(new IndexFile(folder).read()).containsKey("d.latentlab");
    }

    @Test
    void isDoneWithoutWhereThereCanBeNone() throws Exception {
        Files.delete(index);
        Files.createDirectories(index.resolve("in the way"));
        assertRight();
        assertThat(index).isDirectory();
    }

    @Test
    void damageNeverShows() throws Exception {
        byte[] whole = Files.readAllBytes(index);
        SplittableRandom random = new SplittableRandom(7);
        for (int variant = 0; variant < 100; variant++) {
            byte[] damaged = whole.clone();
            for (int flip = 0; flip < 1 + variant % 8; flip++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(index, variant % 4 == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged);
            assertRight();
        }
    }
}
