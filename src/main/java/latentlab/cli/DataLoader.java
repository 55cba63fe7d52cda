package latentlab.cli;

import latentlab.data.Dataset;
import latentlab.text.Problem;
import latentlab.text.Progress;

/** Where the command line gets its images from. */
@FunctionalInterface
public interface DataLoader {
    /**
     * @param origin digits, mnist, fashion, kmnist or a path
     * @throws Problem when there is nothing usable
     */
    Dataset load(String origin, Progress progress) throws Problem;
}
