package latentlab.run.file;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of a run file, see {@code src/docs/run-files.md}; opened by their text, so that no others are trusted. */
final class RunTables {
    /** "LLab" in ASCII: what {@code PRAGMA application_id} says of a run file. */
    static final int APPLICATION = 0x4C4C6162;

    /** Raised whenever older versions of the app could not read new files. */
    static final int VERSION = 2;

    /** Tables of every file: all there are in one of version 1. */
    static final List<String> ALL = List.of(
            "CREATE TABLE run (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
            "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
            "CREATE TABLE data (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
            "CREATE TABLE class (label INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT",
            "CREATE TABLE array (place INTEGER PRIMARY KEY, name TEXT NOT NULL, first INTEGER NOT NULL,"
                    + " shape TEXT NOT NULL) STRICT",
            "CREATE TABLE epoch (epoch INTEGER PRIMARY KEY, train_loss REAL, valid_loss REAL, seconds REAL NOT NULL,"
                    + " learning_rate REAL NOT NULL, crc INTEGER NOT NULL) STRICT",
            "CREATE TABLE loss_part (epoch INTEGER NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, train REAL,"
                    + " valid REAL, PRIMARY KEY (epoch, place)) STRICT",
            "CREATE TABLE parameters (epoch INTEGER PRIMARY KEY, base INTEGER, crc INTEGER NOT NULL,"
                    + " packed BLOB NOT NULL) STRICT",
            "CREATE TABLE rate_change (epoch INTEGER PRIMARY KEY, before REAL NOT NULL, after REAL NOT NULL) STRICT",
            "CREATE TABLE state (epoch INTEGER PRIMARY KEY, state BLOB NOT NULL) STRICT",
            "CREATE TABLE plane (epoch INTEGER PRIMARY KEY, mean BLOB NOT NULL, axes BLOB NOT NULL,"
                    + " share REAL NOT NULL, crc INTEGER NOT NULL) STRICT",
            "CREATE TABLE sample (place INTEGER PRIMARY KEY, image INTEGER NOT NULL, original BLOB NOT NULL,"
                    + " reconstruction BLOB NOT NULL, crc INTEGER NOT NULL) STRICT",
            "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
            "CREATE TABLE tag (tag TEXT PRIMARY KEY) STRICT",
            "CREATE TABLE bookmark (epoch INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT");

    /** Made with the first row for them, which makes the file one of version 2. */
    static final List<String> FINDINGS = List.of(
            "CREATE TABLE accuracy (space TEXT NOT NULL, epoch INTEGER NOT NULL, neighbours INTEGER NOT NULL,"
                    + " images INTEGER NOT NULL, value REAL, crc INTEGER NOT NULL, PRIMARY KEY (space, epoch)) STRICT",
            "CREATE TABLE map (place INTEGER PRIMARY KEY, space TEXT NOT NULL, epoch INTEGER, metric TEXT NOT NULL,"
                    + " perplexity REAL NOT NULL, seed INTEGER NOT NULL, exaggerated INTEGER NOT NULL,"
                    + " iterations INTEGER NOT NULL, divergence REAL, images BLOB NOT NULL, positions BLOB NOT NULL,"
                    + " crc INTEGER NOT NULL) STRICT");

    private RunTables() {}

    /** @return the tables that a file of some version has */
    static Set<String> of(long version) {
        Stream<String> more = version < VERSION ? Stream.empty() : FINDINGS.stream();
        return Stream.concat(ALL.stream(), more).collect(Collectors.toSet());
    }
}
