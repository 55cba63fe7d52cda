package latentlab.view.beside;

import java.util.Locale;

/** What is shown of each run. */
enum Shows {
    GRID,
    MAP,
    FILTERS;

    /** As in the names of texts and nodes. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
