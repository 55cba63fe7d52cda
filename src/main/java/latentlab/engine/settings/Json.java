package latentlab.engine.settings;

import java.util.Arrays;
import latentlab.text.PlainNumber;
import latentlab.text.Sentence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.json.JsonReadFeature;

/**
 * JSON as settings files have it, and as it is written by mistake. A file is read by {@link #STRICT} alone; the
 * others tell what the mistake was, since each gets past one that the strict one stumbles over.
 */
enum Json {
    STRICT(""),
    COMMENTS("comment", JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_YAML_COMMENTS),
    QUOTES("quotes", JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES),
    COMMA("comma", JsonReadFeature.ALLOW_TRAILING_COMMA),
    CONTROL("control", JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS),
    NUMBERS(
            "number",
            JsonReadFeature.ALLOW_HEXADECIMAL_NUMBERS,
            JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
            JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS,
            JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS,
            JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS);

    private final String mistake;
    private final JsonFactory factory;

    Json(String mistake, JsonReadFeature... features) {
        this.mistake = mistake;
        JsonFactoryBuilder builder = JsonFactory.builder()
                .streamReadConstraints(limits())
                // Read as a value, so that the setting it is given to can say what it takes.
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS);
        Arrays.stream(features).forEach(builder::enable);
        factory = builder.build();
    }

    /** Far beyond every settings file; the path of a folder has some thousand characters at most. */
    private static StreamReadConstraints limits() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(10)
                .maxNumberLength(PlainNumber.LONGEST)
                .maxNameLength(100)
                .maxStringLength(10_000)
                .build();
    }

    JsonParser open(String text) {
        return factory.createParser(ObjectReadContext.empty(), text);
    }

    /**
     * @param e what the strict one said of a text
     * @return what is wrong with it, and where
     */
    static Sentence fault(StreamReadException e, String text, String file) {
        TokenStreamLocation place = e.getLocation();
        if (e instanceof UnexpectedEndOfInputException || place.getCharOffset() >= text.length()) {
            return Sentence.of("engine.file.cut", file, place.getLineNr());
        }
        String mistake = Arrays.stream(values())
                .filter(json -> json.reach(text) > place.getCharOffset())
                .map(json -> json.mistake)
                .findFirst()
                .orElse("json");
        return Sentence.of("engine.file." + mistake, file, place.getLineNr(), place.getColumnNr());
    }

    /** How many characters it gets through. */
    private long reach(String text) {
        try (JsonParser parser = open(text)) {
            while (parser.nextToken() != null) {
                parser.finishToken();
            }
            return Long.MAX_VALUE;
        } catch (StreamReadException e) {
            return e.getLocation().getCharOffset();
        } catch (JacksonException e) {
            return Long.MAX_VALUE; // stopped by a limit, where there was nothing wrong otherwise
        }
    }
}
