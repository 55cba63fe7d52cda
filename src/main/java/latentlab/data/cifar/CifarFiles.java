package latentlab.data.cifar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.data.DataProblems;
import latentlab.data.arrays.ArrayImages;
import latentlab.data.arrays.ImageLayout;
import latentlab.data.arrays.Labels;
import latentlab.data.arrays.NumberArray;
import latentlab.data.arrays.NumberType;
import latentlab.files.OrdinaryFile;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * The binary files of CIFAR-10 or CIFAR-100: records of one or two labels, of which the last counts, and an image of
 * 32x32 pixels, all of its red, then its green, then its blue.
 *
 * @param folder where they lie
 * @param kind which of both
 * @param train files of training images, at least one
 * @param test file of test images, or null
 */
record CifarFiles(Path folder, Kind kind, List<Path> train, Path test) {
    /** The two datasets. */
    enum Kind {
        CIFAR_10(
                10,
                1,
                IntStream.rangeClosed(1, 5)
                        .mapToObj(i -> "data_batch_" + i + ".bin")
                        .toList(),
                "test_batch.bin",
                "batches.meta.txt",
                "cifar-10-batches-bin"),
        CIFAR_100(100, 2, List.of("train.bin"), "test.bin", "fine_label_names.txt", "cifar-100-binary");

        final int classes;
        final int labels;
        final List<String> train;
        final String test;
        private final String names;
        private final String unpacked;

        Kind(int classes, int labels, List<String> train, String test, String names, String unpacked) {
            this.classes = classes;
            this.labels = labels;
            this.train = train;
            this.test = test;
            this.names = names;
            this.unpacked = unpacked;
        }
    }

    /** @return null if a folder holds none of them, neither itself nor in the folder that their archive unpacks to */
    static CifarFiles find(Path folder) {
        for (Kind kind : Kind.values()) {
            for (Path place : List.of(folder, folder.resolve(kind.unpacked))) {
                List<Path> train = kind.train.stream()
                        .map(place::resolve)
                        .filter(Files::exists)
                        .toList();
                Path test = place.resolve(kind.test);
                // Two names as common as train.bin and test.bin tell nothing unless the records fit.
                if (!train.isEmpty() && fits(kind, train.getFirst())) {
                    return new CifarFiles(place, kind, train, Files.exists(test) ? test : null);
                }
            }
        }
        return null;
    }

    private static boolean fits(Kind kind, Path file) {
        try {
            return kind == Kind.CIFAR_10 || Files.size(file) > 0 && Files.size(file) % CifarRecords.bytes(kind) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    static boolean named(Path file) {
        String name = file.getFileName().toString();
        return Stream.of(Kind.values()).anyMatch(kind -> kind.train.contains(name) || kind.test.equals(name));
    }

    /** Whether a folder has the files for Python instead. */
    static boolean pickled(Path folder) {
        return Stream.of(folder, folder.resolve("cifar-10-batches-py"), folder.resolve("cifar-100-python"))
                .anyMatch(place -> Files.isRegularFile(place.resolve("batches.meta"))
                                && Files.isRegularFile(place.resolve("data_batch_1"))
                        || Files.isRegularFile(place.resolve("meta"))
                                && Files.isRegularFile(place.resolve("train"))
                                && Files.isRegularFile(place.resolve("test")));
    }

    /** The file that names the classes, which may be missing. */
    Path names() {
        return folder.resolve(kind.names);
    }

    /** @return names of files of training images that are missing */
    List<String> missing() {
        List<String> missing = new ArrayList<>(kind.train);
        train.forEach(file -> missing.remove(file.getFileName().toString()));
        return missing;
    }

    /**
     * @param files of one part
     * @throws Problem if one has no whole records, or labels that there are not
     */
    ArrayImages read(List<Path> files, Progress progress) throws Problem {
        int record = CifarRecords.bytes(kind);
        long all = 0;
        for (Path file : files) {
            long bytes = size(file);
            if (bytes == 0 || bytes % record != 0) {
                throw Problem.of("data.cifar.format", file.toString(), record);
            }
            all += bytes;
        }
        DataProblems.checkMemory(folder, all);
        CifarRecords records = new CifarRecords(kind, (int) (all / record));
        for (Path file : files) {
            read(file, records, progress);
        }
        String place = files.size() == 1 ? files.getFirst().toString() : folder.toString();
        int[] shape = records.shape();
        NumberArray numbers = new NumberArray(place, NumberType.UINT8, shape, ByteOrder.BIG_ENDIAN, records.pixels());
        return ArrayImages.of(numbers, ImageLayout.of(place, shape), Labels.of(place, records.labels()));
    }

    private static long size(Path file) throws Problem {
        try {
            return OrdinaryFile.of(file).bytes();
        } catch (IOException e) {
            throw DataProblems.unreadable(file, e);
        }
    }

    private static void read(Path file, CifarRecords records, Progress progress) throws Problem {
        Sentence reading =
                Sentence.of("data.progress.reading", file.getFileName().toString());
        double done = records.done();
        try (InputStream in = OrdinaryFile.of(file).open(() -> progress.report(done, reading))) {
            records.read(in, file.toString());
        } catch (IOException e) {
            throw DataProblems.unreadable(file, e);
        }
    }
}
