package latentlab.figure.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import latentlab.figure.Area;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.Stroke;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;
import latentlab.map.LabelPlaces;
import latentlab.map.LabelPlaces.Box;

/**
 * A map on its own: a dot for each image in the colour of its class, the classes' names among them where they are few,
 * a legend with counts.
 *
 * @param words title and caption; cut where they are too long
 * @param places shape [labels.length, 2], upwards
 * @param labels class of each image, or -1
 * @param classNames by label; none where there are no labels
 * @param count how many images a class has, in words
 */
public record MapFigure(Words words, float[] places, int[] labels, List<String> classNames, IntFunction<String> count) {
    /** Size of the figure, in points. */
    public static final int WIDTH = 820;

    public static final int HEIGHT = 720;

    private static final int MARGIN = 28;
    private static final int TOP = 76;
    private static final int LEGEND = 130;
    private static final int LINE = 24;
    /** Diameter of a dot in the legend. */
    private static final double SAMPLE = 11;

    /** With more, their names would cover the map. */
    private static final int MOST_NAMED = 12;

    /** Of a class that has a name on the map; fewer would lie below it. */
    private static final int FEWEST_MEMBERS = 20;

    private static final TextStyle TITLE = new TextStyle(17, true, Ink.of(Role.TEXT), Align.LEFT, Level.MIDDLE, false);
    private static final TextStyle CAPTION = TextStyle.of(12, Role.MUTED, Align.LEFT, Level.MIDDLE);
    private static final TextStyle ENTRY = TextStyle.of(13, Role.TEXT, Align.LEFT, Level.MIDDLE);
    private static final TextStyle COUNT = TextStyle.of(13, Role.TEXT, Align.RIGHT, Level.MIDDLE);
    private static final TextStyle NAME = new TextStyle(15, true, Ink.of(Role.TEXT), Align.CENTER, Level.MIDDLE, false);
    private static final Stroke LEADER = Stroke.of(Ink.of(Role.TEXT), 1);
    private static final Stroke HALO = new Stroke(Ink.of(Role.BACKGROUND), 4, Stroke.Ends.ROUND, 0, 0);

    /**
     * @param title what it is a map of
     * @param caption how it was made and how good it is
     * @param axes what lies along each, across and upwards; none where they mean nothing
     */
    public record Words(String title, String caption, List<String> axes) {
        public Words {
            axes = List.copyOf(axes);
        }
    }

    public void draw(Pen pen) {
        double room = WIDTH - 2 * MARGIN;
        pen.text(pen.cut(words.title(), room, TITLE), MARGIN, 30, TITLE);
        pen.text(pen.cut(words.caption(), room, CAPTION), MARGIN, 54, CAPTION);
        double width = room - (classNames.isEmpty() ? 0 : LEGEND);
        drawDots(pen, new Area(MARGIN, TOP, width, HEIGHT - TOP - MARGIN));
        drawLegend(pen);
    }

