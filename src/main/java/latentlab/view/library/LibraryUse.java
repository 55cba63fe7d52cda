package latentlab.view.library;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import latentlab.library.Entry;
import latentlab.library.RunSummary;
import latentlab.text.Sentence;

/**
 * What the rest of the window does for the library.
 *
 * @param open opens the run in a file
 * @param duplicate takes a run's settings and data for the next run
 * @param start takes a run's seed and data for the next run; also gets what the run is called
 * @param compare lays the losses of runs over each other
 * @param beside shows the same epoch of two to four runs side by side
 * @param sweeps shows the sweeps in the library's place
 * @param inUse whether the run in a file is being trained; asked on any thread
 */
public record LibraryUse(
        Consumer<Path> open,
        Consumer<RunSummary> duplicate,
        BiConsumer<Entry, Sentence> start,
        Consumer<List<Entry>> compare,
        Consumer<List<Entry>> beside,
        Runnable sweeps,
        Predicate<Path> inUse) {}
