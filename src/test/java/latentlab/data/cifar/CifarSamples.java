package latentlab.data.cifar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import latentlab.data.idx.IdxSamples;

/** Makes CIFAR-10's archive, with few images. */
public final class CifarSamples {
    public static final String NAME = "cifar-10-binary.tar.gz";
    public static final String FOLDER = "cifar-10-batches-bin/";
    public static final int PIXELS = 3 * 32 * 32;
    private static final int BLOCK = 512;

    private CifarSamples() {}

    /** Records of noise, so that a gzip of them is no smaller, with a label each. */
    public static byte[] records(long seed, int... labels) {
        byte[] records = new byte[labels.length * (1 + PIXELS)];
        new Random(seed).nextBytes(records);
        for (int i = 0; i < labels.length; i++) {
            records[i * (1 + PIXELS)] = (byte) labels[i];
        }
        return records;
    }

    /** Five files of three training images and one of two test images, in no order, and others that are no batches. */
    public static Map<String, byte[]> files() {
        List<Integer> batches = new ArrayList<>(List.of(1, 2, 3, 4, 5));
        Collections.swap(batches, 1, 4);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(FOLDER + "batches.meta.txt", "airplane\n".getBytes(StandardCharsets.US_ASCII));
        files.put(FOLDER + "test_batch.bin", records(6, 9, 5));
        for (int batch : batches) {
            files.put(FOLDER + "data_batch_" + batch + ".bin", records(batch, batch, 0, 9 - batch));
        }
        files.put(FOLDER + "readme.html", new byte[BLOCK]);
        return files;
    }

    /** @return all training images of {@link #files()} without their labels */
    public static byte[] trainPixels() {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        for (int batch = 1; batch <= 5; batch++) {
            byte[] records = files().get(FOLDER + "data_batch_" + batch + ".bin");
            for (int i = 0; i < 3; i++) {
                pixels.write(records, i * (1 + PIXELS) + 1, PIXELS);
            }
        }
        return pixels.toByteArray();
    }

    /** As GNU tar writes it: a folder, the files, and empty blocks up to a multiple of twenty. */
    public static byte[] tar(Map<String, byte[]> files) {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        tar.writeBytes(header(FOLDER, 0, '5'));
        files.forEach((name, bytes) -> {
            tar.writeBytes(header(name, bytes.length, '0'));
            tar.writeBytes(bytes);
            tar.writeBytes(new byte[-bytes.length & BLOCK - 1]);
        });
        tar.writeBytes(new byte[2 * BLOCK]);
        tar.writeBytes(new byte[(20 * BLOCK - tar.size() % (20 * BLOCK)) % (20 * BLOCK)]);
        return tar.toByteArray();
    }

    public static byte[] archive(Map<String, byte[]> files) {
        return IdxSamples.gzip(tar(files));
    }

    /** @param bytes of its content, as the header says */
    public static byte[] header(String name, long bytes, char type) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000644\0000000000\0000000000\0");
        put(header, 124, octal(bytes, 11) + "\000" + octal(0, 11) + "\0");
        put(header, 148, "        " + type);
        put(header, 257, "ustar  ");
        int sum = 0;
        for (byte value : header) {
            sum += value & 0xFF;
        }
        put(header, 148, octal(sum, 6) + "\0 ");
        return header;
    }

    private static String octal(long number, int digits) {
        return "0".repeat(digits - Long.toOctalString(number).length()) + Long.toOctalString(number);
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }
}
