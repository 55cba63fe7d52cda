package latentlab.session;

/**
 * Epochs that are marked on a timeline.
 *
 * @param first 0 or more
 * @param last not before the first; {@link #OPEN} for the newest, whichever that is
 */
public record EpochRange(int first, int last) {
    /** The end of a range that goes on with the run. */
    public static final int OPEN = Integer.MAX_VALUE;

    public EpochRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("no range: " + first + " to " + last);
        }
    }

    /** @return the epochs between two, in either order */
    public static EpochRange between(int one, int other) {
        return new EpochRange(Math.min(one, other), Math.max(one, other));
    }

    /**
     * @param marked so far; null for none
     * @return with another start; open if that lies behind its end
     */
    public static EpochRange from(int epoch, EpochRange marked) {
        return new EpochRange(epoch, marked == null || marked.last < epoch ? OPEN : marked.last);
    }

    /**
     * @param marked so far; null for none
     * @return with another end; from epoch 0 if that lies before its start
     */
    public static EpochRange to(int epoch, EpochRange marked) {
        return new EpochRange(marked == null || marked.first > epoch ? 0 : marked.first, epoch);
    }
}
