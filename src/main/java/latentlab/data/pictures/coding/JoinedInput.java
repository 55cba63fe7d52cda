package latentlab.data.pictures.coding;

import java.io.IOException;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/** A file with another beginning. */
final class JoinedInput extends ImageInputStreamImpl {
    private final byte[] start;
    private final ImageInputStream in;
    /** Where in the file it goes on after the beginning. */
    private final long rest;

    JoinedInput(byte[] start, ImageInputStream in, long rest) {
        this.start = start;
        this.in = in;
        this.rest = rest;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int wish) throws IOException {
        checkClosed();
        bitOffset = 0;
        if (wish == 0) {
            return 0;
        }
        int count;
        if (streamPos < start.length) {
            count = Math.min(wish, start.length - (int) streamPos);
            System.arraycopy(start, (int) streamPos, bytes, offset, count);
        } else {
            in.seek(streamPos - start.length + rest);
            count = in.read(bytes, offset, wish);
        }
        streamPos += Math.max(0, count);
        return count;
    }

    @Override
    public long length() {
        try {
            return in.length() < 0 ? -1 : in.length() - rest + start.length;
        } catch (IOException e) {
            return -1;
        }
    }
}
