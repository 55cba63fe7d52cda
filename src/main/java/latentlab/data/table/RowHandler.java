package latentlab.data.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/** Turns the fields of a row into pixels and a label as they come, without a string for each. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<RowHandler.Outcome> {
    /** What became of a row. */
    enum Outcome {
        READ,
        /** There is nothing in it. */
        BLANK,
        /** It has more or fewer fields than the others. */
        RAGGED,
        /** A pixel is no number, or there is no label. */
        BROKEN
    }

    private final TableColumns columns;
    private final DecimalText numbers;
    /** By column: which pixel of an image, or -1. */
    private final int[] places;

    private final float[] pixels;
    private String label;
    private boolean broken;
    private boolean blank;
    private boolean bytes;

    RowHandler(TableColumns columns) {
        this.columns = columns;
        numbers = new DecimalText(columns.point());
        places = new int[columns.count()];
        Arrays.fill(places, -1);
        for (int i = 0; i < columns.pixels().length; i++) {
            places[columns.pixels()[i]] = i;
        }
        pixels = new float[columns.pixels().length];
    }

    @Override
    protected void handleBegin(long line) {
        label = null;
        broken = false;
        blank = false;
        bytes = true;
    }

    @Override
    protected void handleEmpty() {
        blank = true;
    }

    @Override
    protected void handleField(int column, char[] buffer, int offset, int length, boolean quoted) {
        if (column >= places.length) {
            return;
        }
        if (places[column] >= 0) {
            double number = numbers.parse(buffer, offset, length);
            pixels[places[column]] = (float) number;
            broken |= Double.isNaN(number);
            bytes &= number >= 0 && number <= 255 && number == (int) number;
        } else if (column == columns.label()) {
            label = new String(buffer, offset, length).strip();
            broken |= label.isEmpty();
        }
    }

    @Override
    protected Outcome buildRecord() {
        if (blank) {
            return Outcome.BLANK;
        }
        if (getFieldCount() != columns.count()) {
            return Outcome.RAGGED;
        }
        return broken ? Outcome.BROKEN : Outcome.READ;
    }

    /** The line at which the last row begins, from 1 on. */
    long line() {
        return getStartingLineNumber();
    }

    /** Of the last row, or null. */
    String label() {
        return label;
    }

    /** Whether the last row's pixels are whole numbers from 0 to 255. */
    boolean bytes() {
        return bytes;
    }

    /** The last row's pixels, until the next one comes. */
    float[] pixels() {
        return pixels;
    }
}
