package latentlab.export;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import latentlab.data.DataRequest;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.Run;
import latentlab.run.images.ChosenImages;
import latentlab.run.images.ChosenImages.How;
import latentlab.text.AppVersion;
import latentlab.text.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Which run a file comes from, written into the file itself as JSON of ASCII letters on one line.
 *
 * @param run its id
 * @param epoch that the file is about; negative for all of them
 * @param data of the run
 * @param config settings of the run
 */
public record Origin(String run, int epoch, DataRequest data, TrainingConfig config) {
    /** What the JSON begins with. */
    static final String BEGINNING = "{\"program\":\"Latent Lab ";

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Of a file that shows no images of the grid. @param epoch that it is about; negative for all of them */
    public static String json(Run run, int epoch) {
        return json(run, ChosenImages.notebook(run), epoch);
    }

    /**
     * @param images of the grid; named unless they are the notebook's
     * @param epoch that the file is about; negative for all of them
     */
    public static String json(Run run, ChosenImages images, int epoch) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("program", "Latent Lab " + AppVersion.text());
            json.writeStringProperty("run", run.id());
            if (epoch >= 0) {
                json.writeNumberProperty("epoch", epoch);
            }
            images(json, images);
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
        // In texts alone, since JSON's own signs are others: so that XML leaves it as it is.
        return text.toString().replace("&", "\\u0026").replace("<", "\\u003C").replace(">", "\\u003E");
    }

    private static void images(JsonGenerator json, ChosenImages images) {
        if (images.how() == How.NOTEBOOK) {
            return;
        }
        json.writeObjectPropertyStart("images");
        json.writeStringProperty("chosen", images.how().name().toLowerCase(Locale.ROOT));
        switch (images.how()) {
            case RANDOM -> json.writeNumberProperty("seed", images.number());
            case CLASS -> json.writeNumberProperty("label", images.number());
            case WORST, BEST -> {
                json.writeNumberProperty("epoch", images.number());
                json.writeStringProperty("run", images.run());
            }
            case NOTEBOOK, HAND, SELECTION -> {}
        }
        json.writeArrayPropertyStart("indices");
        images.indices().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void words(JsonGenerator json, Map<String, String> words) {
        words.forEach(json::writeStringProperty);
    }

    /**
     * The way back from {@link #json}.
     *
     * @param text that begins with the JSON; whatever follows is not read
     * @return what it says; null if that is nothing that this version understands
     */
    static Origin parse(String text) {
        String run = "";
        int epoch = -1;
        Map<String, String> data = new LinkedHashMap<>();
        Map<String, String> settings = Map.of();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                switch (name) {
                    case "run" -> run = json.getString();
                    case "epoch" -> epoch = json.getIntValue();
                    case "data" -> data = strings(json);
                    case "settings" -> settings = strings(json);
                    default -> {
                        if (value.isStructStart()) {
                            json.skipChildren();
                        }
                    }
                }
            }
            String origin = data.remove("data");
            return origin == null
                    ? null
                    : new Origin(
                            run,
                            epoch,
                            DataRequest.of(origin, data),
                            TrainingConfig.ofTexts(settings).validated());
        } catch (JacksonException | IllegalArgumentException | Problem _) {
            return null;
        }
    }

    /** @return its values that are texts */
    private static Map<String, String> strings(JsonParser json) {
        Map<String, String> strings = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_STRING) {
                strings.put(name, json.getString());
            } else if (value.isStructStart()) {
                json.skipChildren();
            }
        }
        return strings;
    }
}
