package latentlab.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.MadeUpImages;
import latentlab.data.Dataset;
import latentlab.data.ImageShape;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.model.ModelRun;
import latentlab.export.model.OnnxModel;
import latentlab.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ONNX Runtime comes to the same codes and reconstructions: {@code ./mvnw -Ponnx verify}. */
class OnnxRuntimeTest {
    private static final float CLOSE = 1e-5f;

    @TempDir
    Path folder;

    static Stream<TrainingConfig> models() {
        return ModelRun.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void comesToTheSame(TrainingConfig config) throws Exception {
        try (ModelRun trained = ModelRun.of(config, folder)) {
            check(trained);
        }
    }

    @Test
    void takesImagesInColour() throws Exception {
        Dataset colour = MadeUpImages.inColour(40, 4, 6);
        TrainingConfig config =
                TrainingConfig.DEFAULT.withLatent(2).withBatch(8).withEpochs(1);
        try (ModelRun trained = ModelRun.of(colour, config, folder)) {
            check(trained);
        }
    }

    private void check(ModelRun trained) throws Exception {
        Run run = trained.run();
        int last = run.history().size() - 1;
        int count = run.dataset().test().count();
        int[] all = IntStream.range(0, count).toArray();
        ImageShape shape = run.model().shape();
        long[] images = {count, shape.channels(), shape.height(), shape.width()};
        float[] codes = run.latent(last, all);
        try (OrtEnvironment environment = OrtEnvironment.getEnvironment()) {
            Map<String, float[]> whole =
                    output(environment, trained, OnnxModel.Part.WHOLE, "images", trained.images(), images);
            assertClose(whole.get("code"), codes);
            assertClose(whole.get("reconstruction"), run.decodeIntensities(last, codes));
            Map<String, float[]> encoder =
                    output(environment, trained, OnnxModel.Part.ENCODER, "images", trained.images(), images);
            assertClose(encoder.get("code"), codes);
            float[] drawn = trained.codes(4);
            Map<String, float[]> decoder = output(
                    environment,
                    trained,
                    OnnxModel.Part.DECODER,
                    "code",
                    drawn,
                    4,
                    run.model().latent());
            assertClose(decoder.get("reconstruction"), run.decodeIntensities(last, drawn));
        }
    }

    private Map<String, float[]> output(
            OrtEnvironment environment,
            ModelRun trained,
            OnnxModel.Part part,
            String name,
            float[] input,
            long... shape)
            throws Exception {
        Path file = folder.resolve(part + ".onnx");
        OnnxModel.write(file, trained.epoch(trained.run().history().size() - 1), part);
        try (OrtSession session = environment.createSession(file.toString());
                OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(input), shape);
                OrtSession.Result result = session.run(Map.of(name, tensor))) {
            Map<String, float[]> outputs = new HashMap<>();
            for (Map.Entry<String, OnnxValue> each : result) {
                OnnxTensor value = (OnnxTensor) each.getValue();
                float[] numbers = new float[value.getFloatBuffer().remaining()];
                value.getFloatBuffer().get(numbers);
                outputs.put(each.getKey(), numbers);
            }
            return outputs;
        }
    }

    private static void assertClose(float[] theirs, float[] ours) {
        assertThat(theirs).hasSameSizeAs(ours);
        for (int i = 0; i < ours.length; i++) {
            assertThat(theirs[i]).isCloseTo(ours[i], offset(CLOSE));
        }
    }
}
