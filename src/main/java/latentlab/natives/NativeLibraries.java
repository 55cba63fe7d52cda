package latentlab.natives;

import java.io.IOException;
import java.lang.module.Configuration;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import latentlab.files.AppFolders;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * The native libraries the engine needs, which come in jars and must be unpacked once before they can be loaded: some
 * 416 MB. JavaCPP would do so by itself, but into the home folder, without a message, and without a way to stop it.
 */
public final class NativeLibraries {
    /** System property: where JavaCPP looks for unpacked libraries, and where it unpacks the others. */
    private static final String FOLDER = "org.bytedeco.javacpp.cachedir";

    /** ND4J's property, which as a system property comes before that of its own file. */
    private static final String FACTORY = "ndarrayfactory.class";

    private static final String TOOLKIT_FOLDER = "javafx.cachedir";
    private static final String TOOLKIT_MODULE = "javafx.graphics";
    private static final long TOOLKIT_BYTES = 20_000_000;
    /** What JavaCPP adds itself: OpenBLAS under a second name. */
    private static final long ADDED_BYTES = 31_000_000;

    /** JavaCPP's lock file, locked while it unpacks. */
    private static final String LOCK = ".lock";

    /** The beginning of JavaCPP's message that no jar has a library for this system. */
    private static final String ABSENT = "Could not find";

    private static final long POLL_MILLIS = 100;

    private static boolean loaded;
    private static boolean loading;
    /** What is being unpacked, for the threads that wait for it; null if nothing is. */
    private static volatile Sentence what;

    private static volatile double fraction;
    /** Used only by the thread that loads. */
    private static CacheFolder.Chosen chosen;

    private NativeLibraries() {}

    /**
     * Unpacks the libraries that are not unpacked yet and loads all. Returns at once if that is done already; if
     * several threads call it, one does the work and the others wait.
     *
     * @param progress receives the progress of unpacking, and of nothing else
     * @throws Problem if there is no place to unpack them, or they cannot be loaded
     * @throws CancellationException if {@code progress} throws it; half-unpacked files are removed
     */
    public static void load(Progress progress) throws Problem {
        if (!begin(progress)) {
            return;
        }
        boolean fine = false;
        try {
            unpackAndLoad(progress);
            fine = true;
        } finally {
            end(fine);
        }
    }

    /** Like {@link #load}, without progress: for classes that need the libraries for their initialisation. */
    public static void require() {
        try {
            load(Progress.NONE);
        } catch (Problem problem) {
            throw new IllegalStateException(problem);
        }
    }

    /**
     * Makes JavaFX keep its own few libraries in the same place. Call it before the toolkit starts. A JavaFX that is
     * part of the Java unpacks none, as in the package: nothing is made for them there.
     *
     * @throws Problem if there is no place for them
     */
    public static void placeToolkit() throws Problem {
        if (System.getProperty(TOOLKIT_FOLDER) == null
                && !inJava(ModuleLayer.boot().configuration(), TOOLKIT_MODULE)) {
            System.setProperty(
                    TOOLKIT_FOLDER,
                    CacheFolder.choose("openjfx", _ -> TOOLKIT_BYTES).path().toString());
        }
    }

    /** Whether a module is part of the Java itself, and not of a jar. */
    static boolean inJava(Configuration modules, String name) {
        return modules.findModule(name)
                .flatMap(module -> module.reference().location())
                .filter(location -> location.getScheme().equals("jrt"))
                .isPresent();
    }

    /** Waits while another thread loads. @return whether this thread is to load; false if the libraries are loaded */
    private static boolean begin(Progress progress) {
        while (true) {
            synchronized (NativeLibraries.class) {
                if (loaded || !loading) {
                    loading = !loaded;
                    return loading;
                }
                try {
                    NativeLibraries.class.wait(POLL_MILLIS);
                } catch (InterruptedException _) {
                    throw interrupted();
                }
            }
            Sentence now = what;
            if (now != null) {
                progress.report(fraction, now);
            }
        }
    }

    private static synchronized void end(boolean fine) {
        loaded = fine;
        loading = false;
        NativeLibraries.class.notifyAll();
    }

    private static void unpackAndLoad(Progress progress) throws Problem {
        String folder = System.getProperty(FOLDER);
        try {
            if (folder == null) {
                List<NativeFile> files = NativeFile.all();
                if (chosen == null) {
                    chosen = CacheFolder.choose("natives", place -> needed(files, place));
                }
                folder = chosen.path().toString();
                List<NativeFile> missing = missing(files, chosen.path());
                if (!missing.isEmpty()) {
                    unpack(missing, progress);
                }
                System.setProperty(FOLDER, folder);
            }
            OpenBlasKernels.choose();
            Loader.load(openblas_nolapack.class);
            // By name: ND4J starts with the class, and has to know it before.
            System.setProperty(FACTORY, BlasFactory.class.getName());
        } catch (IOException | UnsatisfiedLinkError | NoClassDefFoundError e) {
            if (reason(e).startsWith(ABSENT)) {
                throw new Problem(Sentence.of("natives.absent", Loader.Detector.getPlatform()), e);
            }
            throw new Problem(Sentence.of("natives.failed", String.valueOf(folder), reason(e), AppFolders.CACHE), e);
        }
    }

    private static long needed(List<NativeFile> files, Path folder) throws IOException {
        long bytes = 0;
        for (NativeFile file : files) {
            bytes += file.hasSize(folder) ? 0 : file.bytes();
        }
        return bytes == 0 ? 0 : bytes + ADDED_BYTES;
    }

    private static List<NativeFile> missing(List<NativeFile> files, Path folder) throws IOException {
        List<NativeFile> missing = new ArrayList<>();
        for (NativeFile file : files) {
            if (!file.isUnpacked(folder)) {
                missing.add(file);
            }
        }
        return missing;
    }

    private static void unpack(List<NativeFile> missing, Progress progress) throws IOException {
        long total = needed(missing, chosen.path());
        Sentence now = Sentence.of(
                chosen.temporary() ? "natives.unpacking.temporary" : "natives.unpacking",
                CacheFolder.megabytes(total),
                AppFolders.CACHE);
        if (total > 0) { // else only times are set, too quick to report
            fraction = 0;
            what = now;
            progress.report(0, now);
        }
        try (FileChannel lock =
                FileChannel.open(chosen.path().resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!lock(lock, () -> progress.report(-1, now))) {
                return; // a file system without locks: JavaCPP takes care of it itself
            }
            long done = 0;
            for (NativeFile file : missing) {
                // Another process may have unpacked it in the meantime.
                if (!file.isUnpacked(chosen.path())) {
                    long before = done;
                    file.unpack(chosen.path(), written -> {
                        fraction = Math.min(1, (double) (before + written) / total);
                        progress.report(fraction, now);
                    });
                }
                done += file.bytes();
            }
        } finally {
            what = null;
        }
    }

    /** Waits until no other process holds the lock. @return false if the file system has no locks */
    private static boolean lock(FileChannel channel, Runnable waiting) {
        CompletableFuture<Boolean> lock = CompletableFuture.supplyAsync(() -> {
            try {
                return channel.lock() != null;
            } catch (IOException e) {
                return false;
            }
        });
        while (true) {
            try {
                return lock.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                waiting.run();
            } catch (ExecutionException e) {
                return false;
            } catch (InterruptedException _) {
                throw interrupted();
            }
        }
    }

    /** The system's own words, which the innermost cause has. */
    private static String reason(Throwable e) {
        Throwable last = e;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException();
    }
}
