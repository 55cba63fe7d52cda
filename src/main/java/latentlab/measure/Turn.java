package latentlab.measure;

/**
 * The result of one turn. Each turn starts anew, since well or badly placed memory stays so: our program in newly
 * allocated memory, the other one in a new process.
 *
 * @param part that was measured
 * @param seconds of the fastest epoch of the turn
 * @param baseline the same for the other program, an epoch of one after an epoch of the other; null if there is none
 */
public record Turn(BenchmarkPart part, double seconds, Baseline baseline) {
    /**
     * The other program's result.
     *
     * @param program name and version, e.g. PyTorch 1.13.1
     * @param threads number with which it was fastest in this turn
     * @param seconds of the fastest epoch of the turn
     */
    public record Baseline(String program, int threads, double seconds) {}

    /** @return our time divided by the other's */
    double ratio() {
        return seconds / baseline.seconds();
    }
}
