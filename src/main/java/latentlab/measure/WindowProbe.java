package latentlab.measure;

import java.util.function.Consumer;
import latentlab.text.Problem;
import latentlab.text.Progress;

/** Measures the window, which this package and those below know nothing of. */
@FunctionalInterface
public interface WindowProbe {
    /**
     * Opens the window in a process of its own and measures it.
     *
     * @param part {@link Part#WINDOW}: how it starts, and how it and training bear with each other; or {@link Part#MAP}
     * @param origin of the images, see {@link latentlab.data.Dataset#origin}; those of the map are written for it
     * @throws Problem if no window could be opened or measured
     */
    void measure(Part part, String origin, Consumer<Figure> figures, Progress progress)
            throws Problem, InterruptedException;
}
