package latentlab.data.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

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

    /**
     * @param in can be marked
     * @param buffer in bytes
     * @return what is packed in it; itself if it is no gzip file
     */
    public static InputStream unpacked(InputStream in, int buffer) throws IOException {
        return begins(in) ? new GZIPInputStream(in, buffer) : in;
    }
}
