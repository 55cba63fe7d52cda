package latentlab.data;

import latentlab.text.Problem;
import latentlab.text.Progress;

/** Loads the dataset that is asked for. */
@FunctionalInterface
public interface DataLoader {
    /**
     * @throws Problem if there is no usable data
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    Dataset load(DataRequest request, Progress progress) throws Problem;
}
