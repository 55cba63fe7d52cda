package latentlab.lesson;

import java.util.Locale;

/**
 * Something that a lesson says in each of its languages.
 *
 * @param english null where the lesson is in Japanese only
 * @param japanese null where the lesson is in English only
 */
public record Bilingual<T>(T english, T japanese) {
    /** @return what is said in a language, or else in the one the lesson has */
    public T in(Locale language) {
        boolean wanted = language.getLanguage().equals(Locale.JAPANESE.getLanguage());
        return wanted && japanese != null || english == null ? japanese : english;
    }
}
