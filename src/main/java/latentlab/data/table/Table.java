package latentlab.data.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import latentlab.data.Account;
import latentlab.data.DataProblems;
import latentlab.data.arrays.ArrayImages;
import latentlab.data.arrays.ImageLayout;
import latentlab.data.arrays.Labels;
import latentlab.data.arrays.NumberArray;
import latentlab.data.arrays.NumberType;
import latentlab.data.table.RowHandler.Outcome;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * A text file with an image in each row: its pixels, and perhaps a label.
 *
 * @param source the file
 * @param columns what its columns are for
 */
record Table(TableSource source, TableColumns columns) {
    /** Rows looked at to tell what columns are for. */
    private static final int FIRST_ROWS = 100;
    /** Pixels without which a table is none of images, unless somebody says so. */
    static final int FEW_PIXELS = 16;
    /** Of so many rows one may be left out. */
    private static final int TOLERANCE = 10;
    /** Lines that a sentence names. */
    private static final int NAMED = 5;
    /** Rows after which it is clear that a file is none of that kind. */
    private static final int MANY = 1_000;

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,15}(\\.0*)?");
    /** As NumPy writes numbers to text: 7.000000000000000000e+00. */
    private static final Pattern EXPONENT = Pattern.compile("[+-]?[0-9](\\.[0-9]*)?[eE][+-][0-9]{2}");

    private static final double MOST_WHOLE = 1e15;

    /** What has been read; {@code account} is of rows and columns that were left out. */
    record Content(ArrayImages images, Account account) {}

    /** @throws Problem if it is no table, or one of anything but images */
    static Table open(Path file, Progress progress) throws Problem {
        return Reading.of(file, () -> {
            TableSource source = TableSource.of(file, progress);
            List<List<String>> rows = new ArrayList<>();
            try (CsvReader<CsvRecord> reader = source.rows(CsvRecordHandler.of(), progress)) {
                for (CsvRecord row : reader) {
                    boolean blank = row.getFieldCount() == 1 && row.getField(0).isBlank();
                    if (!blank && (rows.isEmpty() || rows.getFirst().size() == row.getFieldCount())) {
                        rows.add(row.getFields());
                    }
                    if (rows.size() == FIRST_ROWS) {
                        break;
                    }
                }
            }
            if (rows.isEmpty()) {
                throw Problem.of("data.table.empty", file.toString());
            }
            String sample = String.join(" ", rows.getLast());
            TableColumns columns = TableColumns.of(rows, source.point(sample));
            if (columns.header() && rows.size() == 1) {
                throw Problem.of("data.table.empty", file.toString());
            }
            return new Table(source, columns);
        });
    }

    /** @return the same table with the columns of another, where both have as many */
    Table like(Table other) {
        return columns.count() == other.columns.count() ? new Table(source, other.columns.like(columns)) : this;
    }

    /** Whether there are images in it rather than a few numbers of each. */
    boolean ofImages() {
        int pixels = columns.pixels().length;
        return pixels >= FEW_PIXELS && (TableColumns.square(pixels) || columns.height() > 0);
    }

    String place() {
        return source.path().toString();
    }

    /** @throws Problem if too many rows cannot be read */
    Content read(Progress progress) throws Problem {
        return Reading.of(source.path(), () -> {
            ImageLayout layout = layout();
            Rows rows = new Rows();
            RowHandler handler = new RowHandler(columns);
            try (CsvReader<Outcome> reader = source.rows(handler, progress)) {
                boolean skip = columns.header();
                for (Outcome outcome : reader) {
                    if (skip && outcome != Outcome.BLANK) {
                        skip = false;
                    } else {
                        rows.add(outcome, handler);
                    }
                }
            }
            rows.check();
            return new Content(ArrayImages.of(rows.numbers(), layout, rows.labels()), rows.account());
        });
    }

    private ImageLayout layout() throws Problem {
        int pixels = columns.pixels().length;
        if (columns.height() > 0) {
            return ImageLayout.grey(place(), 1, columns.height(), columns.width());
        }
        if (!TableColumns.square(pixels)) {
            throw Problem.of("data.table.columns", place(), pixels);
        }
        return ImageLayout.of(place(), 1, pixels);
    }

    /** Reads something of a file, whose problems become sentences. */
    @FunctionalInterface
    private interface Reading<T> {
        T run() throws IOException, Problem;

        static <T> T of(Path file, Reading<T> reading) throws Problem {
            try {
                return reading.run();
            } catch (CsvParseException e) {
                throw e.getCause() instanceof IOException cause
                        ? broken(file, cause)
                        : new Problem(Sentence.of("data.table.broken", file.toString()), e);
            } catch (UncheckedIOException e) {
                throw broken(file, e.getCause());
            } catch (IOException e) {
                throw broken(file, e);
            } catch (StackOverflowError e) {
                // Java goes one call deeper for every empty member of a gzip file.
                throw new Problem(Sentence.of("data.idx.gzip", file.toString()), e);
            }
        }

        private static Problem broken(Path file, IOException cause) {
            return cause instanceof ZipException || cause instanceof EOFException
                    ? new Problem(Sentence.of("data.idx.gzip", file.toString()), cause)
                    : DataProblems.unreadable(file, cause);
        }
    }

    /** The rows that have been read, and the lines of those that could not be. */
    private final class Rows {
        private final List<Object> pixels = new ArrayList<>();
        private final List<String> labels = new ArrayList<>();
        private final List<String> blank = new ArrayList<>();
        private final List<String> ragged = new ArrayList<>();
        private final List<String> broken = new ArrayList<>();
        private boolean bytes = true;
        private long size;

        void add(Outcome outcome, RowHandler row) throws Problem {
            switch (outcome) {
                case READ -> read(row);
                case BLANK -> blank.add(Long.toString(row.line()));
                case RAGGED -> ragged.add(Long.toString(row.line()));
                case BROKEN -> broken.add(Long.toString(row.line()));
            }
            if (outcome != Outcome.READ && (blank.size() + ragged.size() + broken.size()) % MANY == 0) {
                if (blank.size() > MANY * TOLERANCE && blank.size() > pixels.size()) {
                    throw Problem.of("data.table.broken", place());
                }
                check();
            }
        }

        private void read(RowHandler row) throws Problem {
            float[] numbers = row.pixels();
            if (row.bytes()) {
                byte[] small = new byte[numbers.length];
                for (int i = 0; i < small.length; i++) {
                    small[i] = (byte) (int) numbers[i];
                }
                pixels.add(small);
            } else {
                pixels.add(numbers.clone());
                bytes = false;
            }
            if (columns.label() >= 0) {
                labels.add(row.label());
            }
            size += (bytes ? 1L : Float.BYTES) * numbers.length;
            DataProblems.checkMemory(source.path(), size);
        }

        /** @throws Problem if more than one row in ten cannot be read */
        void check() throws Problem {
            int bad = ragged.size() + broken.size();
            if (pixels.isEmpty() && bad == 0) {
                throw Problem.of("data.table.empty", place());
            }
            if (bad * TOLERANCE > pixels.size() + bad) {
                List<String> lines = ragged.size() < broken.size() ? broken : ragged;
                String some = String.join(", ", lines.subList(0, Math.min(NAMED, lines.size())));
                throw Problem.of("data.table.rows", place(), bad, pixels.size() + bad, some);
            }
        }

        Account account() {
            Account account = Account.NONE
                    .withLeftOut(Sentence.of("data.table.blank", place()), blank)
                    .withLeftOut(Sentence.of("data.table.ragged", place()), ragged)
                    .withLeftOut(Sentence.of("data.table.noNumbers", place()), broken)
                    .withLeftOut(Sentence.of("data.table.unused", place()), columns.unused());
            if (columns.shuffled()) {
                account = account.withChanged(Sentence.of("data.table.shuffled", place()));
            }
            if (columns.label() >= 0 && !columns.named()) {
                Sentence taken = Sentence.of("data.table.label", place(), columns.label() + 1);
                account = columns.sure() ? account.withChanged(taken) : account.withWarnings(taken);
            }
            return account;
        }

        NumberArray numbers() throws Problem {
            int each = columns.pixels().length;
            NumberType type = bytes ? NumberType.TEXT : NumberType.FLOAT32;
            long all = (long) type.bytes() * each * pixels.size();
            DataProblems.checkMemory(source.path(), all);
            ByteBuffer numbers = ByteBuffer.allocate((int) all).order(ByteOrder.LITTLE_ENDIAN);
            for (Object row : pixels) {
                if (row instanceof float[] floats) {
                    for (float number : floats) {
                        numbers.putFloat(number);
                    }
                } else if (bytes) {
                    numbers.put((byte[]) row);
                } else {
                    for (byte number : (byte[]) row) {
                        numbers.putFloat(number & 0xFF);
                    }
                }
            }
            return new NumberArray(
                    place(), type, new int[] {pixels.size(), each}, ByteOrder.LITTLE_ENDIAN, numbers.array());
        }

        private static boolean whole(String label) {
            if (!EXPONENT.matcher(label).matches()) {
                return WHOLE.matcher(label).matches();
            }
            double number = Double.parseDouble(label);
            return number == Math.rint(number) && Math.abs(number) < MOST_WHOLE;
        }

        /** @return numbers where all of them are, else texts; null where there are none */
        Labels labels() throws Problem {
            if (columns.label() < 0) {
                return null;
            }
            if (labels.stream().anyMatch(label -> label.indexOf('\uFFFD') >= 0)) {
                throw Problem.of("data.table.encoding", place());
            }
            if (labels.stream().allMatch(Rows::whole)) {
                long[] whole = labels.stream()
                        .mapToLong(label -> (long) Double.parseDouble(label))
                        .toArray();
                return Labels.of(place(), whole);
            }
            return Labels.of(place(), labels.toArray(String[]::new));
        }
    }
}
