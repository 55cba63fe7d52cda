package latentlab.view;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeType;
import latentlab.data.ImageSet;
import latentlab.figure.ClassPalette;
import latentlab.figure.Ink;
import latentlab.figure.Role;

/**
 * The theme's colours for painting on a canvas, which CSS does not reach. Each role is an invisible node coloured by
 * the style sheet (class {@code role-…}); add this to the scene, and repaint when {@link #versionProperty} changes.
 * Colours of classes are the same in every theme, see {@link ClassPalette}.
 */
public final class ThemeColours extends Group {
    private final Map<Role, Rectangle> swatches = new EnumMap<>(Role.class);
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();

    public ThemeColours() {
        setManaged(false);
        setVisible(false);
        for (Role role : Role.themed()) {
            Rectangle swatch = new Rectangle();
            swatch.getStyleClass().add(styleClass(role));
            swatch.fillProperty().subscribe(() -> version.set(version.get() + 1));
            swatches.put(role, swatch);
            getChildren().add(swatch);
        }
    }

    private static String styleClass(Role role) {
        return "role-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Counts the changes of colours: with every switch of the theme. */
    public ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    public Color get(Role role) {
        if (role == Role.CLASS || role.line() >= 0) {
            return role == Role.CLASS ? get(Role.MUTED) : ofLine(role.line());
        }
        return swatches.get(role).getFill() instanceof Color color ? color : Color.GRAY;
    }

    /** @return the colour of a class, see {@link ClassPalette}; -1, no label, has the muted text colour */
    public Color ofClass(int label) {
        if (label < 0) {
            return get(Role.MUTED);
        }
        return color(ClassPalette.of(label));
    }

    /** @return the colour of a line on this theme's ground; -1 has the muted text colour */
    public Color ofLine(int number) {
        return number < 0 ? get(Role.MUTED) : color(ClassPalette.ofLine(number, rgb(get(Role.BACKGROUND))));
    }

    private static Color color(int rgb) {
        return Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /** @return the colour of each image's class, shape [images], 0xRRGGBB each */
    public int[] ofPoints(ImageSet images) {
        int[] byClass = new int[images.classes()];
        Arrays.setAll(byClass, label -> rgb(ofClass(label)));
        int none = rgb(ofClass(-1));
        int[] all = new int[images.count()];
        Arrays.setAll(all, i -> images.label(i) < 0 ? none : byClass[images.label(i)]);
        return all;
    }

    /**
     * @param dots colours, shape [dots], 0xRRGGBB each
     * @return the colours of their edges, shape [dots], see {@link ClassPalette#edge}
     */
    public int[] edges(int[] dots) {
        int ground = rgb(get(Role.BACKGROUND));
        int text = rgb(get(Role.TEXT));
        Map<Integer, Integer> known = new HashMap<>();
        return Arrays.stream(dots)
                .map(dot -> known.computeIfAbsent(dot, colour -> ClassPalette.edge(colour, ground, text)))
                .toArray();
    }

    /** Fills a dot with the colour of a class, and gives it an edge where that is hard to see on the ground. */
    public void dot(Shape dot, int label) {
        Color fill = ofClass(label);
        int edge = edges(new int[] {rgb(fill)})[0];
        dot.setFill(fill);
        dot.setStrokeType(StrokeType.INSIDE);
        dot.setStroke(edge == rgb(fill) ? null : color(edge));
    }

    /** @return 0xRRGGBB */
    public static int rgb(Color colour) {
        return (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }

    /** @return the colour of an ink, its opacity aside */
    public Color of(Ink ink) {
        if (ink.scaled()) {
            Color mixed = get(Role.SCALE_LOW).interpolate(get(Role.SCALE_HIGH), ink.share());
            return ink.role() == Role.SCALE_LOW ? mixed : readable(mixed);
        }
        if (ink.label() < 0) {
            return get(ink.role());
        }
        return ink.role() == Role.CLASS ? ofClass(ink.label()) : ofLine(ink.label());
    }

    private Color readable(Color ground) {
        Color text = get(Role.TEXT);
        Color back = get(Role.BACKGROUND);
        return ClassPalette.contrast(rgb(text), rgb(ground)) >= ClassPalette.contrast(rgb(back), rgb(ground))
                ? text
                : back;
    }
}
