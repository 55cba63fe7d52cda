package latentlab.map;

/** Names of classes as the map and its legend have room for; the tooltip and the card say them in full. */
public final class ClassNames {
    /** Letters: enough for "T-shirt/top" and "Ankle boot". */
    private static final int MOST = 12;

    private ClassNames() {}

    public static String brief(String name) {
        if (name.codePointCount(0, name.length()) <= MOST) {
            return name;
        }
        return name.substring(0, name.offsetByCodePoints(0, MOST - 1)).stripTrailing() + "…";
    }
}
