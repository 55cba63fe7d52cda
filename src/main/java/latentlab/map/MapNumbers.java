package latentlab.map;

import java.util.stream.IntStream;
import latentlab.data.ImageSet;
import latentlab.embedding.MapQuality;
import latentlab.run.Run;
import latentlab.text.Problem;
import latentlab.text.Progress;

/** How much of the neighbourhoods a map of a run keeps, in numbers. */
public final class MapNumbers {
    /** Test images used, spread evenly: enough for two digits, in a fraction of a second. */
    private static final int IMAGES = 2000;

    private MapNumbers() {}

    /**
     * @param source what the map is of
     * @return null where there are too few points, or codes that are no numbers
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    public static MapQuality of(MapPoints points, MapSource source, Progress progress) {
        Run run = points.run();
        ImageSet test = run.dataset().test();
        int[] mapped = points.mapped();
        int[] images = IntStream.of(ImageSet.spread(mapped.length, IMAGES))
                .map(i -> mapped[i])
                .toArray();
        if (images.length < 3) {
            return null;
        }
        boolean pixels = source == MapSource.PIXELS;
        float[] space = pixels ? test.ink(images) : run.latent(points.epoch(), images);
        int dimension = pixels ? test.size() : run.model().latent();
        int[] labels = test.labelled() ? IntStream.of(images).map(test::label).toArray() : null;
        try {
            return MapQuality.of(points.places(images), space, dimension, labels, progress);
        } catch (Problem _) {
            return null; // codes that are not finite: the run has reported it
        }
    }
}
