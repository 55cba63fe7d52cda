package latentlab.data.pictures;

import java.util.concurrent.Semaphore;
import latentlab.text.Problem;

/**
 * The part of the heap in which pictures are decoded, shared by all that are decoded at once: small ones on every
 * processor, large ones as many as there is room for.
 */
public final class PictureMemory {
    private static final int MEGABYTE_BITS = 20;

    private final int megabytes;
    private final Semaphore free;

    /** @param megabytes of the heap, at least 1 */
    PictureMemory(int megabytes) {
        this.megabytes = megabytes;
        free = new Semaphore(megabytes, true);
    }

    /** A third of the heap: the images themselves may take another, and the rest of the app lives too. */
    public static PictureMemory ofHeap() {
        return new PictureMemory((int) Math.clamp((Runtime.getRuntime().maxMemory() / 3) >> MEGABYTE_BITS, 1, 1 << 20));
    }

    /** A share that nobody else has until it is given back. */
    interface Share extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits until there is room.
     *
     * @param bytes that decoding takes
     * @param file the picture
     * @throws Problem if there never will be
     */
    Share take(long bytes, PictureSource file) throws Problem, InterruptedException {
        long wish = (bytes >> MEGABYTE_BITS) + 1;
        if (wish > megabytes) {
            throw Problem.of("data.images.memory", file.place(), wish, megabytes);
        }
        free.acquire((int) wish);
        return () -> free.release((int) wish);
    }
}
