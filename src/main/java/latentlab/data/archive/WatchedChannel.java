package latentlab.data.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A file that is read through a buffer, asking before each access to the disk whether anybody still waits. */
final class WatchedChannel implements SeekableByteChannel {
    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final Runnable watch;
    private final long size;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    /** Where in the file the buffer begins. */
    private long start;

    private long position;
    private long allowed = Long.MAX_VALUE;

    /** @param watch an exception from it ends the reading */
    WatchedChannel(FileChannel file, Runnable watch) throws IOException {
        this.file = file;
        this.watch = watch;
        size = file.size();
    }

    /** @param bytes so many are handed out from now on, and not one more */
    void allow(long bytes) {
        allowed = bytes;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (position >= size) {
            return -1;
        }
        long within = position - start;
        if (within < 0 || within >= buffer.limit()) {
            fill();
            within = 0;
        }
        int count = (int) Math.min(target.remaining(), buffer.limit() - within);
        if (count > allowed) {
            throw new IOException("more than may be read at once");
        }
        allowed -= count;
        target.put(target.position(), buffer, (int) within, count);
        target.position(target.position() + count);
        position += count;
        return count;
    }

    private void fill() throws IOException {
        watch.run();
        start = position;
        buffer.clear().limit((int) Math.min(BUFFER, size - start));
        while (buffer.hasRemaining()) {
            if (file.read(buffer, start + buffer.position()) < 0) {
                throw new IOException("shorter than it was");
            }
        }
        buffer.flip();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }
}
