package latentlab.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import latentlab.Python;
import latentlab.data.ImageShape;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Weights that others have written, and what is no such file. */
class WeightFileTest {
    private static final TrainingConfig SMALL = TrainingConfig.DEFAULT.withLatent(1);
    private static final Autoencoder MODEL = Autoencoder.of(SMALL, ImageShape.grey(1, 2));

    /** What fits the model of two pixels and one unit: encoder [1, 2] and [1], decoder [2, 1] and [2]. */
    private static final String FITS = """
            {"encoder.weight":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]},
             "encoder.bias":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},
             "decoder.weight":{"dtype":"F32","shape":[2,1],"data_offsets":[12,20]},
             "decoder.bias":{"dtype":"F32","shape":[2],"data_offsets":[20,28]}}""";

    private static final String NUMPY = """
            import sys, json, struct, numpy as np
            kind, names = sys.argv[2], sys.argv[3].split(",")
            shapes = [(3, 16), (3,), (16, 3), (16,)]
            arrays = {n: np.random.default_rng(5).normal(size=s).astype(kind) for n, s in zip(names, shapes)}
            if sys.argv[1].endswith(".npz"):
                np.savez_compressed(sys.argv[1], **arrays)
            else:
                header, at = {"__metadata__": {"format": "pt"}}, 0
                for n, a in arrays.items():
                    word = {"f4": "F32", "f8": "F64", "f2": "F16"}[kind]
                    header[n] = {"dtype": word, "shape": list(a.shape), "data_offsets": [at, at + a.nbytes]}
                    at += a.nbytes
                text = json.dumps(header).encode()
                with open(sys.argv[1], "wb") as out:
                    out.write(struct.pack("<Q", len(text)) + text)
                    for a in arrays.values():
                        out.write(a.tobytes())
            for a in arrays.values():
                print(*["%08x" % b for b in a.astype("f4").reshape(-1).view(np.uint32)])
            """;

    @TempDir
    Path folder;

    private Path write(String header, float... numbers) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file =
                ByteBuffer.allocate(8 + text.length + 4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(text.length).put(text);
        for (float number : numbers) {
            file.putFloat(number);
        }
        return Files.write(folder.resolve("w.safetensors"), file.array());
    }

    private static float[] read(Path file, Autoencoder model) throws Problem {
        return WeightFile.read(file, Progress.NONE).parameters(model);
    }

