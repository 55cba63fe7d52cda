package latentlab.cli;

import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.run.MemoryRoom;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * The images of a map: the first ones of one part of a dataset.
 *
 * @param dataset they are from
 * @param images of the part, train or test
 * @param indices of the images within the part
 */
record ImagesToMap(Dataset dataset, ImageSet images, int[] indices) {
    static final String TRAIN = "train";
    static final String TEST = "test";

    /**
     * @param split {@link #TRAIN} or {@link #TEST}
     * @param most number of images at most
     */
    static ImagesToMap of(Dataset dataset, String split, long most) {
        ImageSet images = split.equals(TRAIN) ? dataset.train() : dataset.test();
        int count = (int) Math.min(most, images.count());
        return new ImagesToMap(dataset, images, IntStream.range(0, count).toArray());
    }

    /** @return intensities of each image, 0 to 1 @throws Problem if there is no memory for them */
    PointsToMap pixels() throws Problem {
        MemoryRoom.checkMap(indices.length, images.size());
        return new PointsToMap(Sentence.of("cli.map.pixels", dataset.name()), images.ink(indices), images.size());
    }

    /** @return the label of each image; null if the data have none */
    int[] labels() {
        return !images.labelled()
                ? null
                : IntStream.of(indices).map(images::label).toArray();
    }
}
