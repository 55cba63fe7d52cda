package latentlab.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import latentlab.text.Sentence;

/**
 * A picture of several runs.
 *
 * @param axis what losses are laid out by
 * @param figure what is drawn of the others
 * @param across the setting of the lower axis, of those that have one; else null
 * @param down the setting of a heat map's other axis; else null
 */
public record Picture(Kind kind, Axis axis, KeyFigure figure, Dimension across, Dimension down) {
    public enum Kind {
        /** Curves over each other. */
        LOSSES(0),
        /** A figure over two settings. */
        HEAT_MAP(2),
        /** A line for each run through axes of settings and the figure. */
        PARALLEL(1),
        /** A figure against one setting. */
        AGAINST(1);

        private final int settings;

        Kind(int settings) {
            this.settings = settings;
        }

        /** @return why it cannot be drawn of these runs; empty if it can */
        public Optional<Sentence> obstacle(Comparison comparison) {
            if (settings > comparison.dimensions().size()) {
                return Optional.of(Sentence.of(settings == 1 ? "comparison.picture.one" : "comparison.picture.two"));
            }
            return settings > 0 && comparison.figures().isEmpty()
                    ? Optional.of(Sentence.of("comparison.picture.figure"))
                    : Optional.empty();
        }

        /** As in the names of texts and nodes. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param comparison of which it can be drawn
     * @return with the settings that come first: a seed last, since runs differ by chance along it
     */
    public static Picture first(Kind kind, Comparison comparison) {
        List<Dimension> dimensions = comparison.dimensions();
        return new Picture(
                kind,
                Axis.EPOCH,
                comparison.figures().isEmpty()
                        ? KeyFigure.BEST_LOSS
                        : comparison.figures().getFirst(),
                kind.settings > 0 ? dimensions.getFirst() : null,
                kind.settings > 1 ? dimensions.get(1) : null);
    }
}
