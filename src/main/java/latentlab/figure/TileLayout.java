package latentlab.figure;

/**
 * Where the units' images are: in lines of so many as fit, one image a bank above the other in each, as large as lets
 * all lines be seen at once; if they do not fit even at their smallest, the lines are scrolled.
 *
 * @param units number of units
 * @param banks images a unit, one above the other
 * @param numbers whether each image has its unit's number above it; if not, those of a unit have it once
 * @param side of an image, in points
 * @param columns units a line
 * @param left where the first of a line is, so that they are in the middle
 */
public record TileLayout(int units, int banks, boolean numbers, double side, int columns, double left) {
    /** Room for what stands left of the images. */
    public static final double CAPTION_WIDTH = 104;
    /** Room for the number above an image. */
    public static final double NUMBER_HEIGHT = 14;

    private static final double GAP = 6;
    private static final double BANK_GAP = 3;
    private static final double LINE_GAP = 6;
    private static final int LEAST = 30;
    private static final int MOST = 112;
    /** Times larger that images must become to be worth another line. */
    private static final double MUCH = 1.25;

    /** Where an image is: of which bank, and how many of the bank's units come before it. */
    public record Tile(int bank, int index) {}

    public static TileLayout of(int units, int banks, boolean numbers, double width, double height) {
        TileLayout best = null;
        for (int lines = 1; lines <= units; lines++) {
            int columns = (units + lines - 1) / lines;
            double across = (width - CAPTION_WIDTH + GAP) / columns - GAP;
            double down = ((height + LINE_GAP) / lines - height(0, banks, numbers)) / banks;
            double side = Math.floor(Math.min(MOST, Math.min(across, down)));
            if (side >= LEAST && (best == null || side > MUCH * best.side)) {
                best = new TileLayout(units, banks, numbers, side, columns, left(side, columns, width));
            }
        }
        int columns = (int) Math.max(1, Math.floor((width - CAPTION_WIDTH + GAP) / (LEAST + GAP)));
        return best == null ? new TileLayout(units, banks, numbers, LEAST, columns, left(LEAST, columns, width)) : best;
    }

    private static double left(double side, int columns, double width) {
        double used = CAPTION_WIDTH + columns * (side + GAP) - GAP;
        return Math.max(0, Math.floor((width - used) / 2)) + CAPTION_WIDTH;
    }

    /** Of a line and the gap below it. */
    private static double height(double side, int banks, boolean numbers) {
        return banks * (side + BANK_GAP) - BANK_GAP + (numbers ? banks : 1) * NUMBER_HEIGHT + LINE_GAP;
    }

    int lines() {
        return (units + columns - 1) / columns;
    }

    private double bankHeight() {
        return side + (numbers ? NUMBER_HEIGHT : 0) + BANK_GAP;
    }

    private double lineHeight() {
        return height(side, banks, numbers);
    }

    /** Of all lines. */
    public double height() {
        return lines() * lineHeight() - LINE_GAP;
    }

    public double x(Tile tile) {
        return left + tile.index % columns * (side + GAP);
    }

    /** Upper edge of the image; its number is above it. */
    public double y(Tile tile) {
        return Math.floorDiv(tile.index, columns) * lineHeight() + NUMBER_HEIGHT + tile.bank * bankHeight();
    }

    /** @return the image at a place, or null */
    public Tile at(double x, double y) {
        int column = (int) Math.floor((x - left) / (side + GAP));
        int line = (int) Math.floor(y / lineHeight());
        if (column < 0 || column >= columns || line < 0) {
            return null;
        }
        for (int bank = 0; bank < banks; bank++) {
            Tile tile = new Tile(bank, line * columns + column);
            double fromTop = y - y(tile);
            if (tile.index < units && x - x(tile) < side && fromTop >= 0 && fromTop < side) {
                return tile;
            }
        }
        return null;
    }

    /**
     * @return the image so many steps further to the right and so many rows of images further down, or the same if
     *     there is none
     */
    public Tile next(Tile tile, int right, int down) {
        int index = tile.index + right;
        int bank = tile.bank;
        if (down != 0) {
            int row = Math.floorDiv(index, columns) * banks + bank + down;
            bank = Math.floorMod(row, banks);
            index = Math.floorDiv(row, banks) * columns + index % columns;
        }
        return index < 0 || index >= units ? tile : new Tile(bank, index);
    }

    /** @return the line at a height, or the nearest there is */
    int lineAt(double y) {
        return Math.clamp((int) Math.floor(y / lineHeight()), 0, Math.max(0, lines() - 1));
    }
}
