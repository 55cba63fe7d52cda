package latentlab.preferences;

/** Which epochs are announced to screen readers during training. */
public enum Announced {
    NOTHING,
    /** The end of training, however it ends. */
    END,
    /** Every tenth epoch, and the end. */
    TENTH,
    /** Each epoch, and the end. */
    EPOCH;

    private static final int TENTHS = 10;

    /** @param epoch from 1 on */
    public boolean tells(int epoch) {
        return this == EPOCH || this == TENTH && epoch % TENTHS == 0;
    }
}
