package latentlab.preferences;

/**
 * Where the dividers of the window stand: each a share of the room it divides, 0 to 1, that is before it. NaN where the
 * user has moved none, so that it follows what the views need.
 *
 * @param settings between the settings and the views
 * @param charts between the loss chart and the map
 * @param rows between those and the panels below
 */
public record Dividers(double settings, double charts, double rows) {
    public static final Dividers AUTOMATIC = new Dividers(Double.NaN, Double.NaN, Double.NaN);
}
