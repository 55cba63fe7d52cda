package latentlab.data.arrays;

import java.io.IOException;
import java.io.InputStream;

/** Tells gzip files by their content, whatever they are called. */
public final class Gzip {
    /** Deflate makes at most this many bytes of one. */
    public static final long MAX_RATIO = 1032;

    private Gzip() {}

    /** @param in can be marked; is left where it was */
    public static boolean begins(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
        in.reset();
        return gzip;
    }
}
