package latentlab.data.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The {@link Pattern} as files, byte by byte where no writer of Java's makes them. */
final class CodedPictures {
    static final String PNG = "\u0089PNG\r\n\u001a\n";
    private static final int SIDE = Pattern.SIDE;
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {0, 4, 8, 8}, {4, 0, 8, 4}, {0, 2, 4, 4}, {2, 0, 4, 2}, {0, 1, 2, 2}, {1, 0, 2, 1}
    };
    /** Lossless. */
    private static final String WEBP = "2f1bc0060027a0906d04181fd32f740ad94680f131fd42a7906d04181fd32f74f31f009244d27f"
            + "db40211b49d02a9cc2299cc2fa53edfd0211fd9f007c8ef41e89f225971f48941fd84ada790a";

    private CodedPictures() {}

    /** @return a grey PNG of eight bits, with more chunks before its pixels */
    static byte[] png(byte[]... chunks) {
        return png(8, 0, false, (y, x) -> new int[] {Pattern.at(y, x)}, chunks);
    }

    /**
     * @param type PNG's number of it
     * @param samples of a pixel, by row and column
     * @param chunks before the pixels
     */
    static byte[] png(
            int bits, int type, boolean interlaced, BiFunction<Integer, Integer, int[]> samples, byte[]... chunks) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        for (int[] pass : interlaced ? PASSES : new int[][] {{0, 0, 1, 1}}) {
            for (int y = pass[0]; y < SIDE; y += pass[2]) {
                rows.write(0);
                int waiting = 0;
                int held = 0;
                for (int x = pass[1]; x < SIDE; x += pass[3]) {
                    for (int sample : samples.apply(y, x)) {
                        held = held << bits | sample;
                        for (waiting += bits; waiting >= 8; waiting -= 8) {
                            rows.write(held >> waiting - 8);
                        }
                        held &= (1 << waiting) - 1;
                    }
                }
                if (waiting > 0) {
                    rows.write(held << 8 - waiting);
                }
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(latin(PNG));
        ByteBuffer header = ByteBuffer.allocate(13).putInt(SIDE).putInt(SIDE);
        header.put(new byte[] {(byte) bits, (byte) type, 0, 0, (byte) (interlaced ? 1 : 0)});
        file.writeBytes(chunk("IHDR", header.array()));
        for (byte[] each : chunks) {
            file.writeBytes(each);
        }
        file.writeBytes(chunk("IDAT", deflated(rows.toByteArray())));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out, new Deflater(9))) {
            packed.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    /** A PNG's chunk with its length and checksum. */
    static byte[] chunk(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(latin(name));
        sum.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(latin(name))
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }

    /** What a camera says of how it was held. */
    static byte[] exif(int orientation, ByteOrder order) {
        return ByteBuffer.allocate(26)
                .order(order)
                .put(latin(order == ByteOrder.BIG_ENDIAN ? "MM" : "II"))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 274)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    /** A JPEG of the best quality. */
    static byte[] jpeg(BufferedImage image, boolean progressive) throws IOException {
        return jpeg(new IIOImage(image, null, null), progressive);
    }

    static byte[] jpeg(IIOImage image, boolean progressive) throws IOException {
        return written("jpeg", image, progressive, param -> {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(1);
        });
    }

    /**
     * @param progressive coarse first: a progressive JPEG, an interlaced PNG
     * @param settings of the writer, besides
     */
    static byte[] written(String format, IIOImage image, boolean progressive, Consumer<ImageWriteParam> settings)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            settings.accept(param);
            writer.setOutput(stream);
            writer.write(null, image, param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** A segment of a JPEG. */
    static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    /** 32 bits a pixel, the fourth byte unused and zero, as some programs write it. */
    static byte[] bmp32() {
        ByteBuffer file = ByteBuffer.allocate(54 + 4 * SIDE * SIDE).order(ByteOrder.LITTLE_ENDIAN);
        file.put(latin("BM")).putInt(file.capacity()).putInt(0).putInt(54);
        file.putInt(40).putInt(SIDE).putInt(SIDE).putShort((short) 1).putShort((short) 32);
        file.putInt(0)
                .putInt(4 * SIDE * SIDE)
                .putInt(2835)
                .putInt(2835)
                .putInt(0)
                .putInt(0);
        for (int y = SIDE - 1; y >= 0; y--) {
            for (int x = 0; x < SIDE; x++) {
                byte light = (byte) Pattern.at(y, x);
                file.put(light).put(light).put(light).put((byte) 0);
            }
        }
        return file.array();
    }

    /**
     * @param photometric 0 white is zero, 1 black is zero
     * @param format 1 whole numbers, 3 floating-point numbers
     * @param white what stands for white
     */
    static byte[] tiff(int photometric, int bits, int format, double white, int orientation, ByteOrder order) {
        int[][] tags = {
            {256, SIDE},
            {257, SIDE},
            {258, bits},
            {259, 1},
            {262, photometric},
            {273, 8},
            {274, orientation},
            {277, 1},
            {278, SIDE},
            {279, SIDE * SIDE * bits / 8},
            {339, format}
        };
        int pixels = SIDE * SIDE * bits / 8;
        ByteBuffer file =
                ByteBuffer.allocate(8 + pixels + 2 + 12 * tags.length + 4).order(order);
        file.put(latin(order == ByteOrder.BIG_ENDIAN ? "MM" : "II"))
                .putShort((short) 42)
                .putInt(8 + pixels);
        for (int i = 0; i < SIDE * SIDE; i++) {
            double value = Pattern.at(i / SIDE, i % SIDE) / 255.0 * white;
            double written = photometric == 0 ? white - value : value;
            switch (bits) {
                case 8 -> file.put((byte) Math.round(written));
                case 16 -> file.putShort((short) Math.round(written));
                default -> file.putFloat((float) written);
            }
        }
        file.putShort((short) tags.length);
        for (int[] tag : tags) {
            file.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
        }
        return file.array();
    }

    /** @param exif said in it, or null */
    static byte[] webp(byte[] exif) {
        byte[] pixels = riff("VP8L", HexFormat.of().parseHex(WEBP));
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        chunks.writeBytes(latin("WEBP"));
        if (exif != null) {
            byte side = SIDE - 1;
            chunks.writeBytes(riff("VP8X", new byte[] {8, 0, 0, 0, side, 0, 0, side, 0, 0}));
        }
        chunks.writeBytes(pixels);
        if (exif != null) {
            chunks.writeBytes(riff("EXIF", exif));
        }
        return riff("RIFF", chunks.toByteArray());
    }

    private static byte[] riff(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(latin(name))
                .putInt(content.length)
                .put(content)
                .array();
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
