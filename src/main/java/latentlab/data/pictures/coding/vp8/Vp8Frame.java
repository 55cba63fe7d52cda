package latentlab.data.pictures.coding.vp8;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/**
 * A picture as the lossy kind of WebP codes it: the key frame of a VP8 video, after RFC 6386.
 *
 * <p>By hand, because pixels of the reader that there is for WebP are off by tens of 255: it smooths no blocks, and
 * repeats colours in place of spreading them.
 */
public final class Vp8Frame {
    private static final int BLOCK = 16;

    private final Vp8Header header;
    private final int rows;
    private final int columns;
    private final Vp8Plane[] planes;
    private final Vp8Residuals residuals;
    private final byte[] filterLevels;
    private final boolean[] filterInside;
    /** Modes of the small blocks above, and to the left. */
    private final int[] aboveModes;

    private final int[] leftModes = new int[4];
    private int segment;

    /** @throws IOException if the header is none of a picture that stands for itself */
    public Vp8Frame(byte[] data) throws IOException {
        header = new Vp8Header(data);
        rows = Math.ceilDiv(header.height, BLOCK);
        columns = Math.ceilDiv(header.width, BLOCK);
        planes = new Vp8Plane[] {
            new Vp8Plane(rows, columns, BLOCK), new Vp8Plane(rows, columns, 8), new Vp8Plane(rows, columns, 8)
        };
        residuals = new Vp8Residuals(header, columns);
        filterLevels = new byte[rows * columns];
        filterInside = new boolean[rows * columns];
        aboveModes = new int[4 * columns];
    }

    public int height() {
        return header.height;
    }

    public int width() {
        return header.width;
    }

    /**
     * @param watch run for each row of blocks; whatever it throws ends the work
     * @throws IOException if it ends too early
     */
    public void decode(Runnable watch) throws IOException {
        for (int row = 0; row < rows; row++) {
            watch.run();
            residuals.startRow();
            Arrays.fill(leftModes, 0);
            for (int column = 0; column < columns; column++) {
                block(row, column);
            }
        }
        Vp8Filter filter = new Vp8Filter(header.simpleFilter, header.sharpness);
        for (int i = 0; i < filterLevels.length; i++) {
            if (i % columns == 0) {
                watch.run();
            }
            if (filterLevels[i] > 0) {
                filter.block(planes, i / columns, i % columns, filterLevels[i], filterInside[i]);
            }
        }
    }

    private void block(int row, int column) throws EOFException {
        Vp8Bits modes = header.modes;
        if (header.segmentMap) {
            int[] p = header.segmentProbabilities;
            segment = modes.bit(p[0]) == 0 ? modes.bit(p[1]) : 2 + modes.bit(p[2]);
        }
        boolean empty = header.skip >= 0 && modes.bit(header.skip) == 1;
        int mode = lightMode(modes);
        int[] small = smallModes(modes, mode, column);
        int colourMode = colourMode(modes);
        boolean hasMeans = mode != Vp8Prediction.SMALL;
        if (empty) {
            residuals.none(column, hasMeans);
        } else {
            Vp8Bits bits = header.tokens[row % header.tokens.length];
            empty = !residuals.read(bits, column, segment, hasMeans);
        }
        light(row, column, mode, small);
        for (int colour = 0; colour < 2; colour++) {
            Vp8Plane plane = planes[1 + colour];
            Vp8Prediction.large(plane, 8 * row, 8 * column, 8, colourMode);
            for (int i = 0; i < 4; i++) {
                int place = plane.at(8 * row + i / 2 * 4, 8 * column + i % 2 * 4);
                Vp8Transform.add(residuals.blocks, 16 * (16 + 4 * colour + i), plane, place);
            }
        }
        int at = row * columns + column;
        filterLevels[at] = (byte) header.filterLevels[segment][hasMeans ? 0 : 1];
        filterInside[at] = !hasMeans || !empty;
    }

    private static int lightMode(Vp8Bits modes) throws EOFException {
        if (modes.bit(145) == 0) {
            return Vp8Prediction.SMALL;
        }
        if (modes.bit(156) == 0) {
            return modes.bit(163) == 0 ? Vp8Prediction.MEAN : Vp8Prediction.VERTICAL;
        }
        return modes.bit(128) == 0 ? Vp8Prediction.HORIZONTAL : Vp8Prediction.MOTION;
    }

