package latentlab.figure.comparison;

import java.util.ArrayList;
import java.util.List;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;

/** Which colour is which runs, as a column of names. */
final class Legend {
    static final double ROW = 18;
    private static final double SAMPLE = 18;
    /** What it takes beside its names. */
    static final double BESIDE = Styles.GAP + SAMPLE + Styles.GAP / 2 + Styles.GAP;
    /** Wider ones are squeezed: runs are told apart by their colours, too. */
    private static final double MOST = 0.4;

    private static final double SQUEEZED = 0.8;
    /** Between the settings of a name, where it can go on in a second row. */
    private static final String BETWEEN = ", ";

    private static final TextStyle NAME = TextStyle.of(12, Role.TEXT, Align.LEFT, Level.MIDDLE);

    private final List<String> names;
    private final boolean cut;
    /** How many rows each name takes that is drawn. */
    private final List<Integer> rows = new ArrayList<>();
    /** Where it was drawn. */
    private double left = Double.POSITIVE_INFINITY;

    /**
     * @param names in the order of the colours
     * @param cut whether a name too long is broken or cut short rather than squeezed further
     */
    Legend(List<String> names, boolean cut) {
        this.names = names;
        this.cut = cut;
    }

    boolean empty() {
        return names.isEmpty();
    }

    /** @return what its names may take of a figure's width, in points */
    double room(Pen pen, double width) {
        double widest =
                names.stream().mapToDouble(name -> pen.width(name, NAME)).max().orElse(0);
        // Of a name that just fits, rounding would decide whether it is squeezed.
        return Math.min(Math.ceil(widest) + 1, MOST * width);
    }

    /**
     * @param right end of the plot that it stands beside
     * @param height that there is for it; how many more names there are is at its end
     */
    void draw(Pen pen, double right, double height, double room) {
        left = right + Styles.GAP;
        rows.clear();
        List<List<String>> written = written(pen, (int) (height / ROW), room / SQUEEZED);
        int row = 0;
        for (int colour = 0; colour < written.size(); colour++) {
            double y = y(row);
            pen.line(left, y, left + SAMPLE, y, Styles.line(Ink.ofLine(colour, 1), 3));
            for (String words : written.get(colour)) {
                pen.text(words, left + SAMPLE + Styles.GAP / 2, y(row), room, NAME);
                row++;
            }
            rows.add(written.get(colour).size());
        }
        if (written.size() < names.size()) {
            String more = "+" + (names.size() - written.size());
            pen.text(more, left + SAMPLE + Styles.GAP / 2, y(row), room, NAME);
        }
    }

    private static double y(int row) {
        return Styles.TOP + (row + 0.5) * ROW;
    }

    /** @return the lines of each name that there is room for: two of a long one if all names have room then */
    private List<List<String>> written(Pen pen, int most, double room) {
        if (!cut) {
            return names.stream().limit(fitting(most)).map(List::of).toList();
        }
        if (names.size() <= most) {
            List<List<String>> broken =
                    names.stream().map(name -> broken(pen, name, room)).toList();
            if (broken.stream().mapToInt(List::size).sum() <= most) {
                return broken;
            }
        }
        return names.stream()
                .limit(fitting(most))
                .map(name -> List.of(shortened(pen, name, room)))
                .toList();
    }

    private int fitting(int most) {
        return names.size() <= most ? names.size() : Math.max(0, most - 1);
    }

    private static List<String> broken(Pen pen, String name, double room) {
        int end = name.length();
        while (end > 0 && pen.width(name.substring(0, end), NAME) > room) {
            end = name.lastIndexOf(BETWEEN, end - 1);
        }
        if (end == name.length()) {
            return List.of(name);
        }
        return end <= 0
                ? List.of(shortened(pen, name, room))
                : List.of(
                        name.substring(0, end) + BETWEEN.strip(),
                        shortened(pen, name.substring(end + BETWEEN.length()), room));
    }

    /** Without its middle: names of a list often begin alike, and differ at their ends. */
    private static String shortened(Pen pen, String name, double room) {
        String shown = name;
        for (int gone = 1; gone < name.length() - 1 && pen.width(shown, NAME) > room; gone++) {
            int from = (name.length() - gone) / 2;
            shown = name.substring(0, from).stripTrailing()
                    + "…"
                    + name.substring(from + gone).stripLeading();
        }
        return shown;
    }

    /** @return the place among the names of the one at a place, as drawn last; -1 for none */
    int at(double x, double y) {
        double bottom = Styles.TOP;
        for (int name = 0; name < rows.size(); name++) {
            double top = bottom;
            bottom += rows.get(name) * ROW;
            if (x >= left && y >= top && y < bottom) {
                return name;
            }
        }
        return -1;
    }
}
