package latentlab.measure;

import java.util.function.Consumer;
import latentlab.text.Problem;
import latentlab.text.Progress;

/** Measures the window, which this package and those below it do not know. */
@FunctionalInterface
public interface WindowProbe {
    /**
     * Opens the window in a process of its own and measures it.
     *
     * @param part {@link BenchmarkPart#WINDOW}: its start, and how it and training affect each other; or
     *     {@link BenchmarkPart#MAP}
     * @param origin of the images, see {@link latentlab.data.Dataset#origin}; those of the map are generated
     * @throws Problem if the window could not be opened or measured
     */
    void measure(BenchmarkPart part, String origin, Consumer<Figure> figures, Progress progress)
            throws Problem, InterruptedException;
}
