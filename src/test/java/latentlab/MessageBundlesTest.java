package latentlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read: whole in both languages, and neither missing in the program nor in vain. */
class MessageBundlesTest {
    private static final Path BUNDLES = Path.of("resources/latentlab");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)(,\\w+)?");
    /** An apostrophe by itself, which MessageFormat takes for the beginning of a quotation. */
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    static Stream<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            return files.filter(file -> file.endsWith("messages.properties")).toList().stream();
        }
    }

    private static Properties read(Path bundle) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(bundle)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static Path japanese(Path bundle) {
        return bundle.resolveSibling("messages_ja.properties");
    }

    @Test
    void thereAreBundles() throws IOException {
        assertThat(bundles().map(bundle -> bundle.getParent().getFileName().toString()))
                .contains("data", "engine", "run", "diagnosis", "view", "export", "cli");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeysAndTheyNameTheirPackage(Path bundle) {
        Set<Object> english = new TreeSet<>(read(bundle).keySet());
        assertThat(new TreeSet<>(read(japanese(bundle)).keySet())).isEqualTo(english);
        String owner = bundle.getParent().getFileName() + ".";
        assertThat(english).allSatisfy(key -> assertThat((String) key).startsWith(owner));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noKeyIsWrittenTwice(Path bundle) throws IOException {
        for (Path file : List.of(bundle, japanese(bundle))) {
            List<String> keys = Files.readAllLines(file).stream()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as("%s", file).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyPatternIsOneAndTakesTheSameValuesInBothLanguages(Path bundle) {
        Properties english = read(bundle);
        Properties japanese = read(japanese(bundle));
        for (String key : english.stringPropertyNames()) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
                String pattern = (language == Locale.ENGLISH ? english : japanese).getProperty(key);
                assertThat(pattern).as(key).isNotBlank().isEqualTo(pattern.strip());
                assertThat(new MessageFormat(pattern, language)).as(key).isNotNull();
                assertThat(LONE_APOSTROPHE.matcher(pattern).find())
                        .as("%s has an apostrophe that is not doubled: %s", key, pattern)
                        .isFalse();
            }
            assertThat(placeholders(japanese.getProperty(key)))
                    .as("values of %s", key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    /**
     * Which values a pattern takes, with how they are written: one may be a number here and a text there only by
     * mistake.
     */
    private static Set<String> placeholders(String pattern) {
        Set<String> placeholders = new TreeSet<>();
        PLACEHOLDER.matcher(pattern).results().map(MatchResult::group).forEach(placeholders::add);
        // A choice is a matter of grammar, which languages have or have not.
        placeholders.removeIf(placeholder -> placeholder.endsWith(",choice"));
        return placeholders;
    }

    @Test
    void everyKeyInTheProgramIsInItsBundleAndEveryKeyInABundleIsInTheProgram() throws IOException {
        Set<String> keys = new TreeSet<>();
        Set<String> owners = new HashSet<>();
        bundles().forEach(bundle -> {
            keys.addAll(read(bundle).stringPropertyNames());
            owners.add(bundle.getParent().getFileName().toString());
        });
        KeysInProgram program = KeysInProgram.read(owners);

        Set<String> missing = new TreeSet<>(program.whole);
        missing.removeAll(keys);
        assertThat(missing).as("keys that no bundle has").isEmpty();
        for (String start : program.starts) {
            assertThat(keys).as("keys that start with " + start).anyMatch(key -> key.startsWith(start));
        }

        Set<String> unused = new TreeSet<>(keys);
        unused.removeAll(program.whole);
        unused.removeIf(program::builds);
        assertThat(unused).as("keys that the program does not use").isEmpty();
    }

    /**
     * Keys as the sources have them.
     *
     * @param whole literals that are keys
     * @param starts literals that others are added to: {@code "view.help." + name}
     * @param words all literals, parts of keys among them
     */
    private record KeysInProgram(Set<String> whole, Set<String> starts, Set<String> words) {
        static KeysInProgram read(Set<String> owners) throws IOException {
            KeysInProgram found = new KeysInProgram(new TreeSet<>(), new TreeSet<>(), new HashSet<>());
            Pattern key = Pattern.compile("(" + String.join("|", owners) + ")\\.[\\w.]*");
            List<Path> files;
            try (Stream<Path> all = Files.walk(SOURCES)) {
                files = all.filter(file -> file.toString().endsWith(".java")).toList();
            }
            for (Path file : files) {
                String source = Files.readString(file);
                LITERAL.matcher(source).results().forEach(literal -> {
                    String text = literal.group(1);
                    found.words.add(text);
                    if (key.matcher(text).matches()) {
                        boolean start =
                                source.substring(literal.end()).stripLeading().startsWith("+");
                        (start ? found.starts : found.whole).add(text);
                    }
                });
                enumConstants(source).forEach(found.words::add);
            }
            return found;
        }

        private static List<String> enumConstants(String source) {
            List<String> constants = new ArrayList<>();
            Pattern.compile("\\b[A-Z][A-Z_0-9]+\\b")
                    .matcher(source)
                    .results()
                    .forEach(constant -> constants.add(constant.group().toLowerCase(Locale.ROOT)));
            return constants;
        }

        /**
         * Whether a key is one of the starts and a word (an identifier, an enum constant in lower case), perhaps with
         * an end.
         */
        boolean builds(String key) {
            return starts.stream()
                    .filter(key::startsWith)
                    .map(start -> key.substring(start.length()))
                    .anyMatch(rest -> words.contains(rest)
                            || rest.contains(".")
                                    && words.contains(rest.substring(0, rest.lastIndexOf('.')))
                                    && words.contains(rest.substring(rest.lastIndexOf('.'))));
        }
    }
}
