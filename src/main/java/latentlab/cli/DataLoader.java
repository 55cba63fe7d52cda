package latentlab.cli;

import latentlab.data.Dataset;
import latentlab.text.Problem;
import latentlab.text.Progress;

/** Loads the images for the command line. */
@FunctionalInterface
public interface DataLoader {
    /**
     * @param origin digits, mnist, fashion, kmnist or a path
     * @throws Problem if there is no usable data
     */
    Dataset load(String origin, Progress progress) throws Problem;
}
