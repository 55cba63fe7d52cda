package latentlab.export.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import latentlab.Python;
import latentlab.data.ImageShape;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.engine.settings.HiddenLayer;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Problem;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.RmsProp;

/** Parameters are read by programs that are not ours. */
class ParameterFilesTest {
    private static final String NUMPY = """
            import sys, json, struct, numpy as np
            if sys.argv[1].endswith(".npz"):
                arrays = dict(np.load(sys.argv[1]))
                origin = str(arrays.pop("latent_lab"))
            else:
                whole = open(sys.argv[1], "rb").read()
                length, = struct.unpack("<Q", whole[:8])
                assert length % 8 == 0
                header = json.loads(whole[8:8 + length])
                origin = header.pop("__metadata__")["latent_lab"]
                arrays = {}
                last = 0
                for name, each in header.items():
                    start, end = each["data_offsets"]
                    assert start == last and each["dtype"] == "F32"
                    last = end
                    numbers = np.frombuffer(whole[8 + length + start:8 + length + end], "<f4")
                    arrays[name] = numbers.reshape(each["shape"])
                assert 8 + length + last == len(whole)
            print(json.loads(origin)["epoch"])
            for name, array in arrays.items():
                assert array.dtype == np.float32
                print(name, *array.shape, *["%08x" % b for b in array.reshape(-1).view(np.uint32)])
            """;

    @TempDir
    Path folder;

    static Stream<TrainingConfig> models() {
        return ModelRun.models();
    }

    private static List<String> expected(EpochModel epoch) {
        List<String> lines =
                new ArrayList<>(List.of(String.valueOf(epoch.result().epoch())));
        for (ParameterArray array : epoch.model().arrays()) {
            StringBuilder line = new StringBuilder(array.name()).append(' ').append(array.rows());
            if (!array.bias()) {
                line.append(' ').append(array.columns());
            }
            for (int i = 0; i < array.length(); i++) {
                line.append(String.format(" %08x", Float.floatToIntBits(epoch.parameters()[array.offset() + i])));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    @Test
    void numpyReadsThemBitForBit() throws Exception {
        Python python = Python.with("numpy");
        for (TrainingConfig config : models().limit(5).toList()) {
            try (ModelRun trained = ModelRun.of(config, folder)) {
                EpochModel epoch = trained.epoch(1);
                Path npz = folder.resolve("a.npz");
                ParameterNpz.write(npz, epoch);
                assertThat(python.code(NUMPY, npz)).isEqualTo(expected(epoch));
                Path tensors = folder.resolve("a.safetensors");
                Safetensors.write(tensors, epoch);
                assertThat(python.code(NUMPY, tensors)).isEqualTo(expected(epoch));
            }
        }
    }

    /** Also where one has neither Python nor time: the layout by hand. */
    @Test
    void safetensorsHaveTheirNumbersBehindAHeaderOfTheLengthSaid() throws Exception {
        try (ModelRun trained = ModelRun.of(models().findFirst().orElseThrow(), folder)) {
            Path file = folder.resolve("a.safetensors");
            Safetensors.write(file, trained.epoch(2));
            byte[] bytes = Files.readAllBytes(file);
            ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            int length = (int) buffer.getLong();
            assertThat(length % 8).isZero();
            float[] numbers = new float[trained.run().model().parameterCount()];
            buffer.position(8 + length);
            buffer.asFloatBuffer().get(numbers);
            assertThat(numbers).isEqualTo(trained.epoch(2).parameters());
            assertThat(bytes).hasSize(8 + length + 4 * numbers.length);
        }
    }

    static Stream<TrainingConfig> modelsOfDl4j() {
        return models().filter(config -> refusal(config) == null);
    }

    /** @return the sentence that a model's file is refused with, or null */
    private static String refusal(TrainingConfig config) {
        if (config.kind() == ModelKind.VARIATIONAL) {
            return "export.dl4j.variational";
        }
        boolean dense = config.hidden().stream().allMatch(HiddenLayer.Dense.class::isInstance);
        return dense ? null : "export.dl4j.convolutions";
    }

    @Test
    void dl4jHasNoVariationalModelsOrConvolutionsAndTheSentencesSayWhatHas() throws Exception {
        for (TrainingConfig config :
                models().filter(each -> refusal(each) != null).toList()) {
            try (ModelRun trained = ModelRun.of(config, folder)) {
                Path file = folder.resolve("a.zip");
                assertThatThrownBy(() -> Dl4jZip.write(file, trained.epoch(2)))
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.sentence().key()).isEqualTo(refusal(config)));
                assertThat(file).doesNotExist();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modelsOfDl4j")
    void dl4jRestoresTheModelAndItsTraining(TrainingConfig config) throws Exception {
        TrainingConfig other = config.with(Setting.OPTIMISER, Optimiser.RMSPROP).with(Setting.LOSS, Loss.MSE);
        try (ModelRun trained = ModelRun.of(other, folder)) {
            Path file = folder.resolve("a.zip");
            Dl4jZip.write(file, trained.epoch(2));
            MultiLayerNetwork network = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), true);
            BaseLayer first =
                    (BaseLayer) network.getLayerWiseConfigurations().getConf(0).getLayer();
            assertThat(((RmsProp) first.getIUpdater()).getLearningRate()).isEqualTo(other.learningRate());
            ImageShape shape = trained.run().model().shape();
            int count = trained.run().dataset().test().count();
            INDArray images = Nd4j.create(
                    trained.images(), new long[] {count, shape.channels(), shape.height(), shape.width()}, 'c');
            float[] theirs = network.output(images).dup('c').data().asFloat();
            float[] codes = trained.run().latent(2);
            float[] ours = trained.run().decodeIntensities(2, codes);
            for (int i = 0; i < ours.length; i++) {
                assertThat(theirs[i]).isCloseTo(ours[i], offset(1e-5f));
            }
            assertThat(Arrays.stream(network.params().toDoubleVector()).allMatch(Double::isFinite))
                    .isTrue();
        }
    }

    @Test
    void theSameModelIsTheSameBytes() throws Exception {
        try (ModelRun trained = ModelRun.of(models().findFirst().orElseThrow(), folder)) {
            assertThat(twice(file -> ParameterNpz.write(file, trained.epoch(1))))
                    .isTrue();
            assertThat(twice(file -> Safetensors.write(file, trained.epoch(1)))).isTrue();
            assertThat(twice(file -> OnnxModel.write(file, trained.epoch(1), OnnxModel.Part.WHOLE)))
                    .isTrue();
            assertThat(twice(file -> PyTorchScript.write(file, trained.epoch(1))))
                    .isTrue();
        }
    }

    private interface Writing {
        void to(Path file) throws Exception;
    }

    private boolean twice(Writing writing) throws Exception {
        Path file = folder.resolve("same");
        writing.to(file);
        byte[] first = Files.readAllBytes(file);
        writing.to(file);
        return Arrays.equals(first, Files.readAllBytes(file));
    }
}
