package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import latentlab.text.Messages;
import latentlab.text.Sentence;

/** What an account says, by its keys; every sentence is whole in both languages. */
public final class Said {
    private Said() {}

    public static List<String> changed(Dataset dataset) {
        return keys(dataset.account().changed());
    }

    /** Those of a format, not those that any data may have, which {@link DatasetChecks} finds. */
    public static List<String> warnings(Dataset dataset) {
        return keys(dataset.account().warnings()).stream()
                .filter(key -> !key.startsWith("data.check."))
                .toList();
    }

    public static List<String> parts(Dataset dataset) {
        return keys(dataset.account().parts());
    }

    public static List<String> leftOut(Dataset dataset) {
        return keys(dataset.account().leftOut().stream()
                .map(Account.LeftOut::reason)
                .toList());
    }

    private static List<String> keys(List<Sentence> sentences) {
        for (Sentence sentence : sentences) {
            for (Locale language : Messages.LANGUAGES) {
                assertThat(new Messages(language).text(sentence)).doesNotContain("{", "\n", "null", "latentlab");
            }
        }
        return sentences.stream().map(Sentence::key).toList();
    }
}
