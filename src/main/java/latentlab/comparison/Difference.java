package latentlab.comparison;

import java.util.List;

/**
 * Something in which runs differ.
 *
 * @param name of a setting, {@link #DATA} or {@link #RATES}
 * @param values of each run, as the command line writes them: empty where the setting makes no difference to the run
 */
public record Difference(String name, List<String> values) {
    /** The data trained on; its beginning tells apart what has the same name. */
    public static final String DATA = "data";
    /** Changes of the learning rate during the run: the epoch and the new rate of each. */
    public static final String RATES = "lr-changes";
    /** Written for a list without elements, and for no changes. */
    static final String NONE = "none";

    /** @return whether a run has another value than most: true of each run where no value is that of more than half */
    public boolean isUnusual(int run) {
        String value = values.get(run);
        return 2 * values.stream().filter(value::equals).count() <= values.size();
    }
}
