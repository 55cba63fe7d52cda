package latentlab.figure.comparison;

import java.util.List;
import java.util.function.Function;
import latentlab.comparison.KeyFigure;
import latentlab.text.Sentence;

/**
 * What stands at figures of runs.
 *
 * @param say the language of their reader
 */
public record RunsWords(Function<Sentence, String> say) {
    String title(KeyFigure figure) {
        return say.apply(figure.title());
    }

    String value(KeyFigure figure, double value) {
        return say.apply(figure.value(value));
    }

    /** @return a number at an axis or a scale of a figure */
    String tick(KeyFigure figure, double value) {
        return figure == KeyFigure.ACCURACY ? value(figure, value) : tick(value);
    }

    String tick(double value) {
        return say.apply(Sentence.of("comparison.tick", value));
    }

    /** @return what cells are the mean over */
    String over(List<String> names) {
        return say.apply(Sentence.of("comparison.over", String.join(", ", names)));
    }
}
