package latentlab.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What scikit-learn made of small point sets: see make_tsne_parity.py. */
final class TsneReference {
    private final JsonNode one;

    private TsneReference(JsonNode one) {
        this.one = one;
    }

    static List<String> names() {
        List<String> names = new ArrayList<>();
        names.addAll(all().propertyNames());
        return names;
    }

    static TsneReference of(String name) {
        return new TsneReference(all().get(name));
    }

    private static JsonNode all() {
        try (InputStream json = TsneReference.class.getResourceAsStream("/tsne_parity.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int whole(String name) {
        return one.get(name).asInt();
    }

    double number(String name) {
        return one.get(name).asDouble();
    }

    float[] floats(String name) {
        JsonNode numbers = one.get(name);
        float[] floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers.get(i).asDouble();
        }
        return floats;
    }

    int[] labels() {
        JsonNode numbers = one.get("labels");
        int[] labels = new int[numbers.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = numbers.get(i).asInt();
        }
        return labels;
    }
}
