package latentlab.view.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import latentlab.library.Entry;

/**
 * What the rest of the window does for the sweeps.
 *
 * @param open opens the run in a file
 * @param compare sets runs beside each other
 * @param show brings the sweeps into sight
 */
public record SweepUse(Consumer<Path> open, Consumer<List<Entry>> compare, Runnable show) {}
