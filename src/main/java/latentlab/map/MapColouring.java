package latentlab.map;

/**
 * What the points' colours tell.
 *
 * @param unit of the code, from 0; 0 where it is no unit's value
 */
public record MapColouring(What what, int unit) {
    /** What there is to tell. */
    public enum What {
        CLASS,
        /** How badly an image is reconstructed. */
        ERROR,
        /** What a unit of the code gives. */
        UNIT
    }

    public static final MapColouring CLASS = new MapColouring(What.CLASS, 0);
    public static final MapColouring ERROR = new MapColouring(What.ERROR, 0);

    public static MapColouring unit(int unit) {
        return new MapColouring(What.UNIT, unit);
    }
}
