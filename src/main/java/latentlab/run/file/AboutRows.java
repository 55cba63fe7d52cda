package latentlab.run.file;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import latentlab.text.Problem;

/** Reads and changes what the user says of a run in its file. */
public final class AboutRows {
    private AboutRows() {}

    static RunAbout read(RunDatabase database) throws SQLException {
        Map<String, String> words =
                database
                        .rows("SELECT key, value FROM about", row -> Map.entry(row.getString(1), row.getString(2)))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        SortedMap<Integer, String> bookmarks = new TreeMap<>();
        database.rows("SELECT epoch, note FROM bookmark", row -> bookmarks.put(row.getInt(1), row.getString(2)));
        return new RunAbout(
                words.getOrDefault("name", ""),
                words.getOrDefault("note", ""),
                Boolean.parseBoolean(words.get("star")),
                new TreeSet<>(database.rows("SELECT tag FROM tag", row -> row.getString(1))),
                bookmarks);
    }

    /**
     * Changes what is said of a run, also while another thread or program trains it.
     *
     * @param path of its file
     * @return what is said of it from now on
     * @throws Problem if it is no run file, or cannot be written
     */
    public static RunAbout change(Path path, UnaryOperator<RunAbout> change) throws Problem {
        try (RunDatabase database = RunDatabase.open(path, false)) {
            RunAbout[] changed = new RunAbout[1];
            try {
                database.transaction(() -> {
                    changed[0] = change.apply(read(database));
                    write(database, changed[0]);
                });
            } catch (SQLException e) {
                throw database.problem(e);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return changed[0];
        }
    }

    static void write(RunDatabase database, RunAbout about) throws SQLException {
        database.row("DELETE FROM about");
        database.row("DELETE FROM tag");
        database.row("DELETE FROM bookmark");
        database.rows(
                "INSERT INTO about VALUES (?, ?)",
                List.of(new Object[] {"name", about.name()}, new Object[] {"note", about.note()}, new Object[] {
                    "star", String.valueOf(about.star())
                }));
        database.rows(
                "INSERT INTO tag VALUES (?)",
                about.tags().stream().map(tag -> new Object[] {tag}).toList());
        database.rows(
                "INSERT INTO bookmark VALUES (?, ?)",
                about.bookmarks().entrySet().stream()
                        .map(entry -> new Object[] {entry.getKey(), entry.getValue()})
                        .toList());
    }
}
