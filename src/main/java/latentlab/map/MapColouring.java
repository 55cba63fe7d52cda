package latentlab.map;

/**
 * What the colours of the points show.
 *
 * @param unit index of the latent unit; 0 if the colours do not show a unit
 */
public record MapColouring(What what, int unit) {
    /** The kinds of values shown. */
    public enum What {
        CLASS,
        /** The reconstruction error of the image. */
        ERROR,
        /** The value of a latent unit. */
        UNIT
    }

    public static final MapColouring CLASS = new MapColouring(What.CLASS, 0);
    public static final MapColouring ERROR = new MapColouring(What.ERROR, 0);

    public static MapColouring unit(int unit) {
        return new MapColouring(What.UNIT, unit);
    }
}
