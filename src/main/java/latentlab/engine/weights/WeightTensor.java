package latentlab.engine.weights;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import latentlab.data.arrays.NumberArray;
import latentlab.data.npy.NpzArrays;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * One array of weights.
 *
 * @param type of its numbers in the file, in NumPy's words
 * @param numbers the last dimension goes fastest
 */
public record WeightTensor(String name, String type, List<Integer> shape, float[] numbers) {
    static final String FLOAT32 = "float32";

    private static final Set<String> TYPES = Set.of(FLOAT32, "float64", "float16");

    /** @throws Problem if there is an array of other numbers, or the file is damaged */
    static List<WeightTensor> ofNpz(Path file, Progress progress) throws Problem {
        List<WeightTensor> tensors = new ArrayList<>();
        for (NpzArrays.Named each : NpzArrays.read(file, progress)) {
            NumberArray array = each.numbers();
            String type = array.type().title();
            if (!TYPES.contains(type)) {
                throw Problem.of("engine.weights.type", file.getFileName().toString(), each.name(), type);
            }
            List<Integer> shape = Arrays.stream(array.shape()).boxed().toList();
            tensors.add(new WeightTensor(each.name(), type, shape, array.floats()));
        }
        return tensors;
    }
}
