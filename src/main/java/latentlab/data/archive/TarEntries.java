package latentlab.data.archive;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * What is in a tar archive, an entry after another, within bounds: neither is there more than there may be, nor a name
 * so long that it would fill the memory. At damage there are {@link IllegalArgumentException} and
 * {@link ArithmeticException} too, from the library.
 */
public final class TarEntries {
    /** Between two files there are names and dates, and at the end blocks filled up: no more than that. */
    private static final int HEADERS = 1 << 20;

    private final Counted counted;
    private final Headers tar;

    /**
     * @param unpacked the archive
     * @param names how names are written unless the archive says otherwise
     * @param most bytes of it that there may be
     */
    public TarEntries(InputStream unpacked, Charset names, long most) {
        counted = new Counted(unpacked, most);
        tar = new Headers(counted, names.name());
    }

    /** Tells a block of zeros, which is an archive's end, from there being no more. */
    private static final class Headers extends TarArchiveInputStream {
        /** Of an entry; a long name has one of its own before that. */
        private int headers;

        private boolean cut;

        Headers(InputStream in, String encoding) {
            super(in, encoding);
        }

        @Override
        protected boolean isEOFRecord(byte[] block) {
            cut = block == null;
            headers++;
            return super.isEOFRecord(block);
        }
    }

    /** Bytes as they come out of the packing, of which there may be so many and no more. */
    private static final class Counted extends FilterInputStream {
        private static final int BUFFER = 1 << 16;

        private long left;
        private long read;

        Counted(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = in.read(bytes, offset, length);
            left -= Math.max(0, some);
            read += Math.max(0, some);
            if (left < 0) {
                throw new TooMuch();
            }
            return some;
        }

        @Override
        public long skip(long wish) throws IOException {
            return Math.max(0, read(new byte[(int) Math.clamp(wish, 0, BUFFER)]));
        }
    }

    static final class TooMuch extends IOException {}

    private interface Step<T> {
        T read() throws IOException;
    }

    private <T> T bounded(Step<T> step) throws IOException {
        long left = counted.left;
        long allowed = Math.min(left, HEADERS);
        counted.left = allowed;
        T read = step.read();
        counted.left += left - allowed;
        return read;
    }

    /**
     * Goes on behind the entry it is at.
     *
     * @return the next; null after the last
     * @throws EOFException if the archive is cut short within a header, or before what it announces
     */
    public TarArchiveEntry next() throws IOException {
        TarArchiveEntry entry = tar.getCurrentEntry();
        if (entry != null && entry.isSparse()) {
            // Its holes would be read as zeros without end.
            return tar.getNextEntry();
        }
        if (entry != null) {
            tar.transferTo(OutputStream.nullOutputStream());
        }
        tar.headers = 0;
        TarArchiveEntry next = bounded(tar::getNextEntry);
        if (next == null && tar.cut && (tar.headers > 1 || counted.read % tar.getRecordSize() != 0)) {
            throw new EOFException();
        }
        return next;
    }

    /** Whether the archive says that it ends where it does: one that does not may have been cut between two entries. */
    public boolean ended() {
        return !tar.cut;
    }

    /** @return of the entry it is at; ends with that */
    public InputStream content() {
        return tar;
    }

    /**
     * Reads what follows the last entry, for whoever takes the archive's sum, and for gzip's own.
     *
     * @throws EOFException if the archive is cut short within a block
     */
    public void end() throws IOException {
        long rest = bounded(() -> counted.transferTo(OutputStream.nullOutputStream()));
        if ((tar.getBytesRead() + rest) % tar.getRecordSize() != 0) {
            throw new EOFException();
        }
    }
}
