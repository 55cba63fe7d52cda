package latentlab.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import latentlab.data.ImageSet;

/** The places of class labels on the map: the medians of the classes' points, which outliers do not move. */
public final class ClassMiddles {
    /**
     * The place of one label, in the map's own coordinates.
     *
     * @param count of the class' points
     */
    public record Middle(int label, double x, double y, int count) {}

    private ClassMiddles() {}

    /**
     * @param x shape [images]
     * @param y shape [images]
     * @return one for each class that has images; none without labels
     */
    static List<Middle> of(ImageSet images, float[] x, float[] y) {
        List<Middle> middles = new ArrayList<>();
        if (!images.labelled()) {
            return middles;
        }
        int[] counts = new int[images.classes()];
        for (int i = 0; i < x.length; i++) {
            if (!Float.isNaN(x[i])) {
                counts[images.label(i)]++;
            }
        }
        for (int label = 0; label < counts.length; label++) {
            if (counts[label] > 0) {
                middles.add(new Middle(
                        label,
                        median(images, x, label, counts[label]),
                        median(images, y, label, counts[label]),
                        counts[label]));
            }
        }
        return middles;
    }

    private static float median(ImageSet images, float[] values, int label, int count) {
        float[] sorted = new float[count];
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            if (images.label(i) == label && !Float.isNaN(values[i])) {
                sorted[next++] = values[i];
            }
        }
        Arrays.sort(sorted);
        return sorted[count / 2];
    }
}
