package latentlab.data;

import latentlab.text.Problem;
import latentlab.text.Progress;

/** Loads a dataset by its origin. */
@FunctionalInterface
public interface DataLoader {
    /**
     * @param origin see {@link Dataset#origin()}
     * @throws Problem if there is no usable data
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    Dataset load(String origin, Progress progress) throws Problem;
}
