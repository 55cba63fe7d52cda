package latentlab.library;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import latentlab.data.digits.BuiltInDigits;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.file.SavedRuns;
import latentlab.text.Progress;

/**
 * How long a library takes to be listed, run by hand: the first time from the files, then from the index as at another
 * start, then once more by the same window. The files are in the system's memory by then, as on a fast disk.
 * Arguments: the number of runs, 1,000 by default, and the epochs of each, 3 by default.
 *
 * <pre>
 * ./mvnw -q test-compile exec:exec@benchmark -Dbenchmark.main=latentlab.library.LibraryBenchmark
 * </pre>
 */
final class LibraryBenchmark {
    private LibraryBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int epochs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path folder = Files.createTempDirectory("latent-lab-library-");
        try {
            Path first = folder.resolve("0.latentlab");
            SavedRuns.train(first, BuiltInDigits.create(Progress.NONE), TrainingConfig.DEFAULT.withEpochs(epochs));
            for (int i = 1; i < runs; i++) {
                Files.copy(first, folder.resolve(i + Library.ENDING));
            }
            System.out.printf(Locale.ROOT, "%d runs of %.1f MB%n", runs, Files.size(first) / 1e6);
            for (int turn = 0; turn < 3; turn++) {
                Files.deleteIfExists(folder.resolve("index.sqlite"));
                time("from the files", new Library(folder));
                Library anew = new Library(folder);
                time("from the index", anew);
                time("once more", anew);
            }
            System.out.printf(Locale.ROOT, "index: %.1f MB%n", Files.size(folder.resolve("index.sqlite")) / 1e6);
        } finally {
            delete(folder);
        }
    }

    private static void time(String what, Library library) throws Exception {
        long start = System.nanoTime();
        List<Entry> entries = library.list(Progress.NONE).entries();
        System.out.printf(
                Locale.ROOT, "%-16s %.3f s, %d runs%n", what, (System.nanoTime() - start) / 1e9, entries.size());
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
