package latentlab.view.reconstruction;

import java.util.Comparator;
import java.util.stream.IntStream;
import latentlab.run.Run;

/** The order of images by the errors of their reconstructions. */
final class ByError {
    private ByError() {}

    /** @return the images with the largest error first; among equal ones the order stays */
    static int[] order(Run run, int epoch, int[] images) {
        double[] errors = run.reconstruct(epoch, images).errors();
        return IntStream.range(0, images.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> errors[place])
                        .reversed())
                .mapToInt(place -> images[place])
                .toArray();
    }
}
