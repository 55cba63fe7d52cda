package latentlab.data.parquet;

import java.io.IOException;

/** Unpacks what Snappy has packed, in its raw form, as nearly all Parquet files have it. */
final class Snappy {
    private final byte[] in;
    private final byte[] out;
    private int at;
    private int filled;

    private Snappy(byte[] in, int offset, int length) {
        this.in = in;
        at = offset;
        out = new byte[length];
    }

    /**
     * @param packed the whole of it, from an offset on
     * @param length of what it unpacks to
     * @throws IOException if it unpacks to anything else
     */
    static byte[] unpack(byte[] packed, int offset, int length) throws IOException {
        try {
            Snappy snappy = new Snappy(packed, offset, length);
            snappy.unpack();
            return snappy.out;
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("Snappy that is damaged", e);
        }
    }

    private void unpack() throws IOException {
        int said = 0;
        for (int shift = 0; ; shift += 7) {
            int next = in[at++];
            said |= (next & 0x7F) << shift;
            if (next >= 0) {
                break;
            }
        }
        while (at < in.length) {
            int tag = in[at++] & 0xFF;
            switch (tag & 3) {
                case 0 -> literal(tag >> 2);
                case 1 -> copy(4 + (tag >> 2 & 7), (tag & 0xE0) << 3 | number(1));
                case 2 -> copy(1 + (tag >> 2), number(2));
                default -> copy(1 + (tag >> 2), number(4));
            }
        }
        if (said != out.length || filled != out.length) {
            throw new IOException("Snappy of another length");
        }
    }

    /** @return the number that the next bytes make */
    private int number(int bytes) {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (in[at++] & 0xFF) << 8 * i;
        }
        return number;
    }

    private void literal(int code) {
        int length = 1 + (code < 60 ? code : number(code - 59));
        System.arraycopy(in, at, out, filled, length);
        at += length;
        filled += length;
    }

    /** What is copied may reach into what is being written: it then repeats. */
    private void copy(int length, int back) throws IOException {
        if (back <= 0 || back > filled) {
            throw new IOException("Snappy that copies what is not there");
        }
        for (int i = 0; i < length; i++) {
            out[filled] = out[filled - back];
            filled++;
        }
    }
}
