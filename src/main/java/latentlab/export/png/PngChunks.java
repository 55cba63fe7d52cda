package latentlab.export.png;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** A PNG, chunk by chunk, in the order in which they are written. "PNG Specification, Third Edition", W3C 2025. */
public final class PngChunks {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte DEPTH = 8;
    private static final byte GREY = 0;
    private static final byte TRUE_COLOUR = 2;

    private final OutputStream out;

    /**
     * Begins the file.
     *
     * @param grey whether a pixel is one byte; otherwise it is red, green and blue
     */
    public PngChunks(OutputStream out, int width, int height, boolean grey) throws IOException {
        this.out = out;
        out.write(SIGNATURE);
        write(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(DEPTH)
                        .put(grey ? GREY : TRUE_COLOUR)
                        .array());
    }

    /** @param type four letters */
    public void write(String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        out.write(number(content.length));
        out.write(name);
        out.write(content);
        out.write(number((int) crc.getValue()));
    }

    /** @param keyword a few Latin letters; @param text of ASCII letters */
    public void text(String keyword, String text) throws IOException {
        write("tEXt", (keyword + '\0' + text).getBytes(StandardCharsets.US_ASCII));
    }

    /** Ends the file; without it, it is not whole. */
    public void finish() throws IOException {
        write("IEND", new byte[0]);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
}
