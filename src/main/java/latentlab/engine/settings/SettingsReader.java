package latentlab.engine.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import latentlab.text.Excerpt;
import latentlab.text.Nearest;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.text.TextFile;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;

/**
 * Reads settings files, token by token, and takes none that leaves a doubt: each name once, each value of its setting's
 * own kind and within its range, and nothing but the one object. Whatever is wrong is told with its line.
 */
public final class SettingsReader {
    /** Bytes of the largest file that is read; one with every setting has about a thousand. */
    static final int LARGEST = 1_000_000;

    private final String file;
    private final JsonParser parser;
    /** Names read so far, and the lines they stand in. */
    private final Map<String, Integer> lines = new HashMap<>();

    private String data;
    private TrainingConfig config = TrainingConfig.DEFAULT;

    private SettingsReader(String text, String file) {
        this.file = file;
        this.parser = Json.STRICT.open(text);
    }

    /**
     * @throws Problem if it is not a file of UTF-8 text, or says what {@link #parse} does not take
     * @throws IOException if it is not there or cannot be read
     */
    public static RunSettings read(Path file) throws Problem, IOException {
        return parse(TextFile.read(file, LARGEST), file.toString());
    }

    /**
     * @param text of a settings file
     * @param file what to call it in sentences
     * @throws Problem if it is not one JSON object, a name is not known (the nearest one is suggested) or stands twice,
     *     a value is not taken, or two do not go together
     */
    public static RunSettings parse(String text, String file) throws Problem {
        if (text.isBlank()) {
            throw Problem.of("engine.file.empty", file);
        }
        SettingsReader reader = new SettingsReader(text, file);
        try (reader.parser) {
            reader.readObject();
            reader.readEnd();
        } catch (StreamConstraintsException e) {
            throw new Problem(Sentence.of("engine.file.limit", file, reader.line()), e);
        } catch (StreamReadException e) {
            throw new Problem(Json.fault(e, text, file), e);
        }
        return new RunSettings(reader.data, reader.config.validated());
    }

    private void readObject() throws Problem {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw Problem.of("engine.file.object", file, line(), found());
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Integer before = lines.put(name, line());
            if (before != null) {
                throw Problem.of("engine.file.twice", file, Excerpt.of(name), before, line());
            }
            if (name.equals(RunSettings.DATA)) {
                parser.nextToken();
                data = readData();
            } else {
                Setting<?> setting = setting(name);
                parser.nextToken();
                read(setting);
            }
        }
    }

    private void readEnd() throws Problem {
        TokenStreamLocation place;
        try {
            if (parser.nextToken() == null) {
                return;
            }
            place = parser.currentTokenLocation();
        } catch (StreamReadException e) {
            place = e.getLocation(); // no JSON either, which is one more thing that may not follow
        }
        throw Problem.of("engine.file.trailing", file, place.getLineNr(), place.getColumnNr());
    }

    private Setting<?> setting(String name) throws Problem {
        for (Setting<?> setting : Setting.ALL) {
            if (setting.name().equals(name)) {
                return setting;
            }
        }
        String nearest = Nearest.of(
                name,
                Stream.concat(Stream.of(RunSettings.DATA), Setting.ALL.stream().map(Setting::name)));
        throw Problem.of("engine.file.unknown", file, line(), Excerpt.of(name), nearest);
    }

    private String readData() throws Problem {
        // The character zero is in no path of any system.
        if (is(JsonToken.VALUE_STRING)
                && !parser.getString().isBlank()
                && parser.getString().indexOf('\0') < 0) {
            return parser.getString();
        }
        throw refused(RunSettings.DATA, Sentence.of("engine.file.expected.data"), found());
    }

    private <T> void read(Setting<T> setting) throws Problem {
        Sentence expected = expected(setting.domain());
        if (setting.domain() instanceof Domain.Layers layers) {
            @SuppressWarnings("unchecked")
            T hidden = (T) readLayers(setting.name(), layers, expected);
            config = config.with(setting, hidden);
            return;
        }
        boolean ofItsKind =
                switch (setting.domain()) {
                    case Domain.Whole _ -> is(JsonToken.VALUE_NUMBER_INT);
                    case Domain.Real _ -> is(JsonToken.VALUE_NUMBER_INT) || is(JsonToken.VALUE_NUMBER_FLOAT);
                    case Domain.Flag _ -> is(JsonToken.VALUE_TRUE) || is(JsonToken.VALUE_FALSE);
                    // Spaces around a word are nothing to the command line; a file has the word itself.
                    case Domain.Choice<?> choice ->
                        is(JsonToken.VALUE_STRING) && choice.words().contains(parser.getString());
                    case Domain.Layers _ -> false;
                };
        if (!ofItsKind) {
            throw refused(setting.name(), expected, found());
        }
        try {
            T value = setting.domain().parse(parser.getString());
            if (setting.domain().contains(value)) {
                config = config.with(setting, value);
                return;
            }
        } catch (NumberFormatException e) {
            // A number that is none (NaN), or beyond all that are kept: out of range like any other.
        }
        throw refused(setting.name(), expected, found());
    }

    private List<HiddenLayer> readLayers(String name, Domain.Layers layers, Sentence expected) throws Problem {
        if (!is(JsonToken.START_ARRAY)) {
            throw refused(name, expected, found());
        }
        List<HiddenLayer> read = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (read.size() == layers.most()) {
                throw refused(name, expected, Sentence.of("engine.file.found.longer"));
            }
            HiddenLayer layer = layer();
            if (layer == null || !layers.takes(layer)) {
                throw Problem.of("engine.file.item", file, line(), name, expected, found());
            }
            read.add(layer);
        }
        return List.copyOf(read);
    }

    /** @return a number as a dense layer, a word as one of the others; null if it is neither */
    private HiddenLayer layer() {
        try {
            HiddenLayer layer = is(JsonToken.VALUE_NUMBER_INT) || is(JsonToken.VALUE_STRING)
                    ? HiddenLayer.parse(parser.getString())
                    : null;
            return layer instanceof HiddenLayer.Dense == is(JsonToken.VALUE_NUMBER_INT) ? layer : null;
        } catch (IllegalArgumentException e) {
            return null; // no layer's word, or a number beyond a long, and so far beyond a layer
        }
    }

    private boolean is(JsonToken token) {
        return parser.currentToken() == token;
    }

    private Problem refused(String name, Sentence expected, Object found) {
        return Problem.of("engine.file.value", file, line(), name, expected, found);
    }

    private static Sentence expected(Domain<?> domain) {
        return domain instanceof Domain.Layers(int most, int widest)
                ? Sentence.of("engine.file.expected.layers", most, widest)
                : domain.expected();
    }

    /** What stands there instead of what was expected. */
    private Object found() {
        return switch (parser.currentToken()) {
            case START_ARRAY -> Sentence.of("engine.file.found.list");
            case START_OBJECT -> Sentence.of("engine.file.found.object");
            case VALUE_STRING -> '"' + Excerpt.of(parser.getString()) + '"';
            default -> Excerpt.of(parser.getString());
        };
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
