package latentlab.run.store;

import latentlab.text.Sentence;

/** A size in words. */
public final class Bytes {
    private static final long KILO = 1 << 10;
    private static final long MEGA = KILO << 10;
    private static final long GIGA = MEGA << 10;

    private Bytes() {}

    /** @return e.g. "126 kB", "128 MB" or "1.5 GB" */
    public static Sentence sentence(long bytes) {
        if (bytes < MEGA) {
            return Sentence.of("run.kilobytes", Math.ceil((double) bytes / KILO));
        }
        return bytes < GIGA
                ? Sentence.of("run.megabytes", Math.ceil((double) bytes / MEGA))
                : Sentence.of("run.gigabytes", (double) bytes / GIGA);
    }
}
