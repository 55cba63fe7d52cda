package latentlab.cli.runs;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import latentlab.comparison.ComparedRun;
import latentlab.comparison.Comparison;
import latentlab.comparison.Judgement;
import latentlab.comparison.SeedGroup;
import latentlab.data.DataIdentity;
import latentlab.engine.training.EpochResult;
import latentlab.export.table.JsonNumber;
import latentlab.text.Messages;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * All that is known of a comparison, for other programs. What is no number is null; runs are named by their place in
 * the list.
 */
final class ComparisonJson {
    /** Names are in any language; what reads the output may not know its encoding. */
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Comparison comparison;
    private final List<Path> files;
    private final Messages messages;

    /**
     * @param files of the runs, in their order
     * @param messages language of the sentences
     */
    ComparisonJson(Comparison comparison, List<Path> files, Messages messages) {
        this.comparison = comparison;
        this.files = files;
        this.messages = messages;
    }

    /** @return one object on one line */
    String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeArrayPropertyStart("runs");
            for (int i = 0; i < files.size(); i++) {
                run(json, comparison.runs().get(i), files.get(i));
            }
            json.writeEndArray();
            json.writeObjectPropertyStart("differing");
            comparison.differences().forEach(difference -> {
                json.writeArrayPropertyStart(difference.name());
                difference.values().forEach(value -> {
                    if (value.isEmpty()) {
                        json.writeNull();
                    } else {
                        json.writeString(value);
                    }
                });
                json.writeEndArray();
            });
            json.writeEndObject();
            json.writeBooleanProperty("comparable", comparison.kinds().size() == 1);
            json.writeArrayPropertyStart("groups");
            comparison.groups().forEach(group -> group(json, group));
            json.writeEndArray();
            json.writeArrayPropertyStart("intervals");
            comparison.judgements().forEach(judged -> judgement(json, judged));
            json.writeEndArray();
            json.writeArrayPropertyStart("conclusions");
            comparison.conclusions().forEach(sentence -> json.writeString(messages.text(sentence)));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void run(JsonGenerator json, ComparedRun run, Path file) {
        json.writeStartObject();
        json.writeStringProperty("name", run.name());
        json.writeStringProperty("file", file.toString());
        json.writeStringProperty("id", run.start().id());
        json.writeObjectPropertyStart("settings");
        run.start().settings().forEach(json::writeStringProperty);
        json.writeEndObject();
        data(json, run.start().data());
        json.writeObjectPropertyStart("arithmetic");
        json.writeNumberProperty("lanes", run.start().arithmetic().lanes());
        json.writeStringProperty("kernels", run.start().arithmetic().processor());
        json.writeNumberProperty("threads", run.start().arithmetic().threads());
        json.writeEndObject();
        json.writeArrayPropertyStart("rateChanges");
        run.rateChanges().forEach(change -> {
            json.writeStartObject();
            json.writeNumberProperty("epoch", change.epoch());
            json.writeNumberProperty("before", change.before());
            json.writeNumberProperty("after", change.after());
            json.writeEndObject();
        });
        json.writeEndArray();
        EpochResult best = run.best();
        JsonNumber.write(json, "bestLoss", best == null ? Double.NaN : best.validLoss());
        JsonNumber.write(json, "bestEpoch", best == null ? Double.NaN : best.epoch());
        JsonNumber.write(json, "trainLoss", run.last().trainLoss());
        JsonNumber.write(json, "validLoss", run.last().validLoss());
        json.writeNumberProperty("epochs", run.epochs());
        JsonNumber.write(json, "seconds", run.seconds());
        json.writeObjectPropertyStart("history");
        column(json, "trainLoss", run, EpochResult::trainLoss);
        column(json, "validLoss", run, EpochResult::validLoss);
        column(json, "seconds", run, EpochResult::seconds);
        column(json, "learningRate", run, EpochResult::learningRate);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void data(JsonGenerator json, DataIdentity data) {
        json.writeObjectPropertyStart("data");
        json.writeStringProperty("origin", data.origin());
        json.writeNumberProperty("train", data.train());
        json.writeNumberProperty("test", data.test());
        json.writeNumberProperty("channels", data.shape().channels());
        json.writeNumberProperty("height", data.shape().height());
        json.writeNumberProperty("width", data.shape().width());
        json.writeStringProperty("hash", data.hash());
        json.writeEndObject();
    }

    private void group(JsonGenerator json, SeedGroup group) {
        json.writeStartObject();
        json.writeStringProperty("label", comparison.label(group));
        places(json, group);
        DoubleSummaryStatistics best = group.statistics();
        boolean any = best.getCount() > 0;
        json.writeNumberProperty("seeds", best.getCount());
        JsonNumber.write(json, "mean", any ? best.getAverage() : Double.NaN);
        JsonNumber.write(json, "least", any ? best.getMin() : Double.NaN);
        JsonNumber.write(json, "greatest", any ? best.getMax() : Double.NaN);
        SeedGroup.Band band = group.band();
        json.writeObjectPropertyStart("band");
        column(json, "mean", band.mean());
        column(json, "least", band.low());
        column(json, "greatest", band.high());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void places(JsonGenerator json, SeedGroup group) {
        json.writeArrayPropertyStart("runs");
        group.runs().forEach(run -> json.writeNumber(comparison.runs().indexOf(run)));
        json.writeEndArray();
    }

    private void judgement(JsonGenerator json, Judgement judged) {
        json.writeStartObject();
        json.writeNumberProperty("better", comparison.groups().indexOf(judged.better()));
        json.writeNumberProperty("worse", comparison.groups().indexOf(judged.worse()));
        JsonNumber.write(json, "difference", judged.difference().difference());
        JsonNumber.write(json, "low", judged.difference().low());
        JsonNumber.write(json, "high", judged.difference().high());
        json.writeBooleanProperty("conclusive", !judged.difference().maybeNone());
        json.writeEndObject();
    }

    private static void column(JsonGenerator json, String name, ComparedRun run, ToDoubleFunction<EpochResult> figure) {
        column(json, name, run.history().stream().mapToDouble(figure).toArray());
    }

    private static void column(JsonGenerator json, String name, double[] values) {
        json.writeArrayPropertyStart(name);
        for (double value : values) {
            JsonNumber.write(json, value);
        }
        json.writeEndArray();
    }
}
