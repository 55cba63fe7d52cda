package latentlab.figure;

/**
 * What a painted colour is for: the window's theme has a colour for each, and so has the palette of files. CLASS_0 to
 * CLASS_9 are the first ten class colours, safe for colour-blind eyes; see {@link ClassPalette} for the others.
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
    CLASS_9
}
