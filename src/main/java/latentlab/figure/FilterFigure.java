package latentlab.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;
import latentlab.figure.TileLayout.Tile;
import latentlab.figure.WeightStrip.Placed;

/**
 * The weights into and out of each unit as images, with the units' numbers above them and the names of their banks at
 * the left.
 *
 * @param layout where the images are
 * @param banks from the top of each line
 * @param number how the number of a unit, counted from 0, is written
 */
public record FilterFigure(TileLayout layout, List<Bank> banks, IntFunction<String> number) {
    private static final double CAPTION_GAP = 8;

    private static final TextStyle NUMBER = TextStyle.of(11, Role.MUTED, Align.CENTER, Level.MIDDLE);
    private static final TextStyle NAME = TextStyle.of(12, Role.MUTED, Align.RIGHT, Level.MIDDLE);
    private static final TextStyle SIZES = TextStyle.of(11, Role.MUTED, Align.RIGHT, Level.MIDDLE);
    private static final Stroke BOX = Stroke.of(Ink.of(Role.GRID), 1);
    private static final Stroke POINTED = Stroke.of(Ink.of(Role.ACCENT), 1.5);

    /** What stands beside the number of a unit. */
    public enum Mark {
        NONE(""),
        DEAD("×"),
        SATURATED("■");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /**
     * The images of one layer.
     *
     * @param name of the layer
     * @param sizes of the layer, below its name
     * @param order the units in the order in which they are shown
     * @param mark of a unit
     */
    public record Bank(String name, String sizes, WeightStrip weights, int[] order, IntFunction<Mark> mark) {}

    /**
     * Draws the lines that can be seen, and those alone.
     *
     * @param top how much of the figure is out of sight above, in points
     * @param height how much is in sight, in points
     * @param pointed the image that is pointed at; null for none
     */
    public void draw(Pen pen, double top, double height, Tile pointed) {
        int columns = layout.columns();
        int first = layout.lineAt(top) * columns;
        int end = Math.min(layout.units(), (layout.lineAt(top + height) + 1) * columns);
        for (int bank = 0; bank < banks.size(); bank++) {
            pen.weights(banks.get(bank).weights(), placed(bank, first, end, top));
            for (int index = first; index < end; index++) {
                Tile tile = new Tile(bank, index);
                describe(pen, tile, area(tile, top), isPointed(tile, pointed));
            }
            for (int line = first; line < end; line += columns) {
                caption(pen, banks.get(bank), layout.y(new Tile(bank, line)) - top);
            }
        }
    }

    private List<Placed> placed(int bank, int first, int end, double top) {
        List<Placed> placed = new ArrayList<>(end - first);
        for (int index = first; index < end; index++) {
            placed.add(new Placed(banks.get(bank).order()[index], area(new Tile(bank, index), top)));
        }
        return placed;
    }

    private Area area(Tile tile, double top) {
        return new Area(layout.x(tile), layout.y(tile) - top, layout.side(), layout.side());
    }

    /** Where a unit has one number for all its images, they are pointed at together. */
    private boolean isPointed(Tile tile, Tile pointed) {
        return pointed != null
                && pointed.index() == tile.index()
                && (!layout.numbers() || pointed.bank() == tile.bank());
    }

    private void describe(Pen pen, Tile tile, Area area, boolean here) {
        Bank bank = banks.get(tile.bank());
        int unit = bank.order()[tile.index()];
        pen.rectangle(
                new Area(area.x() - 0.5, area.y() - 0.5, area.width() + 1, area.height() + 1), here ? POINTED : BOX);
        if (tile.bank() == 0 || layout.numbers()) {
            Mark mark = bank.mark().apply(unit);
            String sign = mark == Mark.NONE ? "" : " " + mark.sign();
            Role unpointed = mark == Mark.NONE ? Role.MUTED : Role.WARNING;
            pen.text(
                    number.apply(unit) + sign,
                    area.centreX(),
                    area.y() - TileLayout.NUMBER_HEIGHT / 2,
                    area.width() + 4,
                    NUMBER.in(here ? Role.TEXT : unpointed));
        }
    }

    private void caption(Pen pen, Bank bank, double y) {
        double x = layout.left() - CAPTION_GAP;
        double room = TileLayout.CAPTION_WIDTH - CAPTION_GAP;
        double middle = y + layout.side() / 2;
        pen.text(bank.name(), x, middle - 8, room, NAME);
        pen.text(bank.sizes(), x, middle + 8, room, SIZES);
    }
}