    /** One scale for both directions: stretched, clusters would seem nearer than they are. */
    private void drawDots(Pen pen, Area area) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = left;
        double bottom = right;
        for (int i = 0; i < labels.length; i++) {
            left = Math.min(left, places[2 * i]);
            right = Math.max(right, places[2 * i]);
            top = Math.min(top, places[2 * i + 1]);
            bottom = Math.max(bottom, places[2 * i + 1]);
        }
        double diameter = Math.clamp(260 / Math.sqrt(labels.length), 1.4, 7);
        double scale = Math.min(
                (area.width() - diameter) / Math.max(right - left, Float.MIN_NORMAL),
                (area.height() - diameter) / Math.max(bottom - top, Float.MIN_NORMAL));
        double[] drawn = new double[places.length];
        Dots dots = new Dots(pen, area.width(), area.height(), diameter / 2);
        for (int i = 0; i < labels.length; i++) {
            drawn[2 * i] = area.centreX() + scale * (places[2 * i] - (left + right) / 2);
            drawn[2 * i + 1] = area.centreY() - scale * (places[2 * i + 1] - (top + bottom) / 2);
            dots.dot(drawn[2 * i], drawn[2 * i + 1], labels[i]);
            dots.count(drawn[2 * i] - area.x(), drawn[2 * i + 1] - area.y());
        }
        dots.lines(area.x(), area.y());
        if (!words.axes().isEmpty()) {
            AxisNames.across(pen, words.axes().getFirst(), area.x() + area.width(), area.y() + area.height());
            AxisNames.upwards(pen, words.axes().getLast(), area.x(), area.y());
        }
        if (classNames.size() <= MOST_NAMED) {
            drawNames(pen, drawn, area);
        }
    }

    /**
     * In the midst of each class, so that colours need not be compared with the legend; where names would cover one
     * another, beside it, with a line to it.
     */
    private void drawNames(Pen pen, double[] drawn, Area area) {
        List<String> names = new ArrayList<>();
        List<Box> belong = new ArrayList<>();
        for (int label = 0; label < classNames.size(); label++) {
            int middle = middle(label, drawn);
            if (middle >= 0) {
                names.add(classNames.get(label));
                belong.add(new Box(
                        drawn[2 * middle] - area.x(),
                        drawn[2 * middle + 1] - area.y(),
                        pen.width(classNames.get(label), NAME) + 2,
                        NAME.size() + 1));
            }
        }
        List<Box> places = LabelPlaces.apart(belong, area.width(), area.height());
        for (int i = 0; i < places.size(); i++) {
            Box at = places.get(i);
            Box own = belong.get(i);
            if (!at.contains(own.x(), own.y())) {
                double x = own.x() + area.x();
                double y = own.y() + area.y();
                pen.line(x, y, at.x() + area.x(), at.y() + area.y(), LEADER);
                pen.fillEllipse(new Area(x - 2, y - 2, 4, 4), LEADER.ink());
            }
        }
        for (int i = 0; i < places.size(); i++) {
            pen.textWithHalo(
                    names.get(i), places.get(i).x() + area.x(), places.get(i).y() + area.y(), NAME, HALO);
        }
    }

    /** @return the member of a class that is nearest to its midst; -1 where it has too few */
    private int middle(int label, double[] drawn) {
        int[] members = IntStream.range(0, labels.length)
                .filter(i -> labels[i] == label)
                .toArray();
        if (members.length < FEWEST_MEMBERS) {
            return -1;
        }
        double x = median(members, drawn, 0);
        double y = median(members, drawn, 1);
        int middle = members[0];
        for (int member : members) {
            double distance = Math.hypot(drawn[2 * member] - x, drawn[2 * member + 1] - y);
            if (distance < Math.hypot(drawn[2 * middle] - x, drawn[2 * middle + 1] - y)) {
                middle = member;
            }
        }
        return middle;
    }

    private static double median(int[] members, double[] drawn, int axis) {
        double[] sorted = Arrays.stream(members)
                .mapToDouble(i -> drawn[2 * i + axis])
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private void drawLegend(Pen pen) {
        int[] counts = new int[classNames.size()];
        for (int label : labels) {
            if (label >= 0 && label < counts.length) {
                counts[label]++;
            }
        }
        double x = WIDTH - MARGIN - LEGEND + 24;
        double y = TOP + 15.5;
        for (int label = 0; label < counts.length && y < HEIGHT - MARGIN; label++) {
            pen.fillEllipse(new Area(x, y - SAMPLE / 2, SAMPLE, SAMPLE), Ink.ofClass(label, 1));
            String number = count.apply(counts[label]);
            double room = WIDTH - MARGIN - x - 18 - pen.width(number, COUNT) - 8;
            pen.text(pen.cut(classNames.get(label), room, ENTRY), x + 18, y, ENTRY);
            pen.text(number, WIDTH - MARGIN, y, COUNT);
            y += LINE;
        }
    }
}
