package latentlab.engine.training;

/**
 * How many workers share a step: all, or one where the others do not pay, as beside another busy program, where each
 * waits for one that has no core. One begins; now and then the other number is tried for some steps, less and less
 * often while it loses. The numbers that come out do not depend on it.
 */
final class TeamSize {
    /** Steps of a trial; as many before it are what it is compared with. */
    private static final int TRIAL = 48;
    /** Steps from a lost trial of all to the next, as long as Java's compilers may still need the other cores. */
    private static final int SOON = 96;
    /** Trials that are made soon; after each later one the time to the next doubles. */
    private static final int EARLY = 8;

    private static final int FIRST = 192;

    private static final int LONGEST = 3072;
    /** Below this share of the other's time it is better: what is about as fast stays as it is. */
    private static final double GAIN = 0.97;
    /** Below this one there is no need to try again: that is no hiccup. */
    private static final double CLEAR_GAIN = 0.8;

    private final int all;
    /** At first Java's compilers need the other cores, and a worker that waits for one holds all up. */
    private int size = 1;

    private int interval = TRIAL;
    private int lost;
    private boolean wonBefore;
    private int step;
    private double usual;
    private double trial;

    /** @param all workers there are */
    TeamSize(int all) {
        this.all = all;
    }

    /** @return workers for the next step */
    int next() {
        return isTrial() ? other() : size;
    }

    private int other() {
        return size == 1 ? all : 1;
    }

    private boolean isTrial() {
        return step >= interval;
    }

    /** @param seconds that step took */
    void took(double seconds) {
        if (all == 1) {
            return;
        }
        if (isTrial()) {
            trial += seconds;
        } else if (step >= interval - TRIAL) {
            usual += seconds;
        }
        step++;
        if (step == interval + TRIAL || trial > usual) {
            judge();
            step = 0;
            usual = 0;
            trial = 0;
        }
    }

    private void judge() {
        boolean won = trial < GAIN * usual;
        if (won && (wonBefore || trial < CLEAR_GAIN * usual)) {
            size = other();
            won = false;
            lost = 0;
            interval = 0;
        } else if (!won) {
            lost++;
        }
        wonBefore = won;
        if (won) {
            interval = TRIAL;
        } else if (size == 1 && lost <= EARLY) {
            interval = SOON;
        } else {
            interval = Math.clamp(2L * interval, FIRST, LONGEST);
        }
    }
}
