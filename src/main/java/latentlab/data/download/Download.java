package latentlab.data.download;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import latentlab.data.DataProblems;
import latentlab.data.Split;
import latentlab.data.download.HttpFetch.NoConnectionException;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Gets a public dataset from its cache folder, and what is not there, or no longer as it should be, from the mirrors.
 *
 * <p>A file arrives under the name {@code ….part}, which a later download goes on with, and gets its own name when its
 * checksum is right: whatever has its own name has once been whole. Of several windows and processes one downloads at a
 * time, and the others find what it has brought ({@link DownloadTurn}). Where the file system has no locks, each has
 * part files of its own, and whichever is whole last stays.
 *
 * @param <T> what each of the files holds
 */
public final class Download<T> {
    /** Requests to one mirror for one file, as long as each brings something. */
    private static final int MAX_REQUESTS = 50;

    static final String PART = ".part";

    private final PublicDataset<T> dataset;
    private final Path folder;
    private final Duration patience;
    /** The one that worked last in front. */
    private final List<URI> mirrors;

    /**
     * @param folder the cache; created when there is something to put in
     * @param patience how long a mirror may say nothing at all
     */
    public Download(PublicDataset<T> dataset, Path folder, Duration patience) {
        this.dataset = dataset;
        this.folder = folder;
        this.patience = patience;
        mirrors = new ArrayList<>(dataset.mirrors());
    }

    /** @throws Problem if it is neither here nor to be had, or cannot be kept */
    public Split load(Progress progress) throws Problem {
        long total = dataset.files().stream().mapToLong(RemoteFile::bytes).sum();
        List<T> contents = new ArrayList<>();
        try (HttpFetch http = new HttpFetch(patience);
                DownloadTurn turn = new DownloadTurn(folder, dataset.brand())) {
            long done = 0;
            for (RemoteFile<T> file : dataset.files()) {
                Progress part = progress.part((double) done / total, (double) (done + file.bytes()) / total);
                T cached = cached(file, part);
                contents.add(cached != null ? cached : missing(http, turn, file, part));
                done += file.bytes();
            }
        }
        return dataset.parts().of(contents, folder);
    }

    /**
     * @return null if it has to be fetched
     * @throws Problem if it is there and whole, but there is no room for what it holds
     */
    private T cached(RemoteFile<T> file, Progress progress) throws Problem {
        Path cached = folder.resolve(file.name());
        if (!Files.exists(cached)) {
            return null;
        }
        try {
            return file.read(cached, progress);
        } catch (IOException damaged) {
            return null;
        }
    }

    private T missing(HttpFetch http, DownloadTurn turn, RemoteFile<T> file, Progress progress) throws Problem {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw DataProblems.unwritable(folder, e);
        }
        boolean alone = turn.take(progress);
        // Whoever had the turn before may have brought it.
        T brought = cached(file, progress);
        if (brought != null) {
            return brought;
        }
        if (alone) {
            return download(http, file, folder.resolve(file.name() + PART), progress);
        }
        Path mine = OwnPart.of(folder, file.name());
        try {
            return download(http, file, mine, progress);
        } finally {
            OwnPart.delete(mine);
        }
    }

    private T download(HttpFetch http, RemoteFile<T> file, Path part, Progress progress) throws Problem {
        Exception failure = null;
        boolean answered = false;
        for (URI mirror : List.copyOf(mirrors)) {
            try {
                T content = fetch(http, mirror.resolve(file.name()), file, part, progress);
                move(part, folder.resolve(file.name()));
                mirrors.remove(mirror);
                mirrors.addFirst(mirror);
                return content;
            } catch (IOException e) {
                answered |= !(e instanceof NoConnectionException);
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        String key = answered ? "data.download.failed" : "data.download.offline";
        throw new Problem(Sentence.of(key, dataset.brand()), failure);
    }

    private T fetch(HttpFetch http, URI address, RemoteFile<T> file, Path part, Progress progress)
            throws IOException, Problem {
        while (true) {
            boolean resumed = HttpFetch.size(part) > 0;
            complete(http, address, file, part, progress.part(0, 0.9));
            try {
                return file.read(part, progress.part(0.9, 1));
            } catch (IOException wrong) {
                delete(part);
                if (!resumed) {
                    throw new IOException(address + " is not what it should be", wrong);
                }
                // What was here before may be to blame: once more from the start.
            }
        }
    }

    /** Takes a broken transfer up again as long as the mirror gets it further. */
    private static void complete(HttpFetch http, URI address, RemoteFile<?> file, Path part, Progress progress)
            throws IOException, Problem {
        for (int request = 1; ; request++) {
            long before = HttpFetch.size(part);
            try {
                http.fetch(address, part, file, progress);
                return;
            } catch (IOException e) {
                if (HttpFetch.size(part) <= before || request == MAX_REQUESTS) {
                    throw e;
                }
            }
        }
    }

    private static void delete(Path part) throws Problem {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw DataProblems.unwritable(part.getParent(), e);
        }
    }

    private static void move(Path part, Path target) throws Problem {
        try {
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw DataProblems.unwritable(part.getParent(), e);
        }
    }
}
