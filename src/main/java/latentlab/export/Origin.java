package latentlab.export;

import java.io.StringWriter;
import java.util.Map;
import latentlab.run.Run;
import latentlab.text.AppVersion;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Which run a file comes from, written into the file itself: the app's version, the run, its data and its settings, as
 * JSON of ASCII letters on one line. Settings are as settings files have them, so that they can be taken up again.
 */
public final class Origin {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Origin() {}

    /** @param epoch that the file is about; negative for all of them */
    public static String json(Run run, int epoch) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("program", "Latent Lab " + AppVersion.text());
            json.writeStringProperty("run", run.id());
            if (epoch >= 0) {
                json.writeNumberProperty("epoch", epoch);
            }
            json.writeObjectPropertyStart("data");
            json.writeStringProperty("data", run.start().data().request().origin());
            words(json, run.start().data().request().words());
            json.writeStringProperty("hash", run.start().data().hash());
            json.writeEndObject();
            json.writeObjectPropertyStart("settings");
            words(json, run.start().settings());
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void words(JsonGenerator json, Map<String, String> words) {
        words.forEach(json::writeStringProperty);
    }
}
