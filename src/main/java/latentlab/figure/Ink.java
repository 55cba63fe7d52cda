package latentlab.figure;

/** @param opacity 0 (not seen) to 1 (covers what is below) */
public record Ink(Role role, double opacity) {
    public static Ink of(Role role) {
        return new Ink(role, 1);
    }
}
