package latentlab.data.layout;

import java.util.List;

/**
 * Pictures that belong together.
 *
 * @param name path of their folder within what was opened; empty for all of that
 * @param pictures their numbers, in order
 * @param classes of each; empty where they are in none
 */
public record Part(String name, int[] pictures, List<String> classes) {
    public boolean labelled() {
        return !classes.isEmpty();
    }

    Part unlabelled() {
        return new Part(name, pictures, List.of());
    }
}
