package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Files that no reader must trust: pipes, devices behind links, and gigabytes that take no room on the disk. */
public final class SpecialFiles {
    private SpecialFiles() {}

    /** A pipe that nobody ever writes into: whoever opens it waits for ever. */
    public static Path pipe(Path path) throws Exception {
        Files.createDirectories(path.getParent());
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();
        return path;
    }

    /** A link to a device that never ends. */
    public static Path endless(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        return Files.createSymbolicLink(path, Path.of("/dev/zero"));
    }

    /** A file that begins as given and goes on with zeros, of which a disk keeps none. */
    public static Path sparse(Path path, byte[] start, long length) throws IOException {
        Files.createDirectories(path.getParent());
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.write(start);
            file.setLength(length);
        }
        return path;
    }

    /** What a grey PNG of that size begins with. */
    public static byte[] pngHeader(int width, int height) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        header.writeBytes(chunk("IHDR", header(width, height, 8, 0)));
        return header.toByteArray();
    }

    /**
     * A black picture of any size in a small file, made without the memory for its pixels.
     *
     * @param bits of a sample: 8 or 16
     * @param type PNG's: 0 is grey, 2 RGB, 6 RGB with transparency
     */
    public static Path png(Path path, int width, int height, int bits, int type) throws IOException {
        int samples = type == 0 ? 1 : type == 2 ? 3 : 4;
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (OutputStream deflated = new DeflaterOutputStream(rows, new Deflater(1))) {
            byte[] row = new byte[1 + width * samples * bits / 8];
            for (int y = 0; y < height; y++) {
                deflated.write(row);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        file.writeBytes(chunk("IHDR", header(width, height, bits, type)));
        file.writeBytes(chunk("IDAT", rows.toByteArray()));
        file.writeBytes(chunk("IEND", new byte[0]));
        Files.createDirectories(path.getParent());
        return Files.write(path, file.toByteArray());
    }

    /** The start of a GIF of any size up to 65,535 pixels a side, which has no pixels. */
    public static Path gif(Path path, int width, int height) throws IOException {
        ByteBuffer file = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
        file.put("GIF89a".getBytes(StandardCharsets.US_ASCII));
        file.putShort((short) width).putShort((short) height).put(new byte[] {(byte) 0x87, 0, 0});
        file.put(new byte[3 * 256]);
        file.put((byte) ',')
                .putInt(0)
                .putShort((short) width)
                .putShort((short) height)
                .put((byte) 0);
        file.put(new byte[] {8, 0, ';'});
        Files.createDirectories(path.getParent());
        return Files.write(path, Arrays.copyOf(file.array(), file.position()));
    }

    private static byte[] header(int width, int height, int bits, int type) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {(byte) bits, (byte) type, 0, 0, 0})
                .array();
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] checked = ByteBuffer.allocate(4 + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        CRC32 sum = new CRC32();
        sum.update(checked);
        return ByteBuffer.allocate(8 + checked.length)
                .putInt(content.length)
                .put(checked)
                .putInt((int) sum.getValue())
                .array();
    }
}
