package latentlab.run.file;

import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import latentlab.run.findings.TestError;

/**
 * Test errors of epochs in a run's file, as rows of the table of accuracies with a space of their own: so older
 * versions of the program open the file, and pass them over. What is damaged is left out: it can be computed anew.
 */
final class ErrorRows {
    private static final String SPACE = "test-mse";
    /** Nobody votes. */
    private static final int NEIGHBOURS = 0;

    private ErrorRows() {}

    /**
     * Writes what is not there yet.
     *
     * @param testImages of the run's data
     */
    static void write(RunDatabase database, Map<Integer, TestError> errors, int testImages) throws SQLException {
        if (errors.isEmpty()) {
            return;
        }
        database.makeFindings();
        Map<Integer, TestError> known = read(database, testImages, Integer.MAX_VALUE);
        database.rows(
                "INSERT OR REPLACE INTO accuracy VALUES (?, ?, ?, ?, ?, ?)",
                errors.entrySet().stream()
                        .filter(each -> !known.containsKey(each.getKey()))
                        .map(each -> new Object[] {
                            SPACE,
                            each.getKey(),
                            NEIGHBOURS,
                            testImages,
                            each.getValue().mse(),
                            crc(each.getKey(), testImages, each.getValue().mse())
                        })
                        .toList());
    }

    /**
     * @param testImages of the run's data
     * @param epochs of the run
     * @return errors of all test images, by epoch
     */
    static SortedMap<Integer, TestError> read(RunDatabase database, int testImages, int epochs) throws SQLException {
        SortedMap<Integer, TestError> errors = new TreeMap<>();
        if (!database.hasFindings()) {
            return errors;
        }
        database.rows("SELECT epoch, images, value, crc FROM accuracy WHERE space = '" + SPACE + "'", row -> {
            int epoch = row.getInt(1);
            double mse = RecordRows.real(row, 3);
            if (epoch < epochs && row.getInt(2) == testImages && row.getLong(4) == crc(epoch, testImages, mse)) {
                errors.put(epoch, new TestError(mse));
            }
            return null;
        });
        return errors;
    }

    private static long crc(int epoch, int testImages, double mse) {
        return FindingRows.crc(SPACE, epoch, NEIGHBOURS, testImages, mse);
    }
}
