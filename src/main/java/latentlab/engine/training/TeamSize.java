package latentlab.engine.training;

/**
 * How many workers share a step: all, or one where the others do not pay, as beside another busy program, where each
 * waits for one that has no core. Now and then the other number is tried for some steps, less and less often while it
 * loses. The numbers that come out do not depend on it.
 */
final class TeamSize {
    /** Steps of a trial; as many before it are what it is compared with. */
    private static final int TRIAL = 48;

    private static final int FIRST = 192;
    private static final int LONGEST = 3072;
    /** Below this share of the other's time it is better: what is about as fast stays as it is. */
    private static final double GAIN = 0.97;

    private final int all;
    private int size;
    private int interval = FIRST;
    private int step;
    private double usual;
    private double trial;

    /** @param all workers there are */
    TeamSize(int all) {
        this.all = all;
        size = all;
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
        if (step == interval + TRIAL) {
            if (trial < GAIN * usual) {
                size = other();
                interval = FIRST;
            } else {
                interval = Math.min(LONGEST, 2 * interval);
            }
            step = 0;
            usual = 0;
            trial = 0;
        }
    }
}
