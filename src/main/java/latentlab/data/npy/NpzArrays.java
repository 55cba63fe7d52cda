package latentlab.data.npy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import latentlab.data.arrays.NumberArray;
import latentlab.text.Problem;
import latentlab.text.Progress;

/** The arrays of an NPZ file by their names, whatever they are for. */
public final class NpzArrays {
    private NpzArrays() {}

    /** An array of numbers. */
    public record Named(String name, NumberArray numbers) {}

    /**
     * @return all that are no texts
     * @throws Problem if it is no such file, it is damaged, or an array has neither numbers nor texts, as where objects
     *     of Python are pickled
     */
    public static List<Named> read(Path file, Progress progress) throws Problem {
        try (NpyFiles files = NpyFiles.open(List.of(file), progress)) {
            List<Named> arrays = new ArrayList<>();
            for (NpyArray array : files.arrays()) {
                if (!array.header().texts()) {
                    arrays.add(new Named(array.name(), array.numbers(progress)));
                }
            }
            return arrays;
        }
    }

    /**
     * @return names of all arrays, without their numbers
     * @throws Problem if it is no such file, or damaged
     */
    public static List<String> names(Path file, Progress progress) throws Problem {
        try (NpyFiles files = NpyFiles.open(List.of(file), progress)) {
            return files.arrays().stream().map(NpyArray::name).toList();
        }
    }
}
