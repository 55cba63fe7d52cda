package latentlab.figure.map;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import latentlab.figure.Area;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.Stroke;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;
import latentlab.map.ClassMiddles.Middle;
import latentlab.map.LabelPlaces;
import latentlab.map.LabelPlaces.Box;
import latentlab.map.MapArea;
import latentlab.map.MapPoints;
import latentlab.map.MapPoints.Kind;
import latentlab.map.MapProjection;

/**
 * The second cue beside colour: each class' name at the middle of its points, or near it with a line to it; beside its
 * band in a strip.
 */
public final class MapLabels {
    /** No names at all. */
    public static final MapLabels NONE = new MapLabels(List.of(), List.of(), 0);

    /** A name on the map, and the middle of the points it belongs to. */
    private record Label(String name, double anchorX, double anchorY, Box place) {}

    /** A name in the gutter left of a strip. */
    private record BandName(String name, double y) {}

    private static final TextStyle NAME = new TextStyle(16, true, Ink.of(Role.TEXT), Align.CENTER, Level.MIDDLE, false);
    private static final TextStyle BAND = new TextStyle(12, true, Ink.of(Role.TEXT), Align.RIGHT, Level.MIDDLE, false);
    private static final Stroke HALO = Stroke.of(Ink.of(Role.BACKGROUND), 4);
    private static final Stroke LEADER = Stroke.of(Ink.of(Role.TEXT), 1);
    /** Names that are pushed apart until all have room; of more, some are left out. */
    private static final int MOST_APART = 20;

    private static final double BAND_HEIGHT = 14;
    private static final double MOST_GUTTER = 96;
    /** Between a band's name and the strip. */
    private static final double GAP = 8;

    private final List<Label> labels;
    private final List<BandName> bands;
    /** Where the names of bands end. */
    private final double bandsRight;

    private MapLabels(List<Label> labels, List<BandName> bands, double bandsRight) {
        this.labels = labels;
        this.bands = bands;
        this.bandsRight = bandsRight;
    }

    /**
     * @param pen that names are measured with
     * @param name of a class
     * @return width of the room left of a strip, in points
     */
    public static double gutter(Pen pen, MapPoints points, IntFunction<String> name) {
        double widest = 0;
        for (Middle middle : points.middles()) {
            widest = Math.max(widest, pen.width(name.apply(middle.label()), BAND));
        }
        return Math.min(MOST_GUTTER, Math.ceil(widest) + 20);
    }

    /**
     * Finds places for the names: on a map, of the classes whose middle is in sight, none on another, of many classes
     * the largest that have room, and no names where all would point at one spot; in a strip, of as many as have room.
     *
     * @param pen that names are measured with
     * @param hidden classes without a name
     * @param name of a class
     */
    public static MapLabels of(Pen pen, MapProjection projection, BitSet hidden, IntFunction<String> name) {
        MapPoints points = projection.points();
        if (points.kind() == Kind.STRIP) {
            return new MapLabels(List.of(), beside(projection, hidden, name), projection.gutter() - GAP);
        }
        return points.collapsed() ? NONE : new MapLabels(among(pen, projection, hidden, name), List.of(), 0);
    }

    private static List<Label> among(Pen pen, MapProjection projection, BitSet hidden, IntFunction<String> name) {
        List<Middle> shown = projection.points().middles().stream()
                .filter(middle -> !hidden.get(middle.label())
                        && projection.sight().contains(projection.placeX(middle.x()), projection.placeY(middle.y())))
                .toList();
        if (shown.size() > MOST_APART) {
            return largest(pen, projection, shown, name);
        }
        List<Box> belong = new ArrayList<>();
        for (Middle middle : shown) {
            belong.add(box(pen, projection, middle, name));
        }
        List<Box> places = LabelPlaces.apart(belong, projection.width(), projection.height());
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            labels.add(new Label(
                    name.apply(shown.get(i).label()),
                    belong.get(i).x(),
                    belong.get(i).y(),
                    places.get(i)));
        }
        return labels;
    }

    private static Box box(Pen pen, MapProjection projection, Middle middle, IntFunction<String> name) {
        return new Box(
                projection.placeX(middle.x()),
                projection.placeY(middle.y()),
                pen.width(name.apply(middle.label()), NAME) + 2,
                NAME.size() + 1);
    }

    /** Of so many that there is no room beside, the largest classes that do not cover one another, in their places. */
    private static List<Label> largest(
            Pen pen, MapProjection projection, List<Middle> shown, IntFunction<String> name) {
        List<Box> taken = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        for (Middle middle : shown.stream()
                .sorted(Comparator.comparingInt(Middle::count).reversed())
                .toList()) {
            Box place = box(pen, projection, middle, name);
            if (taken.stream().noneMatch(place::overlaps)) {
                taken.add(place);
                labels.add(new Label(name.apply(middle.label()), place.x(), place.y(), place));
            }
        }
        return labels;
    }

    private static List<BandName> beside(MapProjection projection, BitSet hidden, IntFunction<String> name) {
        MapPoints points = projection.points();
        double bands = points.frame().y().max();
        MapArea sight = projection.sight();
        double free = Double.NEGATIVE_INFINITY;
        List<BandName> names = new ArrayList<>();
        for (Middle middle : points.middles()) {
            double top = Math.max(sight.minY(), projection.placeY(bands - middle.label()));
            double bottom = Math.min(sight.maxY(), projection.placeY(bands - middle.label() - 1));
            double y = (top + bottom) / 2;
            if (!hidden.get(middle.label()) && y >= free && top < bottom) {
                names.add(new BandName(name.apply(middle.label()), y));
                free = y + BAND_HEIGHT;
            }
        }
        return names;
    }

    public void draw(Pen pen) {
        for (BandName band : bands) {
            pen.text(band.name(), bandsRight, band.y(), bandsRight, BAND);
        }
        for (Label label : labels) {
            Box place = label.place();
            if (!place.contains(label.anchorX(), label.anchorY())) {
                pen.line(label.anchorX(), label.anchorY(), place.x(), place.y(), LEADER);
                pen.fillEllipse(new Area(label.anchorX() - 2, label.anchorY() - 2, 4, 4), LEADER.ink());
            }
        }
        for (Label label : labels) {
            pen.textWithHalo(label.name(), label.place().x(), label.place().y(), NAME, HALO);
        }
    }
}
