package latentlab.data.pictures.coding;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * What the first directory of a TIFF file says that its decoder does not heed. EXIF data are laid out like such a file,
 * whatever file they are in; where they are damaged, they say nothing.
 *
 * @param orientation what makes its picture upright
 * @param several whether there is another directory, and so another picture
 * @param raw whether it is what a camera's sensor has seen, before it has been made a picture
 */
record TiffTags(Orientation orientation, boolean several, boolean raw) {
    private static final TiffTags NONE = new TiffTags(Orientation.UPRIGHT, false, false);

    private static final int KIND_OF_PICTURE = 254;
    private static final int PHOTOMETRIC = 262;
    private static final int ORIENTATION = 274;
    private static final int MORE_DIRECTORIES = 330;
    private static final int DNG_VERSION = 50_706;
    /** Values of PHOTOMETRIC: a mosaic of colours, and the same in lines. */
    private static final int MOSAIC = 32_803;

    private static final int LINEAR_RAW = 34_892;
    private static final int MOST_TAGS = 4_096;

    /**
     * @param start of the data in the file, which may begin with the word Exif and two zeros
     * @param length of the data, in bytes
     */
    static TiffTags read(ImageInputStream in, long start, long length) throws IOException {
        ByteOrder order = in.getByteOrder();
        try {
            in.seek(start);
            byte[] head = new byte[6];
            boolean word = PngHeader.fill(in, head) && new String(head, 0, 4, "ISO-8859-1").equals("Exif");
            return new Reader(in, word ? start + 6 : start, start + length).read();
        } finally {
            in.setByteOrder(order);
        }
    }

    private static final class Reader {
        private final ImageInputStream in;
        private final long start;
        private final long end;
        private boolean big;

        Reader(ImageInputStream in, long start, long end) {
            this.in = in;
            this.start = start;
            this.end = end;
        }

        TiffTags read() throws IOException {
            if (!at(0, 8)) {
                return NONE;
            }
            int order = in.readUnsignedShort();
            if (order != 0x4949 && order != 0x4D4D) {
                return NONE;
            }
            in.setByteOrder(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            big = in.readUnsignedShort() == 43;
            if (big && !at(8, 8)) {
                return NONE;
            }
            return directory(offset());
        }

        private TiffTags directory(long directory) throws IOException {
            if (!at(directory, big ? 8 : 2)) {
                return NONE;
            }
            int count = (int) Math.min(big ? in.readLong() : in.readUnsignedShort(), MOST_TAGS);
            long first = directory + (big ? 8 : 2);
            int size = big ? 20 : 12;
            int orientation = 1;
            int kind = 0;
            int photometric = 0;
            boolean more = false;
            boolean dng = false;
            for (int i = 0; i < count && at(first + (long) i * size, size); i++) {
                int tag = in.readUnsignedShort();
                int value = value();
                switch (tag) {
                    case KIND_OF_PICTURE -> kind = value;
                    case PHOTOMETRIC -> photometric = value;
                    case ORIENTATION -> orientation = value;
                    case MORE_DIRECTORIES -> more = true;
                    case DNG_VERSION -> dng = true;
                    default -> {}
                }
            }
            boolean several = at(first + (long) count * size, big ? 8 : 4) && offset() != 0;
            // A camera's own files begin with a small picture for a list, and have the large one further down.
            boolean raw = dng || photometric == MOSAIC || photometric == LINEAR_RAW || more && (kind & 1) == 1;
            return new TiffTags(Orientation.of(orientation), several, raw);
        }

        /** @return the whole number of a tag whose only value stands in the directory itself */
        private int value() throws IOException {
            int type = in.readUnsignedShort();
            if (big) {
                in.readLong();
            } else {
                in.readInt();
            }
            return type == 3 ? in.readUnsignedShort() : type == 4 ? in.readInt() : 0;
        }

        private long offset() throws IOException {
            return big ? in.readLong() : in.readUnsignedInt();
        }

        /** Goes to a place. @return false if there are not that many bytes there */
        private boolean at(long offset, int bytes) throws IOException {
            long place = start + offset;
            long last = in.length() < 0 ? end : Math.min(end, in.length());
            if (offset < 0 || place + bytes > last) {
                return false;
            }
            in.seek(place);
            return true;
        }
    }
}
