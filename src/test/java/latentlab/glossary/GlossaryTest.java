package latentlab.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import latentlab.engine.settings.Setting;
import latentlab.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GlossaryTest {
    private static final Messages ENGLISH = new Messages(Locale.ENGLISH);
    private static final Messages JAPANESE = new Messages(Locale.JAPANESE);

    @ParameterizedTest
    @EnumSource(Term.class)
    void saysOneShortSentenceAndMoreInBothLanguages(Term term) {
        for (Messages messages : List.of(ENGLISH, JAPANESE)) {
            String sentence = messages.text(term.sentence());
            assertThat(sentence).hasSizeBetween(10, 200).matches("(?s).*[.。]");
            assertThat(messages.text(term.paragraph())).hasSizeBetween(20, 500).matches("(?s).*[.。]");
            assertThat(messages.text(term.title())).hasSizeBetween(2, 40);
        }
        assertThat(JAPANESE.text(term.sentence())).matches("(?s).*\\p{IsHiragana}.*");
        assertThat(JAPANESE.text(term.paragraph()))
                .matches("(?s).*(す|せん)( \\(.*\\))?。")
                .doesNotContain("である。");
        assertThat(term.related()).doesNotContain(term).doesNotHaveDuplicates();
    }

    @Test
    void explainsEverySetting() {
        assertThat(Setting.ALL)
                .allSatisfy(setting ->
                        assertThat(Term.of(setting)).as(setting.name()).isPresent());
    }

    @Test
    void everyTermIsReachedFromAnother() {
        Set<Term> reached = new HashSet<>();
        for (Term term : Term.values()) {
            reached.addAll(term.related());
        }
        reached.addAll(Setting.ALL.stream()
                .map(setting -> Term.of(setting).orElseThrow())
                .toList());
        Set<Term> lone = new HashSet<>(Arrays.asList(Term.values()));
        lone.removeAll(reached);
        assertThat(lone).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10-NN, NEAREST_NEIGHBOURS",
        "10-nn map, NEIGHBOURS_ON_MAP",
        "trust, TRUSTWORTHINESS",
        "kept, NEIGHBOURS_KEPT",
        "KL, KL_DIVERGENCE",
        "perplex, PERPLEXITY",
        "t-sne, T_SNE",
        "umap, UMAP",
        "variance, EXPLAINED_VARIANCE",
        "psnr, PSNR",
        "mse, MSE",
        "rate, LEARNING_RATE",
        "dead, DEAD_UNIT",
        "saturated, SATURATED_UNIT",
        "ＡＤＡＭ, ADAM",
    })
    void findsFiguresByWhatTheWindowCallsThem(String words, Term term) {
        assertThat(Glossary.search(words, ENGLISH)).startsWith(term);
    }

    @Test
    void findsInTextsAfterNames() {
        assertThat(Glossary.search("損失", JAPANESE)).startsWith(Term.LOSS).contains(Term.CROSS_ENTROPY);
        assertThat(Glossary.search("Hinton", ENGLISH)).containsExactly(Term.SSE);
        assertThat(Glossary.search("no such word", ENGLISH)).isEmpty();
        assertThat(Glossary.search("  ", ENGLISH)).hasSize(Term.values().length);
    }
}
