package latentlab.figure;

/**
 * What something is painted with.
 *
 * @param role of the colour; CLASS_0 for any class
 * @param label whose class' colour it is, -1 for the role's
 * @param opacity 0 (not seen) to 1 (covers what is below)
 */
public record Ink(Role role, int label, double opacity) {
    public Ink(Role role, double opacity) {
        this(role, -1, opacity);
    }

    public static Ink of(Role role) {
        return new Ink(role, 1);
    }

    /** @param label of a class; -1, no label, has the muted text colour */
    public static Ink ofClass(int label, double opacity) {
        return new Ink(label < 0 ? Role.MUTED : Role.CLASS_0, label, opacity);
    }
}
