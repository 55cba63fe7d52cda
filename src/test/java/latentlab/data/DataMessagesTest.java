package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latentlab.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataMessagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    static Stream<String> keys() {
        return bundle(Locale.ENGLISH).keySet().stream();
    }

    @Test
    void bothLanguagesHaveTheSameSentences() {
        assertThat(bundle(Locale.JAPANESE).keySet())
                .isEqualTo(bundle(Locale.ENGLISH).keySet());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void bothLanguagesTakeTheSameValues(String key) {
        assertThat(places(Locale.JAPANESE, key)).isEqualTo(places(Locale.ENGLISH, key));
        for (Locale language : Messages.LANGUAGES) {
            assertThat(new Messages(language).text(key, 1, 2, 3, 4, 5, 6)).doesNotContain("{", "}");
        }
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "latentlab.data.messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Set<String> places(Locale language, String key) {
        return PLACE.matcher(bundle(language).getString(key))
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toSet());
    }
}
