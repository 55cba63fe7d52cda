package latentlab.glossary;

import java.text.Collator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import latentlab.text.Messages;

/** All terms, to be looked through in one language. */
public final class Glossary {
    private Glossary() {}

    /**
     * @param words typed by the user; empty for all terms
     * @return the terms that have all of the words in their name or in what is said of them: first those that are
     *     called so, then those whose sentence has them; by name among equals
     */
    public static List<Term> search(String words, Messages messages) {
        List<String> wanted = Arrays.stream(plain(words).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return Arrays.stream(Term.values())
                .filter(term -> rank(term, wanted, messages) < Integer.MAX_VALUE)
                .sorted(Comparator.<Term>comparingInt(term -> rank(term, wanted, messages))
                        .thenComparing(
                                term -> messages.text(term.title()), Collator.getInstance(messages.locale())::compare))
                .toList();
    }

    /** @return less the better it fits; the greatest number where it does not */
    private static int rank(Term term, List<String> wanted, Messages messages) {
        String name = plain(messages.text(term.title()));
        String sentence = plain(messages.text(term.sentence()));
        String all = name + " " + sentence + " " + plain(messages.text(term.paragraph()));
        if (wanted.isEmpty() || wanted.stream().allMatch(name::contains)) {
            return !wanted.isEmpty() && name.startsWith(wanted.getFirst()) ? 0 : 1;
        }
        if (wanted.stream().allMatch((name + " " + sentence)::contains)) {
            return 2;
        }
        return wanted.stream().allMatch(all::contains) ? 3 : Integer.MAX_VALUE;
    }

    /** Without regard to case and to the width of letters. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
