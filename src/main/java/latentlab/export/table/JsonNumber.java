package latentlab.export.table;

import tools.jackson.core.JsonGenerator;

/** A number in JSON, which has no NaN and no infinity: null takes their place. */
public final class JsonNumber {
    private JsonNumber() {}

    public static void write(JsonGenerator json, String name, double number) {
        json.writeName(name);
        write(json, number);
    }

    public static void write(JsonGenerator json, double number) {
        if (Double.isFinite(number)) {
            json.writeNumber(number);
        } else {
            json.writeNull();
        }
    }
}
