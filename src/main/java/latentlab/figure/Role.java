package latentlab.figure;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a painted colour is for: the window's theme has a colour for each, and so has the palette of files. Those
 * of classes, and of curves without a role, are in {@link ClassPalette}.
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
    /** Of an area in a class' colour: an ink says which. */
    CLASS,
    /** Of a curve or a line, the first of as many as there are colours for; an ink may say which. */
    LINE_0,
    LINE_1,
    LINE_2,
    LINE_3,
    LINE_4,
    LINE_5,
    LINE_6,
    LINE_7,
    LINE_8,
    LINE_9;

    private static final List<Role> THEMED =
            Stream.of(values()).filter(role -> role.ordinal() < CLASS.ordinal()).toList();

    /** Those that each theme has a colour of its own for. */
    public static List<Role> themed() {
        return THEMED;
    }

    /** @return which of the lines' colours it is, from 0; -1 if it is none */
    public int line() {
        return ordinal() < LINE_0.ordinal() ? -1 : ordinal() - LINE_0.ordinal();
    }
}
