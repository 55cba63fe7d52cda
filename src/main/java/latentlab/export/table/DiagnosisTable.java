package latentlab.export.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import latentlab.diagnosis.Diagnosis;
import latentlab.diagnosis.EpochDiagnosis;
import latentlab.diagnosis.EpochDiagnosis.OfLayer;
import latentlab.diagnosis.Histogram;
import latentlab.engine.layer.Layer;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.GradientNorms;
import latentlab.export.Export;
import latentlab.export.Origin;
import latentlab.export.OutputFile;
import latentlab.run.Run;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * The diagnosis of epochs for other programs: test error, learning rate, gradient norms, and what weights and
 * activations are like in each layer; as JSON with their histograms. Numbers have as many digits as it takes to read
 * back the very same double.
 */
public final class DiagnosisTable {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private DiagnosisTable() {}

    /** What is done with an epoch when it has been worked out. */
    private interface Row {
        void write(EpochResult result, EpochDiagnosis diagnosis) throws IOException;
    }

    /**
     * Comma-separated: a header, one line an epoch.
     *
     * @throws Problem when the file cannot be written, or no epoch is kept
     * @throws CancellationException when cancelled through progress; nothing is left behind
     */
    public static void writeCsv(Path file, Export.Subject subject, Progress progress) throws Problem {
        List<EpochResult> epochs = subject.epochs();
        OutputFile.write(file, out -> {
            StringBuilder first = new StringBuilder();
            each(subject.run(), epochs, progress, (result, diagnosis) -> {
                if (first.isEmpty()) {
                    first.append(header(subject.run(), diagnosis));
                    out.write(first.toString().getBytes(StandardCharsets.US_ASCII));
                }
                out.write(line(result, diagnosis).getBytes(StandardCharsets.US_ASCII));
            });
        });
    }

    /** One object; otherwise as {@link #writeCsv}. */
    public static void writeJson(Path file, Export.Subject subject, Progress progress) throws Problem {
        List<EpochResult> epochs = subject.epochs();
        OutputFile.write(file, out -> {
            try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
                json.writeStartObject();
                json.writeStringProperty("origin", Origin.json(subject.run(), -1));
                json.writeNumberProperty("gradientBatches", GradientNorms.BATCHES);
                json.writeNumberProperty(
                        "activationImages",
                        Math.min(
                                Diagnosis.IMAGES, subject.run().dataset().test().count()));
                json.writeArrayPropertyStart("epochs");
                each(
                        subject.run(),
                        epochs,
                        progress,
                        (result, diagnosis) -> epoch(json, subject.run(), result, diagnosis));
                json.writeEndArray();
                json.writeEndObject();
            }
        });
    }

    private static void each(Run run, List<EpochResult> epochs, Progress progress, Row row) throws IOException {
        try (Diagnosis diagnosis = new Diagnosis(run)) {
            for (int i = 0; i < epochs.size(); i++) {
                progress.report((double) i / epochs.size(), Sentence.of("export.diagnosis.progress", i, epochs.size()));
                row.write(epochs.get(i), diagnosis.of(epochs.get(i).epoch(), () -> true));
            }
        }
    }

    private static String header(Run run, EpochDiagnosis any) {
        StringBuilder header = new StringBuilder("epoch,learning_rate,test_mse,test_psnr,gradient_norm");
        for (Layer layer : run.model().layers()) {
            header.append(",gradient_norm_").append(layer.name());
        }
        any.weights().forEach(each -> columns(header, "weights", each.layer()));
        any.activations().forEach(each -> columns(header, "activations", each.layer()));
        return header.append('\n').toString();
    }

    private static void columns(StringBuilder header, String what, String layer) {
        for (String figure : List.of("min", "max", "mean", "std")) {
            header.append(',')
                    .append(what)
                    .append('_')
                    .append(figure)
                    .append('_')
                    .append(layer);
        }
    }

    private static String line(EpochResult result, EpochDiagnosis diagnosis) {
        StringBuilder line = new StringBuilder().append(result.epoch());
        // The untrained model's rate is that of no batch.
        number(line, result.epoch() == 0 ? Double.NaN : result.learningRate());
        number(line, diagnosis.error().mse());
        number(line, diagnosis.error().psnr());
        number(line, diagnosis.gradients().all());
        diagnosis.gradients().layers().forEach(norm -> number(line, norm));
        diagnosis.weights().forEach(each -> figures(line, each.numbers()));
        diagnosis.activations().forEach(each -> figures(line, each.numbers()));
        return line.append('\n').toString();
    }

    private static void figures(StringBuilder line, Histogram numbers) {
        number(line, numbers.low());
        number(line, numbers.high());
        number(line, numbers.mean());
        number(line, numbers.deviation());
    }

    private static void number(StringBuilder line, double value) {
        line.append(',').append(Double.isFinite(value) ? Double.toString(value) : "");
    }

    private static void epoch(JsonGenerator json, Run run, EpochResult result, EpochDiagnosis diagnosis) {
        json.writeStartObject();
        json.writeNumberProperty("epoch", result.epoch());
        JsonNumber.write(json, "learningRate", result.epoch() == 0 ? Double.NaN : result.learningRate());
        JsonNumber.write(json, "testMse", diagnosis.error().mse());
        JsonNumber.write(json, "testPsnr", diagnosis.error().psnr());
        JsonNumber.write(json, "gradientNorm", diagnosis.gradients().all());
        json.writeObjectPropertyStart("gradientNorms");
        List<Layer> layers = run.model().layers();
        for (int l = 0; l < layers.size(); l++) {
            JsonNumber.write(
                    json, layers.get(l).name(), diagnosis.gradients().layers().get(l));
        }
        json.writeEndObject();
        histograms(json, "weights", diagnosis.weights());
        histograms(json, "activations", diagnosis.activations());
        json.writeEndObject();
    }

    private static void histograms(JsonGenerator json, String name, List<OfLayer> layers) {
        json.writeObjectPropertyStart(name);
        for (OfLayer layer : layers) {
            Histogram numbers = layer.numbers();
            json.writeObjectPropertyStart(layer.layer());
            JsonNumber.write(json, "min", numbers.low());
            JsonNumber.write(json, "max", numbers.high());
            JsonNumber.write(json, "mean", numbers.mean());
            JsonNumber.write(json, "std", numbers.deviation());
            json.writeNumberProperty("notFinite", numbers.notFinite());
            json.writeArrayPropertyStart("counts");
            for (int count : numbers.counts()) {
                json.writeNumber(count);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
