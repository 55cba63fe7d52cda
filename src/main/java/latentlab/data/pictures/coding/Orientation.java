package latentlab.data.pictures.coding;

/** What is to be done with a picture because of how the camera was held; EXIF numbers these from 1 to 8. */
public enum Orientation {
    UPRIGHT(false, false, false),
    MIRROR(false, true, false),
    HALF_TURN(true, true, false),
    FLIP(true, false, false),
    TRANSPOSE(false, false, true),
    QUARTER_TURN_RIGHT(true, false, true),
    TRANSVERSE(true, true, true),
    QUARTER_TURN_LEFT(false, true, true);

    /** Whether the file's rows go from bottom to top, its columns from right to left. */
    private final boolean rowsBackwards;

    private final boolean columnsBackwards;
    private final boolean columnsAreRows;

    Orientation(boolean rowsBackwards, boolean columnsBackwards, boolean columnsAreRows) {
        this.rowsBackwards = rowsBackwards;
        this.columnsBackwards = columnsBackwards;
        this.columnsAreRows = columnsAreRows;
    }

    /** @return what EXIF means by a number; upright where it means nothing by it */
    public static Orientation of(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
    }

    /** Whether height and width change places. */
    public boolean swaps() {
        return columnsAreRows;
    }

    /**
     * @param plane shape [height, width] as in the file
     * @return shape [height, width], or [width, height] where these change places: upright
     */
    public byte[] turn(byte[] plane, int height, int width) {
        if (this == UPRIGHT) {
            return plane;
        }
        byte[] turned = new byte[plane.length];
        for (int y = 0; y < height; y++) {
            int row = rowsBackwards ? height - 1 - y : y;
            for (int x = 0; x < width; x++) {
                int column = columnsBackwards ? width - 1 - x : x;
                turned[columnsAreRows ? column * height + row : row * width + column] = plane[y * width + x];
            }
        }
        return turned;
    }
}
