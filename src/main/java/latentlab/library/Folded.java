package latentlab.library;

import java.text.Normalizer;
import java.util.Locale;

/** Text as it is compared: without regard to case, to full or half width, and to the way accents are put together. */
final class Folded {
    private Folded() {}

    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
