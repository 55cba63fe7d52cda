package latentlab.sweep;

import latentlab.engine.settings.TrainingConfig;

/**
 * One run of a sweep.
 *
 * @param number from 1, in the order of the plan
 * @param name says its number and in what it differs from others: the name of its file, but for the ending
 */
public record Trial(int number, String name, TrainingConfig config) {
    /** Ending of the files that trials are kept in. */
    public static final String ENDING = ".latentlab";

    /** The name of its file. */
    public String file() {
        return name + ENDING;
    }
}
