package latentlab.data.parquet;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.data.ImageSet;
import latentlab.data.arrays.ArrayImages;
import latentlab.data.arrays.ImageLayout;
import latentlab.data.arrays.Labels;
import latentlab.data.arrays.NumberArray;
import latentlab.data.arrays.NumberType;
import latentlab.text.Problem;

/**
 * The rows of one part: those with a label, or all where none has one.
 *
 * @param place the file they are from, or its folder
 * @param images of rows with a label
 * @param labels of these; empty where no row has one
 * @param kept which of all rows these are
 * @param leftOut what the others are called
 */
record PartRows(String place, ImageSet images, List<RowLabel> labels, int[] kept, List<String> leftOut) {
    /**
     * @param labels one for each image
     * @param fromZero whether numbers of classes go from 0 on, so that -1 is none of them
     */
    static PartRows of(String place, ImageSet images, List<RowLabel> labels, boolean fromZero) {
        int[] all = IntStream.range(0, images.count()).toArray();
        // Where a hub keeps labels of the test part to itself, all of them are -1.
        if (labels.stream().allMatch(label -> label.missing(true))) {
            return new PartRows(place, images, List.of(), all, List.of());
        }
        int[] known =
                Arrays.stream(all).filter(i -> !labels.get(i).missing(fromZero)).toArray();
        if (known.length == all.length) {
            return new PartRows(place, images, labels, all, List.of());
        }
        return new PartRows(
                place,
                images.pick(known),
                Arrays.stream(known).mapToObj(labels::get).toList(),
                known,
                labels.stream()
                        .filter(label -> label.missing(fromZero))
                        .map(RowLabel::row)
                        .toList());
    }

    ArrayImages arrays() throws Problem {
        int[] shape = images.shape().grey()
                ? new int[] {images.count(), images.height(), images.width()}
                : new int[] {images.count(), 3, images.height(), images.width()};
        ImageLayout layout = ImageLayout.planar(images.shape());
        NumberArray numbers = new NumberArray(place, NumberType.UINT8, shape, ByteOrder.BIG_ENDIAN, images.pixels());
        return ArrayImages.of(numbers, layout, labels.isEmpty() ? null : read());
    }

    private Labels read() {
        return labels.getFirst().value() instanceof String
                ? Labels.of(
                        place,
                        labels.stream().map(label -> (String) label.value()).toArray(String[]::new))
                : Labels.of(
                        place,
                        labels.stream().mapToLong(label -> (Long) label.value()).toArray());
    }
}
