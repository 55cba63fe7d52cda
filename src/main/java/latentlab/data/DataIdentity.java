package latentlab.data;

import java.util.List;
import java.util.Map;
import latentlab.text.Sentence;

/**
 * Which data a run was trained on, without the images.
 *
 * @param name what the window calls them
 * @param origin how to get them again from the command line: a word, or a whole path
 * @param options what is said beside it, see {@link DataRequest#words()}
 * @param train number of training images, the validation part included
 * @param test number of test images
 * @param shape of every image
 * @param classNames name of each class, by label; empty when there are no labels
 * @param hash of all images and labels in their order, see {@link Dataset#contentHash()}
 */
public record DataIdentity(
        Sentence name,
        String origin,
        Map<String, String> options,
        int train,
        int test,
        ImageShape shape,
        List<String> classNames,
        String hash) {
    public DataIdentity {
        options = Map.copyOf(options);
    }

    /**
     * How to get the data again.
     *
     * @throws IllegalArgumentException if an option has another value than it can have
     */
    public DataRequest request() {
        return DataRequest.of(origin, options);
    }
}
