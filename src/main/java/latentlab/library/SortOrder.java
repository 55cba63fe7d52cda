package latentlab.library;

import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

/** Orders of a library's entries. Those that cannot be read come last, except by name and size. */
public enum SortOrder {
    /** The newest first. */
    DATE,
    /** The least validation loss first; runs without one after all others. */
    LOSS,
    /** The least test error after the last epoch first; runs of which it is not known after all others. */
    ERROR,
    /** The most epochs first. */
    EPOCHS,
    NAME,
    /** The largest file first. */
    SIZE;

    /** @param locale of the person who reads it, whose alphabet goes by */
    public Comparator<Entry> comparator(Locale locale) {
        return comparator(locale, Entry::name);
    }

    /** @param titles what runs are called where they are listed */
    public Comparator<Entry> comparator(Locale locale, Function<Entry, String> titles) {
        Comparator<Entry> newest =
                Comparator.comparing(SortOrder::moment).reversed().thenComparing(Entry::file);
        Comparator<Entry> readable = Comparator.comparing(entry -> !entry.readable());
        return switch (this) {
            case DATE -> readable.thenComparing(newest);
            case LOSS ->
                readable.thenComparingDouble(
                                each -> each.readable() ? each.run().bestLoss() : Double.NaN)
                        .thenComparing(newest);
            case ERROR -> readable.thenComparingDouble(SortOrder::error).thenComparing(newest);
            case EPOCHS ->
                readable.thenComparingInt(each -> each.readable() ? -each.run().epochs() : 0)
                        .thenComparing(newest);
            case NAME ->
                Comparator.comparing(titles, Collator.getInstance(locale)::compare)
                        .thenComparing(newest);
            case SIZE -> Comparator.comparingLong((Entry each) -> -each.bytes()).thenComparing(newest);
        };
    }

    private static double error(Entry entry) {
        return entry.readable() && entry.run().error() != null
                ? entry.run().error().mse()
                : Double.NaN;
    }

    private static Instant moment(Entry entry) {
        return entry.readable() ? entry.run().created() : entry.changed().toInstant();
    }
}
