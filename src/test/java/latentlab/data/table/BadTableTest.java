package latentlab.data.table;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import latentlab.data.Datasets;
import latentlab.data.Problems;
import latentlab.data.SpecialFiles;
import latentlab.data.idx.IdxSamples;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadTableTest {
    private static final String ROW = "1" + ",7".repeat(16);

    @TempDir
    Path folder;

    private void problem(String key, String content, Object... mentioned) throws Exception {
        problem(key, Files.writeString(folder.resolve("a.csv"), content), mentioned);
    }

    private static void problem(String key, Path file, Object... mentioned) {
        Object[] all = Arrays.copyOf(mentioned, mentioned.length + 1);
        all[mentioned.length] = file;
        Problems.of(() -> new Datasets().load(file.toString(), Progress.NONE), key, all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "label,a,b,c,d\n", "\uFEFF"})
    void nothing(String content) throws Exception {
        problem("data.table.empty", content);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 18, 31})
    void columnsThatAreNoSquare(int columns) throws Exception {
        String row = "1,".repeat(columns - 1) + "2\n";
        problem("data.table.columns", row.repeat(20), columns);
    }

    @Test
    void textOnly() throws Exception {
        problem("data.table.columns", "file,label\na.png,cat\nb.png,dog\n", 0);
    }

    @Test
    void upToOneRowInTenMayBeBroken() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            lines.add(i == 3 || i == 8 ? ROW + ",1" : i % 2 + ",7".repeat(15) + "," + i);
        }
        Path file = Files.writeString(folder.resolve("a.csv"), String.join("\n", lines));
        new Datasets().load(file.toString(), Progress.NONE);
        lines.set(15, "1");
        problem("data.table.rows", String.join("\n", lines), 3, 20, "4, 9, 16");
    }

    @Test
    void aFileOfBlankLinesIsGivenUp() throws Exception {
        problem("data.table.broken", ROW + "\n".repeat(30_000));
    }

    @Test
    void aQuotationThatDoesNotEnd() throws Exception {
        problem("data.table.broken", (ROW + "\n").repeat(200) + "\"" + (ROW + "\n").repeat(600_000));
    }

    @Test
    void labelsInAnotherEncoding() throws Exception {
        byte[] rows = ("\u00e9,1" + ",7".repeat(15) + "\n").repeat(9).getBytes(StandardCharsets.ISO_8859_1);
        problem("data.table.encoding", Files.write(folder.resolve("a.csv"), rows));
    }

    @Test
    void damagedGzip() throws Exception {
        byte[] gzip = IdxSamples.gzip((ROW + "\n").repeat(200).getBytes(StandardCharsets.UTF_8));
        Path file = folder.resolve("a.csv.gz");
        problem("data.idx.gzip", Files.write(file, Arrays.copyOf(gzip, gzip.length - 9)));
        gzip[gzip.length - 7] ^= 1;
        problem("data.idx.gzip", Files.write(file, gzip));
    }

    @Test
    void severalTablesOfWhichNoneIsNamedATrainingPart() throws Exception {
        Files.writeString(folder.resolve("a.csv"), (ROW + "\n").repeat(9));
        Files.writeString(folder.resolve("b.csv"), (ROW + "\n").repeat(9));
        Files.writeString(folder.resolve("c.csv"), "a,b\n1,2\n");
        problem("data.table.several", folder, "a.csv, b.csv");
    }

    @Test
    void testImagesOfAnotherSize() throws Exception {
        Files.writeString(folder.resolve("train.csv"), ("label" + ",p".repeat(16) + "\n") + (ROW + "\n").repeat(9));
        Files.writeString(
                folder.resolve("test.csv"),
                ("label" + ",p".repeat(25) + "\n") + ("1" + ",9".repeat(25) + "\n").repeat(9));
        Problems.of(
                () -> new Datasets().load(folder.toString(), Progress.NONE),
                "data.idx.size",
                folder.resolve("train.csv"),
                "5 × 5");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeOrADevice() throws Exception {
        SpecialFiles.pipe(folder.resolve("train.csv"));
        problem("data.notAFile", folder.resolve("train.csv"));
        problem("data.notAFile", SpecialFiles.endless(folder.resolve("b.tsv")));
    }
}
