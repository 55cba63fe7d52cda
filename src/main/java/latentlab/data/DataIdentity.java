package latentlab.data;

import java.util.List;
import latentlab.text.Sentence;

/**
 * Which data a run was trained on, without the images.
 *
 * @param name what the window calls them
 * @param origin how to get them again from the command line
 * @param train number of training images, the validation part included
 * @param test number of test images
 * @param shape of every image
 * @param classNames name of each class, by label; empty when there are no labels
 * @param hash of all images and labels in their order, see {@link Dataset#contentHash()}
 */
public record DataIdentity(
        Sentence name, String origin, int train, int test, ImageShape shape, List<String> classNames, String hash) {}
