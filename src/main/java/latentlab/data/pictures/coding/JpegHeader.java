package latentlab.data.pictures.coding;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.stream.ImageInputStream;

/**
 * What a JPEG file says before its pixels, without what ImageIO's reader stumbles over: profiles, thumbnails, comments
 * and marks that are damaged, doubled or in the wrong order. How its colours are coded is told here once, by the rules
 * of most programs, and written down for the reader so that there is nothing for it to guess.
 *
 * @param process the number of its SOF marker: 0, 1 and 2 are common, 55 is JPEG-LS
 * @param bits of a sample
 * @param components 1 grey, 3 colours, 4 inks
 * @param colour how the components are to be taken
 * @param inverted whether 255 is no ink, as Adobe's programs write it
 * @param start what a reader is given in place of the file's first {@code scan} bytes
 * @param scan where the file's first scan begins
 */
record JpegHeader(
        int process,
        int bits,
        int height,
        int width,
        int components,
        Colour colour,
        boolean inverted,
        Orientation orientation,
        byte[] start,
        long scan) {
    /** How components become colours. */
    enum Colour {
        GREY,
        RGB,
        YCC,
        CMYK,
        YCCK
    }

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DHT = 0xC4;
    private static final int DAC = 0xCC;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;
    private static final int JPG = 0xC8;
    private static final int JPEG_LS = 0xF7;
    private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0};

    /** Reads on until the first scan. */
    static JpegHeader read(ImageInputStream in, RowSink sink) throws IOException {
        Reader reader = new Reader();
        in.seek(2);
        while (true) {
            sink.checkWanted();
            int marker = marker(in);
            if (marker == SOS) {
                return reader.header(in.getStreamPosition() - 2);
            }
            if (marker == EOI) {
                throw new EOFException("no pixels");
            }
            // Those from 0xD0 to SOI, and 1, stand alone.
            if (marker > SOI || marker >= 0xC0 && marker < 0xD0) {
                long start = in.getStreamPosition();
                int length = in.readUnsignedShort();
                reader.segment(in, marker, length - 2);
                in.seek(start + Math.max(2, length));
            }
        }
    }

    private static int marker(ImageInputStream in) throws IOException {
        while (true) {
            if (in.readUnsignedByte() == 0xFF) {
                int marker = in.readUnsignedByte();
                while (marker == 0xFF) {
                    marker = in.readUnsignedByte();
                }
                if (marker != 0) {
                    return marker;
                }
            }
        }
    }

    private static final class Reader {
        private final ByteArrayOutputStream tables = new ByteArrayOutputStream();
        private byte[] frame;
        private int process;
        private boolean jfif;
        private int adobe = -1;
        private Orientation orientation = Orientation.UPRIGHT;

        void segment(ImageInputStream in, int marker, int length) throws IOException {
            if (length < 0) {
                throw new IOException("a segment of no length");
            }
            if (marker == APP1) {
                long start = in.getStreamPosition();
                if (starts(in, length, "Exif\0")) {
                    orientation = TiffTags.read(in, start, length).orientation();
                }
            } else if (marker == APP0) {
                jfif |= starts(in, length, "JFIF\0");
            } else if (marker == APP14) {
                adobe = length >= 12 && starts(in, length, "Adobe") ? transform(in) : adobe;
            } else if (marker < APP0 || marker == JPEG_LS) {
                byte[] content = new byte[length];
                in.readFully(content);
                if (marker < 0xD0 && marker != DHT && marker != DAC && marker != JPG || marker == JPEG_LS) {
                    frame(marker, content);
                }
                write(tables, marker, content);
            }
        }

        private static boolean starts(ImageInputStream in, int length, String word) throws IOException {
            byte[] first = new byte[Math.min(length, word.length())];
            in.readFully(first);
            return new String(first, StandardCharsets.ISO_8859_1).equals(word);
        }

        private static int transform(ImageInputStream in) throws IOException {
            in.skipBytes(6);
            return in.readUnsignedByte();
        }

        private void frame(int marker, byte[] content) throws IOException {
            if (frame != null || content.length < 6 || content.length < 6 + 3 * content[5]) {
                throw new IOException("a frame that makes no sense");
            }
            frame = content;
            process = marker - 0xC0;
        }

        JpegHeader header(long scan) throws IOException {
            if (frame == null) {
                throw new IOException("no frame");
            }
            int components = frame[5];
            Colour colour = colour(components);
            ByteArrayOutputStream start = new ByteArrayOutputStream();
            start.write(0xFF);
            start.write(SOI);
            if (colour == Colour.GREY || colour == Colour.YCC) {
                write(start, APP0, JFIF);
            } else {
                byte transform = (byte) (colour == Colour.YCCK ? 2 : 0);
                write(start, APP14, new byte[] {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, transform});
            }
            tables.writeTo(start);
            return new JpegHeader(
                    process,
                    frame[0],
                    (frame[1] & 0xFF) << 8 | frame[2] & 0xFF,
                    (frame[3] & 0xFF) << 8 | frame[4] & 0xFF,
                    components,
                    colour,
                    adobe >= 0,
                    orientation,
                    start.toByteArray(),
                    scan);
        }

        /** As libjpeg tells it. */
        private Colour colour(int components) throws IOException {
            return switch (components) {
                case 1 -> Colour.GREY;
                case 3 -> {
                    boolean letters = frame[6] == 'R' && frame[9] == 'G' && frame[12] == 'B';
                    boolean rgb = !jfif && (adobe >= 0 ? adobe == 0 : letters);
                    yield rgb ? Colour.RGB : Colour.YCC;
                }
                case 4 -> adobe == 2 ? Colour.YCCK : Colour.CMYK;
                default -> throw new IOException(components + " components");
            };
        }

        private static void write(ByteArrayOutputStream out, int marker, byte[] content) {
            out.write(0xFF);
            out.write(marker);
            out.write(content.length + 2 >> 8);
            out.write(content.length + 2);
            out.writeBytes(content);
        }
    }
}
