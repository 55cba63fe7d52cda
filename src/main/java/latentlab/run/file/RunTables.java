package latentlab.run.file;

import java.util.List;

/** The tables of a run file, see {@code src/docs/run-files.md}; opened by their text, so that no others are trusted. */
final class RunTables {
    /** "LLab" in ASCII: what {@code PRAGMA application_id} says of a run file. */
    static final int APPLICATION = 0x4C4C6162;

    /** Raised whenever older versions of the app could not read new files. */
    static final int VERSION = 1;

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

    private RunTables() {}
}
