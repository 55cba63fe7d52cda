package latentlab.data.parquet;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Names of classes in the metadata that dataset hubs put into their files. */
final class ClassLabels {
    /** The key of the metadata. */
    static final String KEY = "huggingface";

    private ClassLabels() {}

    /**
     * @param json {@code {"info": {"features": {"label": {"names": ["cat", "dog"], "_type": "ClassLabel"}}}}}, or null
     * @param column whose classes are asked for
     * @return their names in order; empty where there are none
     */
    static List<String> of(String json, String column) {
        if (json == null) {
            return List.of();
        }
        List<String> path = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> wanted = List.of("info", "features", column, "names");
        String property = "";
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case PROPERTY_NAME -> property = parser.getString();
                    case START_OBJECT, START_ARRAY -> {
                        path.add(property);
                        property = "";
                    }
                    case END_OBJECT, END_ARRAY -> path.removeLast();
                    case VALUE_STRING -> {
                        if (path.size() == wanted.size() + 1
                                && path.subList(1, path.size()).equals(wanted)) {
                            names.add(parser.getString());
                        }
                    }
                    default -> {}
                }
            }
            return names;
        } catch (JacksonException e) {
            return List.of();
        }
    }
}
