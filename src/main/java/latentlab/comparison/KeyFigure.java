package latentlab.comparison;

import java.util.Locale;
import latentlab.run.findings.TestError;
import latentlab.text.Sentence;

/** What a run came to, as one number. */
public enum KeyFigure {
    BEST_LOSS,
    VALID_LOSS,
    TRAIN_LOSS,
    SECONDS,
    /** Mean squared error of the test images after the last epoch, whatever the loss is, see {@link TestError}. */
    TEST_MSE,
    /** The same as a peak signal-to-noise ratio, in decibels. */
    TEST_PSNR,
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
                    case TEST_MSE ->
                        run.error() == null ? Double.NaN : run.error().mse();
                    case TEST_PSNR ->
                        run.error() == null ? Double.NaN : run.error().psnr();
                    case ACCURACY -> run.accuracy();
                };
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** Whether it depends on what the loss measures: neither is better of two such figures of different kinds. */
    boolean isLoss() {
        return this == BEST_LOSS || this == VALID_LOSS || this == TRAIN_LOSS;
    }

    /** Whether it can be compared between runs of the same data, whatever their losses are. */
    boolean isTestError() {
        return this == TEST_MSE || this == TEST_PSNR;
    }

    /** Whether more of it is better. */
    public boolean moreIsBetter() {
        return this == ACCURACY || this == TEST_PSNR;
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
