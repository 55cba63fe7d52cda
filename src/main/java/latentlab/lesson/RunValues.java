package latentlab.lesson;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.embedding.MapQuality;
import latentlab.engine.model.StuckUnits;
import latentlab.engine.training.BestEpoch;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.Split;
import latentlab.run.NeighbourAccuracy;
import latentlab.run.Run;
import latentlab.text.Problem;

/** Measures what lessons name of the user's runs. Not for the user interface's thread: some of it takes seconds. */
public final class RunValues {
    /** How near to 0 and to 1 a code is at an end. */
    private static final double END = 0.1;
    /** Images whose pixels are compared, which are many numbers each. */
    private static final int IMAGES = 2000;

    private final Run shown;
    private final List<Run> trained;

    /**
     * @param shown the run on screen
     * @param trained the runs there are beside it, oldest first
     */
    public RunValues(Run shown, List<Run> trained) {
        this.shown = shown;
        this.trained = List.copyOf(trained);
    }

    /**
     * @param wanted whether they are still asked for
     * @return all of the values, NaN where a run's data do not allow one; null while one of them is still to come
     * @throws java.util.concurrent.CancellationException if they are no longer asked for
     */
    public Map<MeasuredValue, Double> of(Collection<MeasuredValue> values, BooleanSupplier wanted) {
        Map<MeasuredValue, Double> found = new HashMap<>();
        for (MeasuredValue value : values) {
            Run run = run(value);
            if (run == null) {
                return null;
            }
            List<EpochResult> history = run.history();
            int epoch = value.epoch() < 0 ? history.size() - 1 : value.epoch();
            if (epoch < 0 || epoch >= history.size()) {
                return null;
            }
            found.put(value, of(value.quantity(), run, history, epoch, wanted));
        }
        return found;
    }

    /** The one on screen where it has the setting, or else the newest that has. */
    private Run run(MeasuredValue value) {
        if (value.run() == null || shown != null && value.run().in(shown)) {
            return shown;
        }
        return trained.reversed().stream()
                .filter(run -> shown != null
                        && run.dataset() == shown.dataset()
                        && value.run().in(run))
                .findFirst()
                .orElse(null);
    }

    private static double of(Quantity quantity, Run run, List<EpochResult> history, int epoch, BooleanSupplier wanted) {
        Dataset data = run.dataset();
        int batch = run.config().batch();
        Split split = Split.of(run.config(), data);
        int best = BestEpoch.of(history);
        return switch (quantity) {
            case TRAINING_LOSS -> history.get(epoch).trainLoss();
            case VALIDATION_LOSS -> history.get(epoch).validLoss();
            case BEST_VALIDATION_LOSS ->
                best < 0 ? Double.NaN : history.get(best).validLoss();
            case BEST_EPOCH -> best < 0 ? Double.NaN : history.get(best).epoch();
            case EPOCHS -> history.size() - 1;
            case SECONDS -> medianSeconds(history);
            case NEIGHBOURS ->
                kept(run, epoch) && run.accuracy() != null ? run.accuracy().of(epoch, wanted) : Double.NaN;
            case PIXEL_NEIGHBOURS -> ofPixels(data, wanted);
            case STUCK -> kept(run, epoch) ? stuck(run, epoch) : Double.NaN;
            case AT_ENDS -> kept(run, epoch) ? atEnds(run.latent(epoch)) : Double.NaN;
            case AVERAGE_IMAGE -> AverageImage.error(data.train(), split, () -> check(wanted));
            case BLACK_IMAGE -> AverageImage.errorOfBlack(split, () -> check(wanted));
            case PARAMETERS -> run.model().parameterCount();
            case PIXELS -> run.model().inputs();
            case UNITS -> run.model().latent();
            case TRAINING_IMAGES -> split.trained();
            case VALIDATION_IMAGES -> split.validated();
            case TEST_IMAGES -> data.test().count();
            case CLASSES -> data.test().labelled() ? data.classNames().size() : Double.NaN;
            case BATCH -> batch;
            case STEPS -> (split.trained() + batch - 1) / batch;
        };
    }

    private static void check(BooleanSupplier wanted) {
        if (!wanted.getAsBoolean()) {
            throw new CancellationException("nobody waits for the values");
        }
    }

    private static boolean kept(Run run, int epoch) {
        return run.epochs().keeps(epoch);
    }

    private static double medianSeconds(List<EpochResult> history) {
        double[] seconds = history.stream()
                .skip(1)
                .mapToDouble(EpochResult::seconds)
                .sorted()
                .toArray();
        return seconds.length == 0 ? Double.NaN : seconds[seconds.length / 2];
    }

    private static double ofPixels(Dataset data, BooleanSupplier wanted) {
        if (!NeighbourAccuracy.possible(data)) {
            return Double.NaN;
        }
        ImageSet test = data.test();
        int[] images = ImageSet.spread(test.count(), IMAGES);
        int[] labels = IntStream.of(images).map(test::label).toArray();
        try {
            return MapQuality.accuracy(test.ink(images), data.shape().size(), labels, (_, _) -> check(wanted));
        } catch (Problem _) {
            return Double.NaN; // fewer images than have neighbours
        }
    }

    private static int stuck(Run run, int epoch) {
        float[] codes = run.latent(epoch);
        for (float code : codes) {
            if (!Float.isFinite(code)) {
                return run.model().latent(); // a run that has diverged
            }
        }
        return StuckUnits.of(codes, run.model().latent(), run.config().codeActivation())
                .stuck();
    }

    private static double atEnds(float[] codes) {
        int count = 0;
        for (float code : codes) {
            if (code < END || code > 1 - END) {
                count++;
            }
        }
        return count / (double) codes.length;
    }
}
