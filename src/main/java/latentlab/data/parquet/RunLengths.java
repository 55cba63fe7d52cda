package latentlab.data.parquet;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Small numbers as Parquet packs them: runs of equal ones, and groups of eight with as many bits as are needed. */
final class RunLengths {
    private final ByteBuffer in;
    private final int bits;
    private long left;
    private boolean packed;
    private int value;
    private long buffer;
    private int buffered;

    /** @param bits of each number, 0 to 32 */
    RunLengths(ByteBuffer in, int bits) throws IOException {
        if (bits < 0 || bits > Integer.SIZE) {
            throw new IOException("numbers of " + bits + " bits");
        }
        this.in = in;
        this.bits = bits;
    }

    /** @throws IOException if there are no more */
    int next() throws IOException {
        try {
            while (left == 0) {
                begin();
            }
            left--;
            return packed ? unpacked() : value;
        } catch (BufferUnderflowException e) {
            throw new IOException("too few numbers", e);
        }
    }

    private void begin() throws IOException {
        long head = Thrift.varint(in);
        packed = (head & 1) == 1;
        left = packed ? 8 * (head >>> 1) : head >>> 1;
        if (left == 0 && !in.hasRemaining() || left < 0) {
            throw new IOException("a run of nothing");
        }
        if (!packed) {
            value = 0;
            for (int i = 0; i < (bits + 7) / 8; i++) {
                value |= (in.get() & 0xFF) << 8 * i;
            }
        }
        buffer = 0;
        buffered = 0;
    }

    private int unpacked() {
        while (buffered < bits) {
            buffer |= (in.get() & 0xFFL) << buffered;
            buffered += 8;
        }
        int number = (int) (buffer & (1L << bits) - 1);
        buffer >>>= bits;
        buffered -= bits;
        return number;
    }
}
