package latentlab.view;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import latentlab.figure.Role;

/**
 * The theme's colours for painting on a canvas, which CSS does not reach. Each role is an invisible node coloured by
 * the style sheet (class {@code role-…}); add this to the scene, and repaint when {@link #versionProperty} changes.
 */
public final class ThemeColours extends Group {
    private final Map<Role, Rectangle> swatches = new EnumMap<>(Role.class);
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();

    public ThemeColours() {
        setManaged(false);
        setVisible(false);
        for (Role role : Role.values()) {
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
        return swatches.get(role).getFill() instanceof Color color ? color : Color.GRAY;
    }

    /** @return the colour of a class; they repeat after ten. -1, no label, has the muted text colour */
    public Color ofClass(int label) {
        return get(Role.ofClass(label));
    }
}
