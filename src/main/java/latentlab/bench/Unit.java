package latentlab.bench;

import latentlab.text.Sentence;

/** In what a figure is measured. */
public enum Unit {
    SECONDS,
    MILLISECONDS,
    MEGABYTES,
    PERCENT,
    /** Our time through another's. */
    RATIO;

    /** @return a value with this unit, e.g. "0.131 s" */
    public Sentence of(double value) {
        return switch (this) {
            case SECONDS -> Sentence.of("bench.unit.seconds", value);
            case MILLISECONDS -> Sentence.of("bench.unit.milliseconds", value);
            case MEGABYTES -> Sentence.of("bench.unit.megabytes", value);
            case PERCENT -> Sentence.of("bench.unit.percent", value);
            case RATIO -> Sentence.of("bench.unit.ratio", value);
        };
    }
}
