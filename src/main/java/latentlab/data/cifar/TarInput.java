package latentlab.data.cifar;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/**
 * A tar archive, an entry after another: reading it gives the content of the entry it is at. What only extensions of
 * the format can write, such as names of more than a hundred bytes, is not made out.
 */
final class TarInput extends InputStream {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE = 124;
    private static final int SUM = 148;
    private static final int TYPE = 156;
    /** Writers fill the last of their blocks up; nobody's are larger. */
    private static final int MOST_PADDING = 1 << 20;

    private final InputStream in;
    private final byte[] block = new byte[BLOCK];
    private long left;
    private int padding;

    /** @param in the archive, unpacked */
    TarInput(InputStream in) {
        this.in = in;
    }

    /**
     * An entry.
     *
     * @param name its path within the archive
     * @param bytes that its header promises
     * @param file whether it is an ordinary file
     */
    record Entry(String name, long bytes, boolean file) {}

    /**
     * @return the next entry; null after the last, when the archive has been read to its end
     * @throws EOFException if the archive ends too early
     * @throws ZipException if it is none, or damaged
     */
    Entry next() throws IOException {
        while (left > 0) {
            if (read(block, 0, BLOCK) < 0) {
                throw new EOFException();
            }
        }
        whole(padding);
        int read = in.readNBytes(block, 0, BLOCK);
        if (read > 0 && read < BLOCK) {
            throw new EOFException();
        }
        int sum = 0;
        for (byte value : block) {
            sum += value & 0xFF;
        }
        if (read == 0 || sum == 0) {
            // Not everybody writes the empty blocks that are to end it.
            end();
            return null;
        }
        // The sum is of the header with blanks in place of the sum itself.
        for (int i = SUM; i < TYPE; i++) {
            sum += ' ' - (block[i] & 0xFF);
        }
        if (sum != octal(SUM, TYPE)) {
            throw new ZipException("a header of the tar archive is damaged");
        }
        left = octal(SIZE, SIZE + 12);
        padding = (int) (-left & BLOCK - 1);
        int end = 0;
        while (end < NAME && block[end] != 0) {
            end++;
        }
        String name = new String(block, 0, end, StandardCharsets.UTF_8);
        return new Entry(name, left, block[TYPE] == 0 || block[TYPE] == '0');
    }

    /** What follows the last entry is read too, for whoever takes the archive's sum, and for gzip's own. */
    private void end() throws IOException {
        for (int rest = 0; rest <= MOST_PADDING; ) {
            int read = in.readNBytes(block, 0, BLOCK);
            if (read == 0) {
                return;
            }
            rest += read;
        }
        throw new ZipException("the tar archive goes on after its end");
    }

    private void whole(int bytes) throws IOException {
        if (in.readNBytes(block, 0, bytes) < bytes) {
            throw new EOFException();
        }
    }

    private long octal(int from, int to) throws ZipException {
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = block[i];
            if (digit >= '0' && digit <= '7') {
                number = 8 * number + digit - '0';
            } else if (digit != ' ' && digit != 0) {
                throw new ZipException("a number in a header of the tar archive is damaged");
            }
        }
        return number;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** Ends with the content of the entry, or of the archive if that is cut short. */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0 && length > 0) {
            return -1;
        }
        int read = in.read(buffer, offset, (int) Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }
}
