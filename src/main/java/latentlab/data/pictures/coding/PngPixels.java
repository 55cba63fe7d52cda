package latentlab.data.pictures.coding;

import java.util.Arrays;

/** Turns a PNG's rows of samples into planes of 0 to 255. */
final class PngPixels {
    private final PngHeader header;
    private final int columns;
    private final float[][] planes;
    private final int[] samples;
    /** Of the palette: planes of its colours and their opacity. */
    private final float[][] colours;

    /** @param columns pixels of each row */
    PngPixels(PngHeader header, int columns, float[][] planes) {
        this.header = header;
        this.columns = columns;
        this.planes = planes;
        samples = new int[header.samples()];
        colours = header.type() == 3 ? palette(header) : null;
    }

    /** What the palette does not have is black, as other programs show it. */
    private static float[][] palette(PngHeader header) {
        float[][] colours = new float[4][256];
        Arrays.fill(colours[3], 255);
        for (int i = 0; i < header.palette().length / 3; i++) {
            for (int colour = 0; colour < 3; colour++) {
                colours[colour][i] = header.palette()[3 * i + colour] & 0xFF;
            }
        }
        for (int i = 0; header.clear() != null && i < header.clear().length; i++) {
            colours[3][i] = header.clear()[i] & 0xFF;
        }
        return colours;
    }

    /** @param row the filter's number, and the packed samples */
    void unpack(byte[] row) {
        switch (header.bits()) {
            case 8 -> bytes(row);
            case 16 -> words(row);
            default -> bits(row);
        }
    }

    private void bytes(byte[] row) {
        int step = header.samples();
        for (int x = 0; x < columns; x++) {
            for (int sample = 0; sample < step; sample++) {
                samples[sample] = row[1 + x * step + sample] & 0xFF;
            }
            pixel(x, 1);
        }
    }

    private void words(byte[] row) {
        int step = 2 * header.samples();
        for (int x = 0; x < columns; x++) {
            for (int sample = 0; sample < samples.length; sample++) {
                int at = 1 + x * step + 2 * sample;
                samples[sample] = (row[at] & 0xFF) << 8 | row[at + 1] & 0xFF;
            }
            pixel(x, 255f / 65_535);
        }
    }

    private void bits(byte[] row) {
        int bits = header.bits();
        int most = (1 << bits) - 1;
        for (int x = 0; x < columns; x++) {
            int place = x * bits;
            samples[0] = row[1 + place / 8] >> 8 - bits - place % 8 & most;
            pixel(x, 255f / most);
        }
    }

    private void pixel(int x, float scale) {
        if (colours != null) {
            for (int plane = 0; plane < planes.length; plane++) {
                planes[plane][x] = colours[plane][samples[0]];
            }
            return;
        }
        for (int sample = 0; sample < samples.length; sample++) {
            planes[sample][x] = samples[sample] * scale;
        }
        if (planes.length > samples.length) {
            planes[samples.length][x] = clear() ? 0 : 255;
        }
    }

    /** Whether the pixel has the one colour that is declared transparent. */
    private boolean clear() {
        byte[] clear = header.clear();
        for (int sample = 0; sample < samples.length; sample++) {
            int value =
                    2 * sample + 1 < clear.length ? (clear[2 * sample] & 0xFF) << 8 | clear[2 * sample + 1] & 0xFF : -1;
            if (value != samples[sample]) {
                return false;
            }
        }
        return true;
    }
}