    private static void assertSays(ThrowingCallable action, String sentence) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(new Messages(Locale.ENGLISH).text(problem.sentence()))
                                .contains(sentence));
    }

    @Test
    void placesEachTensorWhereTheModelHasIt() throws Exception {
        Path file = write(FITS, 1, 2, 3, 4, 5, 6, 7);

        assertThat(read(file, MODEL)).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(WeightFile.read(file, Progress.NONE).converted()).isNull();
        assertThat(WeightFile.read(file, Progress.NONE).hash()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @MethodSource
    void readsWhatPythonWrites(String ending, String kind, String names) throws Exception {
        Path file = folder.resolve("python." + ending);
        List<String> bits = Python.with("numpy").code(NUMPY, file, kind, names);
        Autoencoder model = Autoencoder.of(TrainingConfig.DEFAULT.withLatent(3), ImageShape.grey(4, 4));

        float[] parameters = read(file, model);
        StringBuilder read = new StringBuilder();
        for (float each : parameters) {
            read.append(String.format(Locale.ROOT, "%08x ", Float.floatToIntBits(each)));
        }
        assertThat(read.toString().strip()).isEqualTo(String.join(" ", bits));
        Object said = WeightFile.read(file, Progress.NONE).converted();
        assertThat(said == null).isEqualTo(kind.equals("f4"));
    }

    static Stream<Arguments> readsWhatPythonWrites() {
        String plain = "encoder.weight,encoder.bias,decoder.weight,decoder.bias";
        String numbered = "encoder.0.weight,encoder.0.bias,decoder.0.weight,decoder.0.bias";
        String afterFlatten = "encoder.1.weight,encoder.1.bias,decoder.0.weight,decoder.0.bias";
        return Stream.of("npz", "safetensors")
                .flatMap(ending -> Stream.of(
                        Arguments.of(ending, "f4", plain),
                        Arguments.of(ending, "f4", numbered),
                        Arguments.of(ending, "f8", afterFlatten),
                        Arguments.of(ending, "f2", plain)));
    }

    @Test
    void takesTheLayersOfAStackInTheirOrder() throws Exception {
        Autoencoder stack = Autoencoder.of(SMALL.with(Setting.HIDDEN, HiddenLayer.dense(1)), ImageShape.grey(1, 1));
        StringBuilder header = new StringBuilder("{");
        String[] names = {"encoder.10", "encoder.2", "decoder.0", "decoder.2"};
        for (int i = 0; i < 4; i++) {
            header.append("\"%s.weight\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[%d,%d]},"
                    .formatted(names[i], 8 * i, 8 * i + 4));
            header.append("\"%s.bias\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[%d,%d]}%s"
                    .formatted(names[i], 8 * i + 4, 8 * i + 8, i < 3 ? "," : "}"));
        }
        Path file = write(header.toString(), 1, 2, 3, 4, 5, 6, 7, 8);

        assertThat(read(file, stack)).containsExactly(3, 4, 1, 2, 5, 6, 7, 8);
    }

    @Test
    void saysWhatDoesNotFitTheModel() throws Exception {
        Path file = write(FITS, 1, 2, 3, 4, 5, 6, 7);

        assertSays(
                () -> read(file, Autoencoder.of(SMALL.withLatent(2), ImageShape.grey(1, 2))),
                "w.safetensors: encoder.weight has shape [1, 2], and this model needs [2, 2]");
        assertSays(
                () -> read(file, Autoencoder.of(SMALL.withKind(ModelKind.TIED), ImageShape.grey(1, 2))),
                "w.safetensors has decoder.weight [2, 1], and this model has no place for it");
        assertSays(
                () -> read(
                        file, Autoencoder.of(SMALL.with(Setting.HIDDEN, HiddenLayer.dense(1)), ImageShape.grey(1, 2))),
                "w.safetensors has no encoder.1.weight, which this model needs with shape [1, 1]");
        Path nan = write(FITS, 1, 2, 3, 4, Float.NaN, 6, 7);
        assertSays(() -> read(nan, MODEL), "decoder.weight has NaN at place 1;");
        Path more = write(
                FITS.replace("}}", "},\"extra\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}"),
                1,
                2,
                3,
                4,
                5,
                6,
                7);
        assertSays(() -> read(more, MODEL), "w.safetensors has extra [1], and this model has no place for it");
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatIsNoFileOfWeights(String header) throws Exception {
        Path file = write(header, 1, 2, 3, 4, 5, 6, 7);
        assertSays(() -> read(file, MODEL), "w.safetensors is no file of weights, or a damaged one");
    }

    static Stream<String> refusesWhatIsNoFileOfWeights() {
        return Stream.of(
                "[]",
                "no JSON at all",
                FITS.replace("[0,8]", "[0,12]"),
                FITS.replace("[0,8]", "[-8,0]"),
                FITS.replace("[0,8]", "[0]"),
                FITS.replace("[1,2]", "[1,-2]"),
                FITS.replace("[1,2]", "\"[1,2]\""),
                FITS.replace("[1,2]", "[4611686018427387904,4]"),
                FITS.replace("decoder.bias", "encoder.bias"),
                FITS.substring(0, 60),
                "{".repeat(5000));
    }

    @Test
    void refusesAHeaderThatIsLongerThanAnyIsAndAFileThatIsCut() throws Exception {
        Path file = write(FITS, 1, 2, 3, 4, 5, 6, 7);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {0, 5, 8}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertSays(() -> read(file, MODEL), "no file of weights");
        }
        for (int length : new int[] {40, whole.length - 1}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertSays(() -> read(file, MODEL), "w.safetensors ends before its last weights");
        }
        byte[] huge = whole.clone();
        ByteBuffer.wrap(huge).order(ByteOrder.LITTLE_ENDIAN).putLong(1L << 40);
        Files.write(file, huge);
        assertSays(() -> read(file, MODEL), "no file of weights");
    }

    @Test
    void namesWhatHoldsNoFloats() throws Exception {
        Path file = write(FITS.replaceFirst("F32", "I32"), 1, 2, 3, 4, 5, 6, 7);
        assertSays(() -> read(file, MODEL), "w.safetensors: encoder.weight holds numbers of type I32");
        assertSays(() -> read(folder.resolve("none.npz"), MODEL), "cannot be read");
        Path other = Files.write(folder.resolve("model.pt"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0, 0, 0});
        assertSays(() -> read(other, MODEL), "model.pt is no file of weights");
    }

    @Test
    void refusesPickledObjects() throws Exception {
        Path file = folder.resolve("pickled.npz");
        Python.with("numpy")
                .code("import sys, numpy as np; np.savez(sys.argv[1], **{'encoder.weight': np.array([{}, 1])})", file);
        assertSays(() -> read(file, MODEL), "encoder.weight");
    }
}
