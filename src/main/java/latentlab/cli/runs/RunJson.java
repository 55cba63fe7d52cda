package latentlab.cli.runs;

import java.io.StringWriter;
import java.util.Map;
import latentlab.library.Entry;
import latentlab.library.RunSummary;
import latentlab.text.Messages;
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
        number(json, run.bestLoss());
        json.writeNumberProperty("bestEpoch", run.bestEpoch());
        json.writeNumberProperty("seconds", run.seconds());
        json.writeArrayPropertyStart("losses");
        run.losses().forEach(loss -> number(json, loss));
        json.writeEndArray();
    }

    private static void words(JsonGenerator json, Map<String, String> words) {
        words.forEach(json::writeStringProperty);
    }

    /** JSON has no NaN. */
    private static void number(JsonGenerator json, double number) {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeNull();
        }
    }
}
