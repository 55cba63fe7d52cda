package latentlab.engine.weights;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import latentlab.data.DataProblems;
import latentlab.data.npy.NpzArrays;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.files.OrdinaryFile;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Weights that somebody has in a file, safetensors or NPZ, in PyTorch's names and shapes: as this program writes them,
 * or others.
 *
 * @param hash SHA-256 of the file, in hexadecimal
 * @param tensors all that it has
 */
public record WeightFile(Path path, String hash, List<WeightTensor> tensors) {
    public WeightFile {
        tensors = List.copyOf(tensors);
    }

    /** @throws Problem if it is no file of weights, damaged, or cannot be read */
    public static WeightFile read(Path path, Progress progress) throws Problem {
        try {
            OrdinaryFile file = OrdinaryFile.of(path);
            DataProblems.checkMemory(path, file.bytes());
            boolean zip;
            try (InputStream in = file.open(() -> {})) {
                zip = in.read() == 'P' && in.read() == 'K';
            }
            if (zip && !name(path).toLowerCase(Locale.ROOT).endsWith(".npz")) {
                throw Problem.of("engine.weights.format", name(path));
            }
            String hash = hash(file, progress);
            return new WeightFile(path, hash, zip ? WeightTensor.ofNpz(path, progress) : SafetensorsFile.read(file));
        } catch (IOException e) {
            throw DataProblems.unreadable(path, e);
        }
    }

    /**
     * Looks at a file's name, and of an NPZ at those of its arrays, since it may hold images as well.
     *
     * @return whether it is for {@link #read}
     */
    public static boolean seems(Path path, Progress progress) {
        String name = name(path).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".npz")) {
            return name.endsWith(".safetensors");
        }
        try {
            List<String> names = NpzArrays.names(path, progress).stream()
                    .filter(array -> !array.equals("latent_lab"))
                    .toList();
            return !names.isEmpty() && names.stream().allMatch(WeightPlaces::named);
        } catch (Problem _) {
            return false;
        }
    }

    private static String hash(OrdinaryFile file, Progress progress) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        Runnable watch = () -> progress.report(0, Sentence.of("engine.weights.reading", name(file.path())));
        try (InputStream in = new DigestInputStream(file.open(watch), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    public String name() {
        return name(path);
    }

    /** @return that its numbers are of another kind than those that are trained; null if they are of the same */
    public Sentence converted() {
        String others = tensors.stream()
                .map(WeightTensor::type)
                .filter(type -> !type.equals(WeightTensor.FLOAT32))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? null : Sentence.of("engine.weights.converted", name(), others);
    }

    /**
     * @return the numbers as a model has its parameters
     * @throws Problem naming the first tensor that is missing, too much, of another shape or no number
     */
    public float[] parameters(Autoencoder model) throws Problem {
        List<ParameterArray> arrays = model.arrays();
        Map<String, WeightTensor> byPlace = new HashMap<>();
        WeightPlaces places =
                WeightPlaces.of(tensors.stream().map(WeightTensor::name).toList());
        for (WeightTensor tensor : tensors) {
            byPlace.put(places.of(tensor.name()), tensor);
        }
        WeightPlaces own =
                WeightPlaces.of(arrays.stream().map(ParameterArray::name).toList());
        List<WeightTensor> unused = new ArrayList<>(tensors);
        float[] parameters = new float[model.parameterCount()];
        for (ParameterArray array : arrays) {
            WeightTensor tensor = byPlace.get(own.of(array.name()));
            if (tensor == null) {
                throw Problem.of("engine.weights.missing", name(), array.name(), array.shape(), names(tensors));
            }
            unused.remove(tensor);
            if (!tensor.shape().equals(array.shape())) {
                throw Problem.of("engine.weights.shape", name(), tensor.name(), tensor.shape(), array.shape());
            }
            copy(tensor, parameters, array.offset());
        }
        if (!unused.isEmpty()) {
            WeightTensor first = unused.getFirst();
            String needed = arrays.stream().map(ParameterArray::name).collect(Collectors.joining(", "));
            throw Problem.of("engine.weights.unknown", name(), first.name(), first.shape(), needed);
        }
        return parameters;
    }

    private void copy(WeightTensor tensor, float[] parameters, int offset) throws Problem {
        float[] numbers = tensor.numbers();
        for (int i = 0; i < numbers.length; i++) {
            if (!Float.isFinite(numbers[i])) {
                throw Problem.of("engine.weights.finite", name(), tensor.name(), i, String.valueOf(numbers[i]));
            }
        }
        System.arraycopy(numbers, 0, parameters, offset, numbers.length);
    }

    private static String names(List<WeightTensor> tensors) {
        return tensors.isEmpty()
                ? "–"
                : tensors.stream().limit(8).map(WeightTensor::name).collect(Collectors.joining(", "));
    }
}
