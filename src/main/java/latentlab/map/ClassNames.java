package latentlab.map;

/** Shortens class names for the map and its legend; the tooltip and the card show them in full. */
public final class ClassNames {
    /** Most letters: enough for "T-shirt/top" and "Ankle boot". */
    private static final int MOST = 12;

    private ClassNames() {}

    public static String brief(String name) {
        if (name.codePointCount(0, name.length()) <= MOST) {
            return name;
        }
        return name.substring(0, name.offsetByCodePoints(0, MOST - 1)).stripTrailing() + "…";
    }
}
