package latentlab.figure;

/**
 * What something is painted with.
 *
 * @param role of the colour; CLASS for any class, LINE_0 for any line
 * @param label number of the class or line whose colour it is, -1 for the role's
 * @param share place on the scale of values, 0 to 1: of SCALE_LOW how much of SCALE_HIGH is mixed into it, of TEXT on
 *     which of these colours it is to be read
 * @param opacity 0 (not seen) to 1 (covers what is below)
 */
public record Ink(Role role, int label, double share, double opacity) {
    public Ink(Role role, double opacity) {
        this(role, -1, 0, opacity);
    }

    public static Ink of(Role role) {
        return new Ink(role, 1);
    }

    /** @param label of a class; -1, no label, has the muted text colour */
    public static Ink ofClass(int label, double opacity) {
        return new Ink(label < 0 ? Role.MUTED : Role.CLASS, label, 0, opacity);
    }

    /**
     * Of a curve or line, which is thinner than a class' dots and has a ground of its own.
     *
     * @param number from 0; -1 for the muted text colour
     */
    public static Ink ofLine(int number, double opacity) {
        return new Ink(number < 0 ? Role.MUTED : Role.LINE_0, number, 0, opacity);
    }

    /** @param share 0 for the colour of the least value, 1 for that of the greatest */
    public static Ink ofScale(double share) {
        return new Ink(Role.SCALE_LOW, -1, share, 1);
    }

    /** Of text on a colour of the scale: that of text or that of the ground, whichever can be read better on it. */
    public static Ink onScale(double share) {
        return new Ink(Role.TEXT, -1, share, 1);
    }

    /** Whether it depends on the place on the scale. */
    public boolean scaled() {
        return share > 0 && (role == Role.SCALE_LOW || role == Role.TEXT);
    }
}
