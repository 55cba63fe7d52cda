package latentlab.data.npy;

import static latentlab.data.npy.NpySamples.npy;
import static latentlab.data.npy.NpySamples.npz;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.data.Datasets;
import latentlab.data.Problems;
import latentlab.data.SpecialFiles;
import latentlab.text.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadNpyTest {
    @TempDir
    Path folder;

    private void problem(String key, byte[] content, Object... mentioned) throws Exception {
        Path file = Files.write(folder.resolve("a.npy"), content);
        problem(key, file, mentioned);
        Path archive = Files.write(folder.resolve("a.npz"), npz(true, Map.of("x", content)));
        problem(key, archive, mentioned);
    }

    private static void problem(String key, Path file, Object... mentioned) {
        Object[] all = Arrays.copyOf(mentioned, mentioned.length + 1);
        all[mentioned.length] = file;
        Problems.of(() -> new Datasets().load(file.toString(), Progress.NONE), key, all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0093NUMPY", "hello there, this is no array"})
    void noArray(String content) throws Exception {
        problem("data.npy.format", content.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aVersionThatThereIsNot() throws Exception {
        problem("data.npy.format", npy(4, "|u1", false, "(3, 2, 2)", new double[12]));
        problem("data.npy.format", npy(1, "|u1", false, "(3, 2, two)", new double[12]));
        problem("data.npy.format", npy(1, "|u1", false, "(3, 2, 99999999999)", new double[12]));
    }

    @Test
    void aHeaderThatIsLongerThanAny() throws Exception {
        byte[] array = npy(2, "|u1", false, "(3, 2, 2)", new double[12]);
        array[10] = 2;
        problem("data.npy.format", array);
    }

    @ParameterizedTest
    @CsvSource({"|O, data.npy.object", "<c8, data.npy.type", "<M8[ns], data.npy.type", "<f1, data.npy.type"})
    void whatAreNoNumbers(String type, String key) throws Exception {
        problem(key, npy(1, "'" + type + "'", false, "(3, 2, 2)", new byte[96]));
        problem("data.npy.type", npy(1, "[('a', '<f4')]", false, "(3, 2, 2)", new byte[48]));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 11})
    void anArrayThatEndsTooSoon(int missing) throws Exception {
        byte[] array = npy("|u1", "(3, 2, 2)", new double[12]);
        problem("data.idx.truncated", Arrays.copyOf(array, array.length - missing));
    }

    @Test
    void anArrayThatGoesOn() throws Exception {
        byte[] array = npy("|u1", "(3, 2, 2)", new double[12]);
        problem("data.idx.oversized", Arrays.copyOf(array, array.length + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(2147483647, 2147483647, 2147483647)",
                "(1099511627, 28, 28)",
                "(2147483647, 512, 512, 3)",
                "(4294967, 1, 1000, 1000)"
            })
    void whatAHeaderClaimsIsNotBelieved(String shape) throws Exception {
        problem("data.idx.truncated", npy("<f8", shape, new double[12]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(12,);data.array.dimensions",
                "();data.array.dimensions",
                "(1, 1, 2, 2, 3);data.array.dimensions",
                "(2, 2, 3);data.few",
                "(3, 5);data.array.pixels",
                "(4, 6);data.array.pixels",
                "(5, 5, 3);data.array.ambiguous",
                "(2, 3, 2, 3);data.array.ambiguous",
                "(2, 5, 2, 5);data.array.dimensions",
                "(3, 0, 2);data.idx.side",
                "(1, 513, 2);data.idx.side",
                "(0, 2, 2);data.idx.none"
            })
    void shapesThatAreNoImages(String shape, String key) throws Exception {
        Path file = Files.write(folder.resolve("a.npy"), npy("|u1", shape, new double[NpySamples.count(shape)]));
        problem(key, file);
    }

    @Test
    void labelsThatDoNotGoWithTheImages() throws Exception {
        Map<String, byte[]> arrays = new LinkedHashMap<>();
        arrays.put("x", npy("|u1", "(4, 2, 2)", new double[16]));
        arrays.put("y", npy("|u1", "(3,)", new double[3]));
        problem("data.idx.counts", Files.write(folder.resolve("a.npz"), npz(true, arrays)), "a.npz: x", 4, 3);
        arrays.put("y", npy("<f4", "(4,)", 0, 0.5, 1, 1));
        problem("data.labels.fractions", Files.write(folder.resolve("a.npz"), npz(true, arrays)), "0.5");
        arrays.put("y", npy("|u1", "(4, 2)", 1, 1, 0, 1, 1, 0, 1, 0));
        problem("data.labels.shape", Files.write(folder.resolve("a.npz"), npz(true, arrays)), "(4, 2)");
    }

    @Test
    void testImagesThatDoNotGoWithTrainingImages() throws Exception {
        Map<String, byte[]> arrays = new LinkedHashMap<>();
        arrays.put("x_train", npy("|u1", "(4, 2, 2)", new double[16]));
        arrays.put("x_test", npy("|u1", "(1, 2, 3)", new double[6]));
        problem("data.idx.size", Files.write(folder.resolve("a.npz"), npz(true, arrays)), "3 × 2");
        arrays.put("x_test", npy("|u1", "(1, 2, 2, 3)", new double[12]));
        problem("data.array.channels", Files.write(folder.resolve("a.npz"), npz(true, arrays)), "x_test");
    }

    @Test
    void severalArraysOfWhichAnyMayHoldTheImages() throws Exception {
        Map<String, byte[]> arrays = new LinkedHashMap<>();
        arrays.put("left", npy("|u1", "(4, 2, 2)", new double[16]));
        arrays.put("right", npy("|u1", "(4, 2, 2)", new double[16]));
        problem("data.npy.unclear", Files.write(folder.resolve("a.npz"), npz(true, arrays)), "left (4, 2, 2)");
        problem("data.npy.count", Files.write(folder.resolve("a.npz"), npz(true, Map.of())));
    }

    @Test
    void severalFiles() throws Exception {
        Files.write(folder.resolve("a.npy"), npy("|u1", "(4, 2, 2)", new double[16]));
        Files.write(folder.resolve("b.npz"), npz(true, Map.of("x", npy("|u1", "(4, 2, 2)", new double[16]))));
        problem("data.npy.several", folder, "a.npy, b.npz");
        SpecialFiles.png(folder.resolve("image.png"), 2, 2, 8, 0);
        problem("data.few", folder);
    }

    @Test
    void damagedArchives() throws Exception {
        byte[] archive = npz(false, Map.of("x", npy("|u1", "(9, 8, 8)", new double[576])));
        Path file = Files.write(folder.resolve("a.npz"), Arrays.copyOf(archive, archive.length - 30));
        problem("data.npy.zip", file);
        archive[300] ^= 1; // a pixel, which the archive's sum tells
        problem("data.npy.zip", Files.write(file, archive));
        problem("data.npy.zip", Files.writeString(file, "hello"));
    }

    @Test
    void aBombIsNotUnpacked() throws Exception {
        byte[] header = npy("|u1", "(6000, 512, 512)", new double[0]);
        Path file = SpecialFiles.sparse(folder.resolve("a.npy"), header, header.length + 6000L * 512 * 512);
        problem("data.large", file);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipe() throws Exception {
        SpecialFiles.pipe(folder.resolve("x_train.npy"));
        problem("data.notAFile", folder.resolve("x_train.npy"));
        SpecialFiles.pipe(folder.resolve("a.npz"));
        problem("data.notAFile", folder.resolve("a.npz"));
    }
}
