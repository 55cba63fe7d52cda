package latentlab.data.table;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import latentlab.data.ForeignFiles;
import latentlab.data.archive.Gzip;
import latentlab.files.OrdinaryFile;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * A text file of a table, plain or gzip, in UTF-8, or in UTF-16 where it begins with a byte order mark.
 *
 * @param path of the file
 * @param bytes its length as it is on the disk
 * @param separator of its fields, as found in its first line
 */
record TableSource(Path path, long bytes, char separator) {
    private static final int HEAD = 1 << 16;
    /** Fields that must be between two of a separator before it is taken for one, where commas may be in numbers. */
    private static final int SOME = 3;

    /** @throws Problem if it is no ordinary file */
    static TableSource of(Path path, Progress progress) throws IOException, Problem {
        OrdinaryFile file = OrdinaryFile.of(path);
        TableSource source = new TableSource(path, file.bytes(), ',');
        byte[] head;
        try (InputStream in = source.open(progress)) {
            head = in.readNBytes(HEAD);
        }
        return new TableSource(path, file.bytes(), separator(text(head)));
    }

    private InputStream open(Progress progress) throws IOException, Problem {
        long[] read = {0};
        OrdinaryFile file = OrdinaryFile.of(path);
        InputStream in = file.open(() -> {
            progress.report(Math.min(1, (double) read[0] / Math.max(1, bytes)), reading());
            read[0] += HEAD;
        });
        return Gzip.unpacked(new BufferedInputStream(in, HEAD), HEAD);
    }

    private Sentence reading() {
        return Sentence.of("data.progress.reading", path.getFileName().toString());
    }

    private static String text(byte[] head) {
        boolean wide = head.length > 1 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0xFF + 0xFE && head[0] != head[1];
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        return new String(head, charset);
    }

    private static char separator(String head) {
        String line = head.lines().filter(each -> !each.isBlank()).findFirst().orElse("");
        int[] counts = new int[128];
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            quoted ^= c == '"';
            if (!quoted && c < counts.length) {
                counts[c]++;
            }
        }
        if (counts['\t'] >= SOME) {
            return '\t';
        }
        return counts[';'] >= SOME || counts[';'] > counts[','] ? ';' : counts[','] > 0 ? ',' : '\t';
    }

    /** Between a number's whole part and its fraction. */
    char point(String sample) {
        return separator == ';' && sample.indexOf(',') >= 0 && sample.indexOf('.') < 0 ? ',' : '.';
    }

    /** @return the file from its start, to be closed */
    <T> CsvReader<T> rows(CsvCallbackHandler<T> handler, Progress progress) throws IOException, Problem {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .detectBomHeader(true)
                .build(handler, open(progress));
    }

    static boolean named(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String unpacked = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        return !ForeignFiles.file(name) && (unpacked.endsWith(".csv") || unpacked.endsWith(".tsv"));
    }
}
