package latentlab.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import latentlab.data.DatasetFormat.Match;
import latentlab.data.arrays.AsChosen;
import latentlab.data.cifar.CifarFormat;
import latentlab.data.digits.BuiltInDigits;
import latentlab.data.download.DownloadFormat;
import latentlab.data.download.PublicDataset;
import latentlab.data.idx.IdxFormat;
import latentlab.data.npy.NpyFormat;
import latentlab.data.parquet.ParquetFormat;
import latentlab.data.pictures.PicturesFormat;
import latentlab.data.shapes.BuiltInShapes;
import latentlab.data.table.TableFormat;
import latentlab.files.AppFolders;
import latentlab.text.Detached;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Where datasets come from: the formats there are, in the order in which they are asked. A new one is added to {@link
 * #formats}. Safe to use from several threads.
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

    private final List<DatasetFormat> formats;

    public Datasets() {
        this(BuiltInDigits::create);
    }

    /** @param digits what the word "digits" stands for */
    public Datasets(Source digits) {
        this(digits, PublicDataset.ALL, AppFolders.datasets(), PATIENCE);
    }

    /** @param cache keeps a folder for each public dataset that has been downloaded */
    public Datasets(Source digits, List<PublicDataset<?>> publicDatasets, Path cache, Duration patience) {
        this(formats(digits, publicDatasets, cache, patience));
    }

    /** @param formats in the order in which they are asked */
    Datasets(List<DatasetFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /** Words first: a folder that is called as one of them can be given with its path. */
    private static List<DatasetFormat> formats(
            Source digits, List<PublicDataset<?>> publicDatasets, Path cache, Duration patience) {
        Stream<DatasetFormat> downloads =
                publicDatasets.stream().map(dataset -> new DownloadFormat(dataset, cache, patience));
        return Stream.of(
                        Stream.of(
                                new WordFormat(BuiltInDigits.ORIGIN, digits),
                                new WordFormat(BuiltInShapes.ORIGIN, BuiltInShapes::create)),
                        downloads,
                        Stream.of(
                                new IdxFormat(),
                                new CifarFormat(),
                                new NpyFormat(),
                                new TableFormat(),
                                new ParquetFormat(),
                                new PicturesFormat()))
                .<DatasetFormat>flatMap(some -> some)
                .toList();
    }

    /** The origins that are words and not paths: digits, shapes, mnist, fashion, kmnist, cifar10. */
    public List<String> words() {
        return formats.stream()
                .map(DatasetFormat::word)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Loads one dataset: by the first format that is sure of it, or else by the first that may be able to read it.
     *
     * @param request whose origin is one of {@link #words()}, or the path of a folder or a file that a format
     *     recognises, see {@link IdxFormat} and {@link PicturesFormat}
     * @throws Problem if there is no such thing, or it cannot be used: one sentence that names the file and says what
     *     to do
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled, at most a second later
     */
    public Dataset load(DataRequest request, Progress progress) throws Problem {
        String origin = request.origin();
        try {
            return Detached.run(
                    Sentence.of("data.progress.opening", origin),
                    detached -> read(request, detached).askedFor(fromAnywhere(request)),
                    progress);
        } catch (Problem | RuntimeException e) {
            throw e;
        } catch (OutOfMemoryError e) {
            throw DataProblems.outOfMemory(origin, e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Loads one dataset with no more said than where it comes from, see {@link #load(DataRequest, Progress)}. */
    public Dataset load(String origin, Progress progress) throws Problem {
        return load(DataRequest.of(origin), progress);
    }

    /** With whole paths, since the next process may have another working folder. */
    private DataRequest fromAnywhere(DataRequest request) {
        return new DataRequest(whole(request.origin()), whole(request.test()), request.images());
    }

    private String whole(String origin) {
        Path path = origin == null || words().contains(origin) ? null : path(origin);
        return path == null ? origin : path.toString();
    }

    private Dataset read(DataRequest request, Progress progress) throws Problem {
        boolean word = words().contains(request.origin());
        Dataset dataset = find(request, progress);
        if (word) {
            dataset = AsChosen.of(dataset, request.images(), progress);
        }
        if (request.test() != null) {
            DataRequest other = new DataRequest(request.test(), null, request.images());
            dataset = PairedParts.of(request, dataset, find(other, progress));
        } else if (word) {
            // What comes with the app or by a known hash needs no looking at.
            return dataset;
        }
        Runnable watch = () -> progress.report(1, Sentence.of("data.progress.checking"));
        Account account = dataset.account();
        return dataset.withAccount(
                account.withWarnings(DatasetChecks.of(dataset, watch).toArray(Sentence[]::new)));
    }

    private Dataset find(DataRequest request, Progress progress) throws Problem {
        String origin = request.origin();
        Path path = path(origin);
        Match best = null;
        DatasetFormat chosen = null;
        for (DatasetFormat format : formats) {
            Match match = format.match(request, path, progress);
            if (match != null && (best == null || match.fit().compareTo(best.fit()) > 0)) {
                best = match;
                chosen = format;
            }
            if (best != null && best.fit() == DatasetFormat.Fit.SURE) {
                break;
            }
        }
        if (best != null) {
            Dataset dataset = best.read().load(progress);
            boolean folder = chosen.word().isEmpty() && path != null && Files.isDirectory(path);
            return folder ? unread(dataset, chosen, request, path, progress) : dataset;
        }
        if (path == null) {
            // What Java puts in the place of letters that the process's locale does not have.
            String problem = origin.indexOf('\uFFFD') < 0 ? "data.unknown" : "data.locale";
            throw Problem.of(problem, origin, String.join(", ", words()));
        }
        throw Problem.of(Files.isDirectory(path) ? "data.empty" : "data.file", path.toString());
    }

    /** Says what else there is in a folder of which one kind of files was read. */
    private Dataset unread(Dataset dataset, DatasetFormat chosen, DataRequest request, Path folder, Progress progress) {
        if (chosen instanceof PicturesFormat) {
            // Whatever is no picture has been named there.
            return dataset;
        }
        List<Sentence> kinds = new ArrayList<>();
        for (DatasetFormat format : formats) {
            try {
                if (format != chosen && format.match(request, folder, progress) != null) {
                    kinds.add(format.kind());
                }
            } catch (Problem _) {
                // It is there, and cannot be read: opened by itself, it says so.
                kinds.add(format.kind());
            }
        }
        Account account = dataset.account();
        for (Sentence kind : kinds) {
            account = account.withWarnings(Sentence.of("data.warning.formats", folder.toString(), kind));
        }
        return dataset.withAccount(account);
    }

    /** @return null if it is no path, or there is nothing there */
    private static Path path(String origin) {
        try {
            Path path = Path.of(origin).toAbsolutePath().normalize();
            return !origin.isBlank() && Files.exists(path) ? path : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
