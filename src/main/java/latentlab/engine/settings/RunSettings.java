package latentlab.engine.settings;

import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * A run as a settings file says it: one JSON object with the names of {@link Setting#ALL} and {@code "data"}. What a
 * file leaves out has its default.
 *
 * @param data where the images come from, in the words of the command line; null if the file does not say
 * @param config everything else
 */
public record RunSettings(String data, TrainingConfig config) {
    /** The name of {@link #data} in a file. */
    public static final String DATA = "data";

    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectWriteContext INDENTED = new ObjectWriteContext.Base() {
        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        }
    };

    /** @return the file's text, with every setting in it, so that it means the same when defaults change */
    public String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(INDENTED, text)) {
            json.writeStartObject();
            if (data != null) {
                json.writeStringProperty(DATA, data);
            }
            Setting.ALL.forEach(setting -> write(json, setting));
            json.writeEndObject();
        }
        return text + "\n";
    }

    private <T> void write(JsonGenerator json, Setting<T> setting) {
        T value = config.get(setting);
        json.writeName(setting.name());
        switch (value) {
            case Long number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            case Double number -> json.writeNumber(number);
            case List<?> layers -> {
                json.writeStartArray();
                layers.forEach(layer -> write(json, (HiddenLayer) layer));
                json.writeEndArray();
            }
            default -> json.writeString(setting.domain().text(value));
        }
    }

    private static void write(JsonGenerator json, HiddenLayer layer) {
        if (layer instanceof HiddenLayer.Dense(int units)) {
            json.writeNumber(units);
        } else {
            json.writeString(layer.text());
        }
    }
}
