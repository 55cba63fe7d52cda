package latentlab.measure;

/**
 * What one turn came to. Each turn begins anew, since memory that has been placed well or badly stays so: ours in newly allocated
 * memory, the other's in a new process.
 *
 * @param part what was done
 * @param seconds it took: the fastest epoch of the turn
 * @param baseline the same of the program compared with, an epoch of one after an epoch of the other; null where there is none
 */
public record Turn(Part part, double seconds, Baseline baseline) {
    /**
     * @param program and its version, e.g. PyTorch 1.13.1
     * @param threads with which it was fastest in this turn
     * @param seconds it took: the fastest epoch of the turn
     */
    public record Baseline(String program, int threads, double seconds) {}

    /** @return our time through the other's */
    double ratio() {
        return seconds / baseline.seconds();
    }
}
