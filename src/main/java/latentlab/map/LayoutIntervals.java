package latentlab.map;

/**
 * When the t-SNE of a run in training is laid out anew. New epochs come faster than layouts: one that began again with
 * each would never come to rest. So it follows at whole multiples of an interval, which is at least so long that a
 * layout rests for as many epochs as it took.
 */
public final class LayoutIntervals {
    /** Epochs. */
    public static final int SHORTEST = 10;

    private int every = SHORTEST;
    private int next;

    /** @return epochs from one layout to the next: 10, 20, 50, 100, 200 and so on */
    public int every() {
        return every;
    }

    /**
     * A layout has come to rest.
     *
     * @param mapped the epoch it is of
     * @param newest the epoch the run has come to meanwhile
     */
    public void settled(int mapped, int newest) {
        int took = Math.max(0, newest - mapped);
        every = SHORTEST;
        for (int digit = 0; every < 2 * took; digit++) {
            // 10, 20, 50, 100 and so on: times 2, 2.5 and 2.
            every = digit % 3 == 1 ? every / 2 * 5 : 2 * every;
        }
        int earliest = Math.max(newest + took, mapped + 1);
        next = Math.ceilDiv(earliest, every) * every;
    }

    /** @return whether the layout of this epoch may begin */
    public boolean due(int epoch) {
        return epoch >= next;
    }
}
