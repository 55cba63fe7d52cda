package latentlab.export.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import latentlab.data.DataIdentity;
import latentlab.engine.loss.LossPart;
import latentlab.engine.training.Arithmetic;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export;
import latentlab.export.OutputFile;
import latentlab.run.RateChange;
import latentlab.run.RunStart;
import latentlab.run.findings.TestError;
import latentlab.text.AppVersion;
import latentlab.text.Problem;
import latentlab.text.Progress;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** A run as JSON: what it began with, what it was computed with, and what each epoch came to. */
public final class RunJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private RunJson() {}

    /**
     * Of the chosen epochs.
     *
     * @throws Problem when the file cannot be written
     * @throws java.util.concurrent.CancellationException when cancelled through progress; nothing is left behind
     */
    public static void write(Path file, Export.Subject subject, Progress progress) throws Problem {
        List<EpochResult> results = subject.results();
        Map<Integer, TestError> errors = LastError.of(subject, progress);
        OutputFile.write(file, out -> {
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
                json.writeStartObject();
                // As what other files say of their origin begins.
                json.writeStringProperty("program", "Latent Lab " + AppVersion.text());
                begin(json, subject.run().start());
                json.writeArrayPropertyStart("rateChanges");
                for (RateChange each : subject.rateChanges()) {
                    json.writeStartObject();
                    json.writeNumberProperty("epoch", each.epoch());
                    json.writeNumberProperty("before", each.before());
                    json.writeNumberProperty("after", each.after());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeArrayPropertyStart("history");
                for (EpochResult each : results) {
                    epoch(json, each, errors.get(each.epoch()));
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        });
    }

    private static void begin(JsonGenerator json, RunStart start) {
        json.writeStringProperty("run", start.id());
        if (start.from() != null) {
            json.writeObjectPropertyStart("branchedFrom");
            json.writeStringProperty("run", start.from().run());
            json.writeNumberProperty("epoch", start.from().epoch());
            json.writeEndObject();
        }
        if (start.weights() != null) {
            json.writeObjectPropertyStart("weights");
            json.writeStringProperty("file", start.weights().file());
            json.writeStringProperty("hash", start.weights().hash());
            json.writeEndObject();
        }
        json.writeObjectPropertyStart("settings");
        words(json, start.settings());
        json.writeEndObject();
        environment(json, start.arithmetic());
        data(json, start.data());
    }

    private static void environment(JsonGenerator json, Arithmetic arithmetic) {
        json.writeObjectPropertyStart("environment");
        json.writeStringProperty("java", Runtime.version().toString());
        json.writeStringProperty("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        json.writeStringProperty("kernels", arithmetic.processor());
        json.writeNumberProperty("lanes", arithmetic.lanes());
        json.writeNumberProperty("threads", arithmetic.threads());
        json.writeEndObject();
    }

    private static void data(JsonGenerator json, DataIdentity data) {
        json.writeObjectPropertyStart("data");
        json.writeStringProperty("data", data.origin());
        words(json, data.options());
        json.writeNumberProperty("train", data.train());
        json.writeNumberProperty("test", data.test());
        json.writeArrayPropertyStart("shape");
        json.writeNumber(data.shape().channels());
        json.writeNumber(data.shape().height());
        json.writeNumber(data.shape().width());
        json.writeEndArray();
        json.writeArrayPropertyStart("classes");
        data.classNames().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("hash", data.hash());
        json.writeEndObject();
    }

    private static void words(JsonGenerator json, Map<String, String> words) {
        words.forEach(json::writeStringProperty);
    }

    private static void epoch(JsonGenerator json, EpochResult result, TestError error) {
        json.writeStartObject();
        json.writeNumberProperty("epoch", result.epoch());
        JsonNumber.write(json, "trainLoss", result.trainLoss());
        JsonNumber.write(json, "validLoss", result.validLoss());
        json.writeNumberProperty("seconds", result.seconds());
        json.writeNumberProperty("learningRate", result.learningRate());
        // Worked out after the last epoch, and after those that somebody has asked for.
        if (error != null) {
            JsonNumber.write(json, "testMse", error.mse());
            JsonNumber.write(json, "testPsnr", error.psnr());
        }
        json.writeObjectPropertyStart("parts");
        for (LossPart part : result.parts()) {
            json.writeObjectPropertyStart(part.name());
            JsonNumber.write(json, "train", part.train());
            JsonNumber.write(json, "valid", part.valid());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
