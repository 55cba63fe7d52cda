package latentlab.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * An object of a JSON file of this program. Whatever is not as it was written is an {@link IllegalArgumentException}:
 * what it is would tell nobody anything.
 */
record JsonTree(Map<String, Object> members) {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Reads a file's text, which has one object and nothing else. */
    static JsonTree of(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Object value = value(parser);
            if (!(value instanceof JsonTree tree) || parser.nextToken() != null) {
                throw new IllegalArgumentException("not one object");
            }
            return tree;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Object value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, value(parser));
                }
                yield new JsonTree(members);
            }
            case START_ARRAY -> {
                List<Object> values = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(parser));
                }
                yield values;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null, default -> throw new IllegalArgumentException("nothing that this program writes");
        };
    }

    /** A member that has to be there. */
    <T> T get(String name, Class<T> type) {
        Object value = members.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(name);
        }
        return type.cast(value);
    }

    /** Whether there is a member that older files do not have. */
    boolean has(String name) {
        return members.containsKey(name);
    }

    /** A member that older files do not have; false there. */
    boolean flag(String name) {
        return has(name) && get(name, Boolean.class);
    }

    int whole(String name) {
        return Math.toIntExact(get(name, Long.class));
    }

    /** A list that has to be there, of one type. */
    <T> List<T> list(String name, Class<T> type) {
        List<?> values = get(name, List.class);
        if (!values.stream().allMatch(type::isInstance)) {
            throw new IllegalArgumentException(name);
        }
        return values.stream().map(type::cast).toList();
    }

    /** An object of texts that has to be there. */
    Map<String, String> texts(String name) {
        JsonTree tree = get(name, JsonTree.class);
        Map<String, String> texts = new LinkedHashMap<>();
        tree.members.keySet().forEach(each -> texts.put(each, tree.get(each, String.class)));
        return texts;
    }
}
