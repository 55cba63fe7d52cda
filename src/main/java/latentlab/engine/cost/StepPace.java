package latentlab.engine.cost;

import java.util.ArrayList;
import java.util.List;

/**
 * How long a step of training takes once it is as fast as it gets: the first ones are many times slower, while Java
 * still compiles what they do. Steps are taken in rounds, and it is known when a round is no faster than those before,
 * and nothing to speak of was compiled in it.
 */
final class StepPace {
    /** What a round has at least, in steps and in seconds. */
    private static final int STEPS = 25;

    private static final double ROUND = 0.3;
    /** Seconds that a round of fewer, slow steps has at least: they may still become faster. */
    private static final double LONG_ROUND = 2;

    private static final int FEW_STEPS = 5;
    /** A round is faster than another below this share of its time. */
    private static final double FASTER = 0.85;
    /** Compiling takes less of a quiet round than this share, on all processors together. */
    private static final double QUIET = 0.2;

    private final List<Double> round = new ArrayList<>();
    private double inRound;
    /** What had been compiled for when the round began, in seconds. */
    private double compiledBefore;

    private double best = Double.POSITIVE_INFINITY;
    private boolean settled;

    /** @param compiled seconds that this process has compiled for so far */
    StepPace(double compiled) {
        compiledBefore = compiled;
    }

    /**
     * @param seconds that one more step took
     * @param compiled seconds that this process has compiled for so far
     */
    void add(double seconds, double compiled) {
        round.add(seconds);
        inRound += seconds;
        if (round.size() >= STEPS && inRound >= ROUND || round.size() >= FEW_STEPS && inRound >= LONG_ROUND) {
            boolean quiet = compiled - compiledBefore < QUIET * inRound;
            double usual = usual();
            settled = quiet && usual > FASTER * best;
            best = Math.min(best, usual);
            round.clear();
            inRound = 0;
            compiledBefore = compiled;
        }
    }

    /** Whether there is nothing to be gained from further steps. */
    boolean settled() {
        return settled;
    }

    /** Whether a round is over: what is known before is of steps that Java had not compiled. */
    boolean knows() {
        return !Double.isInfinite(best);
    }

    /** @return seconds of a step in the fastest round, or what is known before the first is over; NaN without a step */
    double seconds() {
        return !Double.isInfinite(best) ? best : round.isEmpty() ? Double.NaN : usual();
    }

    /** The median of the round, so that a machine that is busy now and then does not count. */
    private double usual() {
        return round.stream().sorted().toList().get(round.size() / 2);
    }
}
