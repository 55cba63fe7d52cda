package latentlab.measure;

import latentlab.text.Sentence;

/** The unit of a figure. */
public enum Unit {
    SECONDS,
    MILLISECONDS,
    MEGABYTES,
    PERCENT,
    /** Our time divided by another program's. */
    RATIO;

    /** @return a value with this unit, e.g. "0.131 s" */
    public Sentence of(double value) {
        return switch (this) {
            case SECONDS -> Sentence.of("measure.unit.seconds", value);
            case MILLISECONDS -> Sentence.of("measure.unit.milliseconds", value);
            case MEGABYTES -> Sentence.of("measure.unit.megabytes", value);
            case PERCENT -> Sentence.of("measure.unit.percent", value);
            case RATIO -> Sentence.of("measure.unit.ratio", value);
        };
    }
}
