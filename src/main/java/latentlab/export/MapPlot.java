package latentlab.export;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import latentlab.figure.Ink;
import latentlab.figure.Role;
import latentlab.figure.Stroke;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;
import latentlab.text.Messages;
import latentlab.text.Problem;

/**
 * A map as a PNG: a dot for each image in the colour of its class, a legend with counts. No axes, since they mean
 * nothing.
 */
public final class MapPlot {
    /** In points. */
    private static final int WIDTH = 820;

    private static final int HEIGHT = 720;
    private static final int MARGIN = 28;
    private static final int TOP = 76;
    private static final int LEGEND = 130;
    private static final int LINE = 24;

    private static final Color TEXT = new Color(0x222222);
    private static final Color MUTED = new Color(0x666666);

    private static final int OPACITY = 190;

    /** With more, their names would cover the map. */
    private static final int MOST_NAMED = 12;

    /** Of a class that has a name on the map; fewer would lie below it. */
    private static final int FEWEST_MEMBERS = 20;

    private static final TextStyle NAME = new TextStyle(15, true, Ink.of(Role.TEXT), Align.CENTER, Level.MIDDLE, false);
    private static final Stroke HALO = new Stroke(Ink.of(Role.BACKGROUND), 4, Stroke.Ends.ROUND, 0, 0);

    private final MapPicture map;
    private final Lettering lettering;
    private final Graphics2D graphics;

    private MapPlot(MapPicture map, Lettering lettering, Graphics2D graphics) {
        this.map = map;
        this.lettering = lettering;
        this.graphics = graphics;
    }

    /**
     * @param messages language of the words; English where the fonts of this machine lack its letters
     * @throws Problem when the file cannot be written
     */
    public static void write(Path file, MapPicture map, Messages messages) throws Problem {
        Lettering lettering = Lettering.of(messages, "export.map.count");
        OutputFile.write(
                file,
                out -> PngEncoder.write(WIDTH, HEIGHT, graphics -> new MapPlot(map, lettering, graphics).paint(), out));
    }

    private void paint() {
        Messages words = lettering.messages();
        text(words.text(map.title()), lettering.bold(17), TEXT, MARGIN, 36, WIDTH - 2 * MARGIN);
        text(words.text(map.caption()), lettering.plain(12), MUTED, MARGIN, 58, WIDTH - 2 * MARGIN);
        boolean labelled = !map.classNames().isEmpty();
        double width = WIDTH - 2 * MARGIN - (labelled ? LEGEND : 0);
        paintDots(new Rectangle2D.Double(MARGIN, TOP, width, HEIGHT - TOP - MARGIN));
        if (labelled) {
            paintLegend();
        }
    }

    /** One scale for both directions: stretched, clusters would seem nearer than they are. */
    private void paintDots(Rectangle2D area) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = left;
        double bottom = right;
        for (int i = 0; i < map.count(); i++) {
            left = Math.min(left, map.places()[2 * i]);
            right = Math.max(right, map.places()[2 * i]);
            top = Math.min(top, map.places()[2 * i + 1]);
            bottom = Math.max(bottom, map.places()[2 * i + 1]);
        }
        double diameter = Math.clamp(260 / Math.sqrt(map.count()), 1.4, 7);
        double scale = Math.min(
                (area.getWidth() - diameter) / Math.max(right - left, Float.MIN_NORMAL),
                (area.getHeight() - diameter) / Math.max(bottom - top, Float.MIN_NORMAL));
        AffineTransform ontoPicture = new AffineTransform();
        ontoPicture.translate(area.getCenterX(), area.getCenterY());
        ontoPicture.scale(scale, -scale); // upwards, as plots have it
        ontoPicture.translate(-(left + right) / 2, -(top + bottom) / 2);
        float[] places = new float[2 * map.count()];
        ontoPicture.transform(map.places(), 0, places, 0, map.count());
        for (int i = 0; i < map.count(); i++) {
            Color colour = ClassColours.LIGHT.of(map.label(i));
            graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), OPACITY));
            graphics.fill(new Ellipse2D.Double(
                    places[2 * i] - diameter / 2, places[2 * i + 1] - diameter / 2, diameter, diameter));
        }
        if (map.classNames().size() <= MOST_NAMED) {
            for (int label = 0; label < map.classNames().size(); label++) {
                paintName(label, places);
            }
        }
    }

    /** In the midst of a class, so that colours need not be compared with the legend. */
    private void paintName(int label, float[] places) {
        int[] members = IntStream.range(0, map.count())
                .filter(i -> map.label(i) == label)
                .toArray();
        if (members.length < FEWEST_MEMBERS) {
            return;
        }
        double x = median(members, places, 0);
        double y = median(members, places, 1);
        int middle = members[0];
        for (int member : members) {
            double distance = Math.hypot(places[2 * member] - x, places[2 * member + 1] - y);
            if (distance < Math.hypot(places[2 * middle] - x, places[2 * middle + 1] - y)) {
                middle = member;
            }
        }
        new Java2dPen(graphics, lettering)
                .textWithHalo(map.classNames().get(label), places[2 * middle], places[2 * middle + 1], NAME, HALO);
    }

    private static double median(int[] members, float[] places, int axis) {
        double[] sorted = Arrays.stream(members)
                .mapToDouble(i -> places[2 * i + axis])
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private void paintLegend() {
        int[] counts = new int[map.classNames().size()];
        for (int i = 0; i < map.count(); i++) {
            counts[map.label(i)]++;
        }
        Font font = lettering.plain(13);
        double x = WIDTH - MARGIN - LEGEND + 24;
        double y = TOP + 20;
        for (int label = 0; label < counts.length && y < HEIGHT - MARGIN; label++) {
            graphics.setColor(ClassColours.LIGHT.of(label));
            graphics.fill(new Ellipse2D.Double(x, y - 10, 11, 11));
            String count = lettering.messages().text("export.map.count", counts[label]);
            double room = WIDTH - MARGIN - x - 18 - Lettering.width(count, font) - 8;
            text(map.classNames().get(label), font, TEXT, x + 18, y, room);
            Lettering.draw(graphics, count, font, WIDTH - MARGIN - Lettering.width(count, font), y);
            y += LINE;
        }
    }

    /** Cut with an ellipsis where there is no more room. */
    private void text(String words, Font font, Color colour, double x, double baseline, double room) {
        String shown = words;
        for (int end = words.length() - 1; end > 0 && Lettering.width(shown, font) > room; end--) {
            shown = words.substring(0, end).stripTrailing() + "…";
        }
        graphics.setColor(colour);
        Lettering.draw(graphics, shown, font, x, baseline);
    }
}
