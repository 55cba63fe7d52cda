package latentlab.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.data.digits.BuiltInDigits;
import latentlab.data.download.Download;
import latentlab.data.download.PublicDataset;
import latentlab.data.idx.IdxFiles;
import latentlab.data.pictures.ImageFolder;
import latentlab.data.pictures.PictureMemory;
import latentlab.files.AppFolders;
import latentlab.text.Detached;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Where datasets come from: the built-in digits, public ones that are downloaded once, and the user's own folders. Safe to use
 * from several threads.
 */
public final class Datasets {
    /** Makes or reads one dataset. */
    @FunctionalInterface
    public interface Source {
        /**
         * @throws Problem if it cannot be had
         * @throws java.util.concurrent.CancellationException if the progress has been cancelled
         */
        Dataset load(Progress progress) throws Problem;
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Source digits;
    private final List<PublicDataset> publicDatasets;
    private final Path cache;
    private final Duration patience;
    private final PictureMemory memory = PictureMemory.ofHeap();

    public Datasets() {
        this(BuiltInDigits::create);
    }

    /** @param digits what the word "digits" stands for */
    public Datasets(Source digits) {
        this(digits, PublicDataset.ALL, AppFolders.datasets(), PATIENCE);
    }

    /** @param cache keeps a folder for each public dataset that has been downloaded */
    public Datasets(Source digits, List<PublicDataset> publicDatasets, Path cache, Duration patience) {
        this.digits = digits;
        this.publicDatasets = publicDatasets;
        this.cache = cache;
        this.patience = patience;
    }

    /** The origins that are words and not paths: digits, mnist, fashion, kmnist. */
    public static List<String> words() {
        return Stream.concat(
                        Stream.of(BuiltInDigits.ORIGIN),
                        PublicDataset.ALL.stream().map(PublicDataset::origin))
                .toList();
    }

    /**
     * Loads one dataset.
     *
     * @param origin one of {@link #words()}; or the path of a folder that holds IDX files ({@link IdxFiles}) or images
     *     ({@link ImageFolder}); or of an IDX file, which stands for its folder
     * @throws Problem if there is no such thing, or it cannot be used: one sentence that names the file and says what to do
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled, at most a second later
     */
    public Dataset load(String origin, Progress progress) throws Problem {
        try {
            return Detached.run(
                    Sentence.of("data.progress.opening", origin), detached -> find(origin, detached), progress);
        } catch (Problem | RuntimeException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw DataProblems.outOfMemory(origin, e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Dataset find(String origin, Progress progress) throws Problem {
        if (origin.equals(BuiltInDigits.ORIGIN)) {
            return digits.load(progress);
        }
        for (PublicDataset dataset : publicDatasets) {
            if (origin.equals(dataset.origin())) {
                Split split = new Download(dataset, cache.resolve(origin), patience).load(progress);
                return dataset(dataset.brand(), origin, split, dataset.classNames());
            }
        }
        return open(path(origin), progress);
    }

    private static Path path(String origin) throws Problem {
        try {
            Path path = Path.of(origin).toAbsolutePath().normalize();
            if (!origin.isBlank() && Files.exists(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // No path, and none of the words: the same sentence.
        }
        throw Problem.of("data.unknown", origin, String.join(", ", words()));
    }

    private Dataset open(Path path, Progress progress) throws Problem {
        if (!Files.isDirectory(path)) {
            if (!IdxFiles.named(path)) {
                throw Problem.of("data.file", path.toString());
            }
            return open(path, IdxFiles.find(path.getParent(), path, progress), progress);
        }
        IdxFiles files = IdxFiles.find(path, null, progress);
        if (files != null) {
            return open(path, files, progress);
        }
        ImageFolder images = ImageFolder.find(path, progress);
        if (images == null) {
            throw Problem.of("data.empty", path.toString());
        }
        return dataset(name(path), path.toString(), images.read(memory, progress), images.classNames());
    }

    private static Dataset open(Path origin, IdxFiles files, Progress progress) throws Problem {
        Split split = files.read(progress);
        int classes = Math.max(split.train().classes(), split.test().classes());
        List<String> names =
                IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        return dataset(name(files.folder()), origin.toString(), split, names);
    }

    /** A folder's own name; a whole disk has none. */
    private static String name(Path folder) {
        return folder.getFileName() == null
                ? folder.toString()
                : folder.getFileName().toString();
    }

    private static Dataset dataset(String name, String origin, Split split, List<String> classNames) {
        return new Dataset(Sentence.of("data.name", name), origin, split.train(), split.test(), classNames);
    }
}
