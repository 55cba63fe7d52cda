package latentlab.export.animation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses a few colours that come near to many: boxes in a grid over red, green and blue are cut where that leaves the
 * least squared distance from the means of their colours, the box with the most of it first. After X. Wu, Efficient
 * statistical computations for optimal color quantization, Graphics Gems II, 1991.
 */
final class ColourQuantiser {
    private static final int BITS = 5;
    private static final int CELLS = 1 << BITS;

    /** Of each cell: pixels, sums of red, green and blue, and the sum of their squares. */
    private final double[][] cells = new double[CELLS * CELLS * CELLS][];

    private ColourQuantiser() {}

    /**
     * @param pixels 0xRRGGBB
     * @param most how many colours there may be, at least 1
     * @return the colours themselves if they are no more than that; otherwise means of those that lie together
     */
    static int[] colours(int[] pixels, int most) {
        int[] distinct = Arrays.stream(pixels).distinct().toArray();
        return distinct.length <= most ? distinct : new ColourQuantiser().cut(pixels, most);
    }

    /** A box of cells, ends not included, with the sums over it. */
    private final class Box {
        private final int[] from;
        private final int[] to;
        private final double[] sums = new double[5];

        Box(int[] from, int[] to) {
            this.from = from;
            this.to = to;
            for (int red = from[0]; red < to[0]; red++) {
                for (int green = from[1]; green < to[1]; green++) {
                    for (int blue = from[2]; blue < to[2]; blue++) {
                        add(sums, cells[(red * CELLS + green) * CELLS + blue], 1);
                    }
                }
            }
        }

        /** Squared distances from the mean, all together. */
        double spread() {
            return sums[4] - weight(sums);
        }

        /** @return the two halves that are nearest to their means; empty if it is one cell */
        List<Box> halves() {
            double best = -1;
            int axis = -1;
            int place = 0;
            for (int along = 0; along < 3; along++) {
                double[] before = new double[5];
                for (int at = from[along] + 1; at < to[along]; at++) {
                    add(before, slice(along, at - 1).sums, 1);
                    double[] after = sums.clone();
                    add(after, before, -1);
                    if (before[0] > 0 && after[0] > 0 && weight(before) + weight(after) > best) {
                        best = weight(before) + weight(after);
                        axis = along;
                        place = at;
                    }
                }
            }
            if (axis < 0) {
                return List.of();
            }
            int[] end = to.clone();
            end[axis] = place;
            int[] start = from.clone();
            start[axis] = place;
            return List.of(new Box(from, end), new Box(start, to));
        }

        private Box slice(int along, int at) {
            int[] start = from.clone();
            start[along] = at;
            int[] end = to.clone();
            end[along] = at + 1;
            return new Box(start, end);
        }

        int mean() {
            return channel(1) << 16 | channel(2) << 8 | channel(3);
        }

        private int channel(int sum) {
            return (int) Math.round(sums[sum] / sums[0]);
        }
    }

    /** Of the squared sum, what the mean accounts for. */
    private static double weight(double... sums) {
        return sums[0] == 0 ? 0 : (sums[1] * sums[1] + sums[2] * sums[2] + sums[3] * sums[3]) / sums[0];
    }

    private static void add(double[] sums, double[] more, int sign) {
        for (int i = 0; more != null && i < sums.length; i++) {
            sums[i] += sign * more[i];
        }
    }

    private int[] cut(int[] pixels, int most) {
        for (int rgb : pixels) {
            int red = rgb >> 16 & 0xFF;
            int green = rgb >> 8 & 0xFF;
            int blue = rgb & 0xFF;
            int cell = (red >> 8 - BITS) * CELLS * CELLS + (green >> 8 - BITS) * CELLS + (blue >> 8 - BITS);
            if (cells[cell] == null) {
                cells[cell] = new double[5];
            }
            add(cells[cell], new double[] {1, red, green, blue, red * red + green * green + blue * blue}, 1);
        }
        List<Box> whole = new ArrayList<>();
        List<Box> boxes = new ArrayList<>(List.of(new Box(new int[3], new int[] {CELLS, CELLS, CELLS})));
        while (!boxes.isEmpty() && whole.size() + boxes.size() < most) {
            Box widest =
                    boxes.stream().max(Comparator.comparingDouble(Box::spread)).orElseThrow();
            boxes.remove(widest);
            List<Box> halves = widest.halves();
            if (halves.isEmpty()) {
                whole.add(widest);
            }
            boxes.addAll(halves);
        }
        whole.addAll(boxes);
        return whole.stream().mapToInt(Box::mean).toArray();
    }
}
