package latentlab.export;

import java.util.List;
import latentlab.data.ImageSet;
import latentlab.text.Sentence;

/**
 * A map of images, to be written as a table or a picture.
 *
 * @param title what it is a map of
 * @param caption how it was made and how good it is; may be long, and is then cut
 * @param axes what lies along each, across and upwards; none where they mean nothing
 * @param places shape [count, 2]
 * @param indices of the images in their part of the dataset, shape [count]
 * @param images that part of the dataset, for their labels
 * @param classNames name of each class, by label; none where there are no labels
 */
public record MapPicture(
        Sentence title,
        Sentence caption,
        List<Sentence> axes,
        float[] places,
        int[] indices,
        ImageSet images,
        List<String> classNames) {
    public MapPicture {
        axes = List.copyOf(axes);
        classNames = List.copyOf(classNames);
        if (places.length != 2 * indices.length) {
            throw new IllegalArgumentException(places.length + " numbers are not two for each image");
        }
    }

    public int count() {
        return indices.length;
    }

    /** @return the name of an image's class, by its place in {@link #indices}; empty where there is none */
    public String className(int i) {
        int label = label(i);
        return label < 0 || label >= classNames.size() ? "" : classNames.get(label);
    }

    /** @return the label of an image on the map, by its place in {@link #indices}; -1 where there is none */
    public int label(int i) {
        return images.label(indices[i]);
    }
}
