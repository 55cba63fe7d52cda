package latentlab.data.pictures;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import javax.imageio.stream.ImageInputStreamImpl;
import latentlab.files.OrdinaryFile;

/**
 * A picture's file as ImageIO's readers want it, of which only a little is in memory at any time: they go back and
 * forth as they like, and the file may be larger than the heap.
 */
final class PictureInput extends ImageInputStreamImpl {
    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final long length;
    private final BooleanSupplier wanted;
    private final ByteBuffer buffer;
    /** Where in the file the buffer begins. */
    private long start;

    /** @param wanted asked before each access to the disk; once it is false, reading ends in a CancellationException */
    PictureInput(OrdinaryFile file, BooleanSupplier wanted) throws IOException {
        this.file = FileChannel.open(file.path());
        this.wanted = wanted;
        length = file.bytes();
        buffer = ByteBuffer.allocate((int) Math.min(BUFFER, length)).limit(0);
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        if (!fill()) {
            return -1;
        }
        streamPos++;
        return buffer.get() & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int wish) throws IOException {
        bitOffset = 0;
        if (wish == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(wish, buffer.remaining());
        buffer.get(bytes, offset, count);
        streamPos += count;
        return count;
    }

    /** Brings the buffer to the place that is read next. @return false at the end of the file */
    private boolean fill() throws IOException {
        checkClosed();
        long within = streamPos - start;
        if (within >= 0 && within < buffer.limit()) {
            buffer.position((int) within);
            return true;
        }
        if (!wanted.getAsBoolean()) {
            throw new CancellationException();
        }
        if (streamPos >= length) {
            // What is in the buffer stays: readers look for the end, and then go back.
            return false;
        }
        start = streamPos;
        buffer.clear().limit((int) Math.clamp(length - start, 0, buffer.capacity()));
        while (buffer.hasRemaining()) {
            if (file.read(buffer, start + buffer.position()) < 0) {
                break;
            }
        }
        buffer.flip();
        return buffer.hasRemaining();
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        super.close();
        file.close();
    }
}