    private static int colourMode(Vp8Bits modes) throws EOFException {
        if (modes.bit(142) == 0) {
            return Vp8Prediction.MEAN;
        }
        if (modes.bit(114) == 0) {
            return Vp8Prediction.VERTICAL;
        }
        return modes.bit(183) == 0 ? Vp8Prediction.HORIZONTAL : Vp8Prediction.MOTION;
    }

    /** @return the modes of the sixteen small blocks */
    private int[] smallModes(Vp8Bits modes, int mode, int column) throws EOFException {
        int[] all = new int[16];
        for (int i = 0; i < 16; i++) {
            int above = 4 * column + i % 4;
            int small = mode == Vp8Prediction.SMALL
                    ? smallMode(modes, (aboveModes[above] * 10 + leftModes[i / 4]) * 9)
                    : Vp8Prediction.smallMode(mode);
            all[i] = small;
            aboveModes[above] = small;
            leftModes[i / 4] = small;
        }
        return all;
    }

    /** @param node where the probabilities for its neighbours' modes begin */
    private static int smallMode(Vp8Bits modes, int node) throws EOFException {
        int[] p = Vp8Tables.BLOCK_MODES;
        for (int mode = 0; mode < 3; mode++) {
            if (modes.bit(p[node + mode]) == 0) {
                return mode;
            }
        }
        if (modes.bit(p[node + 3]) == 0) {
            return modes.bit(p[node + 4]) == 0 ? 3 : 5 + modes.bit(p[node + 5]);
        }
        if (modes.bit(p[node + 6]) == 0) {
            return 4;
        }
        return modes.bit(p[node + 7]) == 0 ? 7 : 8 + modes.bit(p[node + 8]);
    }

    private void light(int row, int column, int mode, int[] small) {
        Vp8Plane plane = planes[0];
        int[] right = new int[4];
        if (mode == Vp8Prediction.SMALL) {
            int above = plane.at(BLOCK * row - 1, BLOCK * column + BLOCK);
            for (int i = 0; i < 4; i++) {
                // There is nothing to the right of the last block but, above the first row, what is all around.
                boolean beyond = column == columns - 1 && row > 0;
                right[i] = plane.get(beyond ? above - 1 : above + i);
            }
        } else {
            Vp8Prediction.large(plane, BLOCK * row, BLOCK * column, BLOCK, mode);
        }
        int[] next = new int[4];
        for (int i = 0; i < 16; i++) {
            int place = plane.at(BLOCK * row + i / 4 * 4, BLOCK * column + i % 4 * 4);
            if (mode == Vp8Prediction.SMALL) {
                for (int k = 0; k < 4; k++) {
                    next[k] = plane.get(place - plane.stride + 4 + k);
                }
                Vp8Prediction.small(plane, place, small[i], i % 4 == 3 ? right : next);
            }
            Vp8Transform.add(residuals.blocks, 16 * i, plane, place);
        }
    }

    /**
     * One row in red, green and blue, colours spread as other programs do: each pixel takes nine parts of its own and
     * seven of its neighbours'.
     *
     * @param colours three planes that are filled in, each value 0 to 255
     */
    public void row(int y, float[][] colours) {
        for (int x = 0; x < header.width; x++) {
            // ITU-R BT.601 in 64ths, with the roundings all other programs have.
            int light = planes[0].get(planes[0].at(y, x)) * 19_077 >> 8;
            int blue = spread(planes[1], y, x);
            int red = spread(planes[2], y, x);
            colours[0][x] = part(light + (red * 26_149 >> 8) - 14_234);
            colours[1][x] = part(light - (blue * 6_419 >> 8) - (red * 13_320 >> 8) + 8_708);
            colours[2][x] = part(light + (blue * 33_050 >> 8) - 17_685);
        }
    }

    private static int part(int sixtyFourths) {
        return Math.clamp(sixtyFourths >> 6, 0, 255);
    }

    private int spread(Vp8Plane plane, int y, int x) {
        int row = y / 2;
        int column = x / 2;
        int nextRow = Math.clamp(row + (y % 2 == 0 ? -1 : 1), 0, (header.height + 1) / 2 - 1);
        int nextColumn = Math.clamp(column + (x % 2 == 0 ? -1 : 1), 0, (header.width + 1) / 2 - 1);
        int sum = 9 * plane.get(plane.at(row, column))
                + 3 * plane.get(plane.at(row, nextColumn))
                + 3 * plane.get(plane.at(nextRow, column))
                + plane.get(plane.at(nextRow, nextColumn));
        return sum + 8 >> 4;
    }
}
