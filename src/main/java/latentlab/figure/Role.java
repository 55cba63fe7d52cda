package latentlab.figure;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a painted colour is for: the window's theme has a colour for each, and so has the palette of files. CLASS_0 to
 * CLASS_9 are the first ten class colours, which all of these share: see {@link ClassPalette}.
 */
public enum Role {
    BACKGROUND,
    TEXT,
    MUTED,
    GRID,
    ACCENT,
    /** Of areas that belong to what has the accent's colour. */
    ACCENT_AREA,
    TRAIN,
    VALID,
    ACCURACY,
    MARKER,
    WARNING,
    WEIGHT_NEGATIVE,
    WEIGHT_ZERO,
    WEIGHT_POSITIVE,
    SCALE_LOW,
    SCALE_HIGH,
    CLASS_0,
    CLASS_1,
    CLASS_2,
    CLASS_3,
    CLASS_4,
    CLASS_5,
    CLASS_6,
    CLASS_7,
    CLASS_8,
    CLASS_9;

    private static final List<Role> THEMED =
            Stream.of(values()).filter(role -> role.label() < 0).toList();

    /** Those that each theme has a colour of its own for. */
    public static List<Role> themed() {
        return THEMED;
    }

    /** @return the class whose colour it is, from 0; -1 if it is of none */
    public int label() {
        return ordinal() < CLASS_0.ordinal() ? -1 : ordinal() - CLASS_0.ordinal();
    }
}
