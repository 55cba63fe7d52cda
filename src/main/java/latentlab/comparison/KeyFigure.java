package latentlab.comparison;

import java.util.Locale;
import latentlab.text.Sentence;

/** What a run came to, as one number. */
public enum KeyFigure {
    BEST_LOSS,
    VALID_LOSS,
    TRAIN_LOSS,
    SECONDS,
    /** Of ten nearest neighbours, see {@link ComparedRun#accuracy}. */
    ACCURACY;

    /** @return NaN where there is none, as of a run that has diverged */
    double of(ComparedRun run) {
        double value =
                switch (this) {
                    case BEST_LOSS ->
                        run.best() == null ? Double.NaN : run.best().validLoss();
                    case VALID_LOSS -> run.last().validLoss();
                    case TRAIN_LOSS -> run.last().trainLoss();
                    case SECONDS -> run.seconds();
                    case ACCURACY -> run.accuracy();
                };
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** Whether it depends on what the loss measures: neither is better of two such figures of different kinds. */
    boolean isLoss() {
        return this != SECONDS && this != ACCURACY;
    }

    /** Whether more of it is better. */
    public boolean moreIsBetter() {
        return this == ACCURACY;
    }

    public Sentence title() {
        return Sentence.of("comparison.figure." + word());
    }

    /** @return a value in words */
    public Sentence value(double value) {
        return Sentence.of("comparison.value." + (isLoss() ? "loss" : word()), value);
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
