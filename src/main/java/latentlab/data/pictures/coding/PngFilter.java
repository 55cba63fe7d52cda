package latentlab.data.pictures.coding;

import java.io.IOException;

/** What PNG does with a row before it packs it: of each byte, it keeps the difference to others before or above it. */
final class PngFilter {
    private PngFilter() {}

    /**
     * @param row the filter's number, then the row, which is put right in its place
     * @param above the row above it, likewise, put right already
     * @param step bytes to the pixel before, at least 1
     */
    static void undo(byte[] row, byte[] above, int step) throws IOException {
        int length = row.length;
        switch (row[0]) {
            case 0 -> {}
            case 1 -> {
                for (int i = 1 + step; i < length; i++) {
                    row[i] += row[i - step];
                }
            }
            case 2 -> {
                for (int i = 1; i < length; i++) {
                    row[i] += above[i];
                }
            }
            case 3 -> {
                for (int i = 1; i < length; i++) {
                    int before = i > step ? row[i - step] & 0xFF : 0;
                    row[i] += (byte) ((before + (above[i] & 0xFF)) / 2);
                }
            }
            case 4 -> {
                for (int i = 1; i < length; i++) {
                    int before = i > step ? row[i - step] & 0xFF : 0;
                    int corner = i > step ? above[i - step] & 0xFF : 0;
                    row[i] += (byte) paeth(before, above[i] & 0xFF, corner);
                }
            }
            default -> throw new IOException("filter " + row[0]);
        }
    }

    private static int paeth(int before, int above, int corner) {
        int guess = before + above - corner;
        int toBefore = Math.abs(guess - before);
        int toAbove = Math.abs(guess - above);
        int toCorner = Math.abs(guess - corner);
        if (toBefore <= toAbove && toBefore <= toCorner) {
            return before;
        }
        return toAbove <= toCorner ? above : corner;
    }
}
