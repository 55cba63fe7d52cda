package latentlab.data.parquet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import latentlab.data.DataProblems;
import latentlab.data.parquet.ParquetFile.Leaf;
import latentlab.data.pictures.PictureBytes;
import latentlab.data.pictures.PictureStream;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/**
 * One Parquet file with a picture in each row: encoded bytes, or a struct that has them, and perhaps a label.
 *
 * @param rows how many there are
 * @param image the column of pictures
 * @param label the column of labels, or null
 * @param classNames of labels from 0 on, as the file has them; empty where it has none
 */
record ParquetTable(Path file, long rows, Leaf image, Leaf label, List<String> classNames) {
    private static final List<String> IMAGES = List.of("image", "img", "picture", "photo", "jpg", "png", "bytes");
    private static final List<String> LABELS =
            List.of("label", "labels", "class", "target", "y", "digit", "fine_label", "category", "character");
    private static final String BYTES = "bytes";

    /** What is done with an open file. */
    private interface Use<T> {
        T of(ParquetFile file) throws IOException, Problem;
    }

    /** @throws Problem if it is no Parquet file, or it cannot be told which column has pictures */
    static ParquetTable open(Path file) throws Problem {
        return with(file, ParquetTable::columns);
    }

    private static <T> T with(Path path, Use<T> use) throws Problem {
        try (ParquetFile file = ParquetFile.open(path)) {
            return use.of(file);
        } catch (FileSystemException e) {
            throw DataProblems.unreadable(path, e);
        } catch (IOException e) {
            throw new Problem(Sentence.of("data.parquet.broken", path.toString()), e);
        }
    }

    private static ParquetTable columns(ParquetFile file) throws IOException, Problem {
        Leaf image = null;
        Leaf label = null;
        for (Leaf leaf : file.leaves()) {
            if (bytes(leaf) && (image == null || rank(IMAGES, leaf) < rank(IMAGES, image))) {
                image = leaf;
            }
            boolean named = rank(LABELS, leaf) < LABELS.size() && label(leaf);
            if (named && (label == null || rank(LABELS, leaf) < rank(LABELS, label))) {
                label = leaf;
            }
        }
        if (image == null) {
            String names = file.leaves().stream().map(Leaf::name).distinct().collect(Collectors.joining(", "));
            throw Problem.of("data.parquet.columns", file.path().toString(), names);
        }
        ColumnValues.check(file, image);
        if (label != null) {
            ColumnValues.check(file, label);
        }
        return new ParquetTable(
                file.path(),
                file.rows(),
                image,
                label,
                label == null ? List.of() : ClassLabels.of(file.metadata(ClassLabels.KEY), label.name()));
    }

    /** @return the place among names that people use, the last where it is none of them */
    private static int rank(List<String> names, Leaf leaf) {
        int place = names.indexOf(leaf.name().toLowerCase(Locale.ROOT));
        return place < 0 ? names.size() : place;
    }

    private static boolean bytes(Leaf leaf) {
        boolean within = leaf.path().size() == 1
                || leaf.path().size() == 2 && leaf.path().getLast().equals(BYTES);
        return within && leaf.type() == Leaf.BYTE_ARRAY && !leaf.text() && !leaf.repeated();
    }

    private static boolean label(Leaf leaf) {
        boolean kind = leaf.type() == Leaf.INT32 || leaf.type() == Leaf.INT64 || leaf.text();
        return kind && leaf.path().size() == 1 && !leaf.repeated();
    }

    /** Whether labels are texts rather than numbers. */
    boolean text() {
        return label != null && label.text();
    }

    /** Whether another file has the same columns. */
    boolean like(ParquetTable other) {
        return image.path().equals(other.image.path())
                && (label == null) == (other.label == null)
                && (label == null || label.path().equals(other.label.path()) && text() == other.text());
    }

    /**
     * Reads all rows in their order.
     *
     * @param pictures is given one for each row, empty where it has none
     * @param labels is given one for each row
     */
    void read(PictureStream pictures, Consumer<RowLabel> labels) throws Problem {
        with(file, open -> {
            ColumnValues images = new ColumnValues(open, image);
            ColumnValues classes = label == null ? null : new ColumnValues(open, label);
            for (long row = 0; row < rows; row++) {
                byte[] bytes = (byte[]) images.next();
                String name = file.getFileName() + "[" + row + "]";
                pictures.add(PictureBytes.of(name, file + "[" + row + "]", bytes == null ? new byte[0] : bytes));
                Object value = classes == null ? null : classes.next();
                labels.accept(new RowLabel(
                        name, value instanceof byte[] text ? new String(text, StandardCharsets.UTF_8) : value));
            }
            return null;
        });
    }
}
