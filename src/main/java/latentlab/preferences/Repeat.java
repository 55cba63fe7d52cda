package latentlab.preferences;

/** What playback does at its end. */
public enum Repeat {
    /** Stops; over a marked range it begins again, as with {@link #LOOP}. */
    ONCE,
    /** Begins again. */
    LOOP,
    /** Goes back the way it came, to and fro. */
    BOUNCE;

    /** @return the one after this, of the last the first */
    public Repeat following() {
        return values()[(ordinal() + 1) % values().length];
    }
}
