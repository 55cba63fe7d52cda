package latentlab.cli.runs;

import java.io.StringWriter;
import java.util.Map;
import latentlab.embedding.TsneSettings;
import latentlab.embedding.umap.UmapSettings;
import latentlab.export.table.JsonNumber;
import latentlab.library.Entry;
import latentlab.library.RunSummary;
import latentlab.run.StartWeights;
import latentlab.run.file.RunFile;
import latentlab.run.findings.Findings;
import latentlab.run.findings.LaidOutMap;
import latentlab.run.findings.LayoutWay.ByTsne;
import latentlab.run.findings.LayoutWay.ByUmap;
import latentlab.text.Messages;
import latentlab.text.Problem;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Runs for programs to read. */
final class RunJson {
    /** Names are in any language; what reads the output may not know its encoding. */
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private RunJson() {}

    /**
     * @param messages language of the sentences
     * @return one JSON object on one line
     */
    static String of(Entry entry, Messages messages) {
        return text(entry, messages, null, null);
    }

    /** Likewise, with what was found out about the run after its training, which is read from its file. */
    static String withFindings(Entry entry, Messages messages) throws Problem {
        if (!entry.readable()) {
            return of(entry, messages);
        }
        try (RunFile file = RunFile.open(entry.file())) {
            return text(entry, messages, file.findings(), file.start().weights());
        }
    }

    private static String text(Entry entry, Messages messages, Findings findings, StartWeights.From weights) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("file", entry.file().toString());
            json.writeNumberProperty("bytes", entry.bytes());
            json.writeStringProperty("changed", entry.changed().toInstant().toString());
            if (entry.readable()) {
                write(json, entry.run(), messages);
            } else {
                json.writeStringProperty("fault", messages.text(entry.fault()));
            }
            if (weights != null) {
                json.writeObjectPropertyStart("weights");
                json.writeStringProperty("file", weights.file());
                json.writeStringProperty("hash", weights.hash());
                json.writeEndObject();
            }
            if (findings != null) {
                write(json, findings);
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, RunSummary run, Messages messages) {
        json.writeStringProperty("id", run.id());
        json.writeStringProperty("name", run.about().name());
        json.writeStringProperty("note", run.about().note());
        json.writeBooleanProperty("star", run.about().star());
        json.writeArrayPropertyStart("tags");
        run.about().tags().forEach(json::writeString);
        json.writeEndArray();
        json.writeObjectPropertyStart("bookmarks");
        run.about().bookmarks().forEach((epoch, note) -> json.writeStringProperty(String.valueOf(epoch), note));
        json.writeEndObject();
        json.writeStringProperty("created", run.created().toString());
        json.writeStringProperty("data", messages.text(run.dataName()));
        json.writeObjectPropertyStart("request");
        json.writeStringProperty("data", run.data().origin());
        words(json, run.data().words());
        json.writeEndObject();
        json.writeObjectPropertyStart("settings");
        words(json, run.config().texts());
        json.writeEndObject();
        json.writeArrayPropertyStart("changedSettings");
        run.changedSettings().keySet().forEach(setting -> json.writeString(setting.name()));
        json.writeEndArray();
        json.writeNumberProperty("epochs", run.epochs());
        json.writeNumberProperty("planned", run.planned());
        json.writeName("bestLoss");
        JsonNumber.write(json, run.bestLoss());
        json.writeNumberProperty("bestEpoch", run.bestEpoch());
        json.writeNumberProperty("seconds", run.seconds());
        json.writeArrayPropertyStart("losses");
        run.losses().forEach(loss -> JsonNumber.write(json, loss));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Findings findings) {
        json.writeObjectPropertyStart("accuracies");
        findings.accuracies().forEach((epoch, accuracy) -> {
            json.writeName(String.valueOf(epoch));
            JsonNumber.write(json, accuracy);
        });
        json.writeEndObject();
        json.writeObjectPropertyStart("testErrors");
        findings.errors().forEach((epoch, error) -> {
            json.writeObjectPropertyStart(String.valueOf(epoch));
            json.writeName("mse");
            JsonNumber.write(json, error.mse());
            json.writeName("psnr");
            JsonNumber.write(json, error.psnr());
            json.writeEndObject();
        });
        json.writeEndObject();
        json.writeArrayPropertyStart("maps");
        for (LaidOutMap map : findings.maps()) {
            json.writeStartObject();
            boolean latent = map.space() == LaidOutMap.Space.LATENT;
            json.writeStringProperty("space", latent ? "latent" : "pixels");
            if (latent) {
                json.writeNumberProperty("epoch", map.epoch());
            }
            json.writeNumberProperty("images", map.images().length);
            switch (map.way()) {
                case ByTsne(TsneSettings way) -> {
                    json.writeStringProperty("method", "tsne");
                    json.writeNumberProperty("perplexity", way.perplexity());
                    json.writeNumberProperty("seed", way.seed());
                    json.writeNumberProperty("iterations", map.iterations());
                    json.writeName("divergence");
                    JsonNumber.write(json, map.divergence());
                }
                case ByUmap(UmapSettings way) -> {
                    json.writeStringProperty("method", "umap");
                    json.writeNumberProperty("neighbours", way.neighbours());
                    json.writeNumberProperty("minDistance", way.minimalDistance());
                    json.writeNumberProperty("seed", way.seed());
                    json.writeNumberProperty("iterations", map.iterations());
                }
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void words(JsonGenerator json, Map<String, String> words) {
        words.forEach(json::writeStringProperty);
    }
}
