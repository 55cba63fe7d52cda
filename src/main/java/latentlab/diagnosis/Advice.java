package latentlab.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import latentlab.engine.model.StuckAdvice;
import latentlab.engine.model.StuckUnits;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.RateChange;
import latentlab.run.Run;
import latentlab.run.RunState;
import latentlab.text.Sentence;

/**
 * What to try next, where it is certain; see {@link Kind} for when that is. Of several the first that applies.
 *
 * @param sentence what is wrong
 * @param change of a setting that helps against it
 * @param more why, and what else has been seen to help; null where the sentence says it all
 */
public record Advice(Kind kind, Sentence sentence, Change<?> change, Sentence more) {
    /** Epochs without progress after which the loss counts as flat. */
    public static final int FLAT_EPOCHS = 20;
    /** What the best loss has to fall by in them, as a share of itself, to count as progress: 0.1 %. */
    public static final double FLAT = 0.001;
    /** Epochs after which units that are stuck hardly come free. */
    public static final int STUCK_EPOCHS = 10;
    /** Epochs that are looked at for ups and downs. */
    public static final int SWING_EPOCHS = 10;
    /** In so many of them the loss rises... */
    public static final int SWINGS = 4;
    /** ... by more than this share of itself each time. */
    public static final double SWING = 0.05;

    private Advice(Kind kind, Sentence sentence, Change<?> change) {
        this(kind, sentence, change, null);
    }

    public enum Kind {
        /** The loss became infinite or no number. */
        DIVERGED,
        /** The last two validation losses are above that of the untrained model, and the last is no {@link #better}. */
        ABOVE_START,
        /**
         * None of the latent units tells images apart, see {@link StuckUnits}, or at least half of them do not after
         * {@link #STUCK_EPOCHS}: of the default model's twenty, five come free within its first thirty epochs.
         */
        STUCK,
        /**
         * Of the last {@link #SWING_EPOCHS} epochs, {@link #SWINGS} raised the validation loss by {@link #SWING}, and
         * the newer half of them is no {@link #better}.
         */
        SWINGS,
        /** In {@link #FLAT_EPOCHS} epochs the best validation loss has not fallen by {@link #FLAT} of itself. */
        FLAT
    }

    /** A setting that another value helps. */
    public record Change<T>(Setting<T> setting, T value) {
        public TrainingConfig in(TrainingConfig config) {
            return config.with(setting, value);
        }

        /** @return the value as it is written */
        public String text() {
            return setting.domain().text(value);
        }

        /** @return what a button that does it says */
        public Sentence label() {
            return setting == Setting.RATE
                    ? Sentence.of("diagnosis.try.rate", value)
                    : setting == Setting.CODE
                            ? Sentence.of("diagnosis.try.code", text())
                            : Sentence.of("diagnosis.try.patience", text());
        }
    }

    /**
     * @param rate learning rate it is trained with now
     * @param history element e is epoch e
     * @param units after the last epoch; null where that is not known
     */
    public static Optional<Advice> of(
            TrainingConfig config, double rate, RunState state, List<EpochResult> history, StuckUnits units) {
        double[] losses = history.stream().mapToDouble(EpochResult::validLoss).toArray();
        int last = losses.length - 1;
        if (state == RunState.DIVERGED) {
            return slower(Kind.DIVERGED, Sentence.of("diagnosis.diverged", last + 1), rate, 10);
        }
        if (last >= 2 && losses[last] > losses[0] && losses[last - 1] > losses[0] && !better(losses, 1)) {
            Sentence sentence = Sentence.of("diagnosis.aboveStart", losses[last], losses[0]);
            return slower(Kind.ABOVE_START, sentence, rate, 10);
        }
        if (units != null && units.stuck() > 0 && units.stuck() >= fewestStuck(units.units(), last)) {
            return moving(units, config, rate);
        }
        int swings = swings(losses);
        if (swings >= SWINGS && !better(losses, SWING_EPOCHS / 2)) {
            return slower(Kind.SWINGS, Sentence.of("diagnosis.swings", swings, SWING_EPOCHS), rate, 3);
        }
        // A run that ends by itself at a plateau needs no such advice.
        if (flat(losses) && config.get(Setting.EARLY_STOPPING) == 0) {
            return Optional.of(new Advice(
                    Kind.FLAT, Sentence.of("diagnosis.flat", FLAT_EPOCHS), new Change<>(Setting.EARLY_STOPPING, (long)
                            FLAT_EPOCHS)));
        }
        return Optional.empty();
    }

    /** @return how many of the units have to be stuck after so many epochs for that to be certain to last */
    private static double fewestStuck(int units, int epochs) {
        return epochs < 1 ? Double.POSITIVE_INFINITY : epochs < STUCK_EPOCHS ? units : units / 2.0;
    }

    /**
     * Of a run as it is now, its latent units included, which takes some milliseconds.
     *
     * @param wanted whether it is still asked for
     * @throws CancellationException if it is no longer asked for, or the run is closed
     */
    public static Optional<Advice> of(Run run, BooleanSupplier wanted) {
        List<EpochResult> history = run.history();
        int last = history.size() - 1;
        if (last < 0 || run.gone() || !wanted.getAsBoolean()) {
            return Optional.empty();
        }
        List<RateChange> changes = run.rateChanges();
        double rate = changes.isEmpty()
                ? run.config().learningRate()
                : changes.getLast().after();
        return of(run.config(), rate, run.state(), history, last > 0 ? units(run, last) : null);
    }

    /** What has been seen to help most surely; why, and what else has, is said with it. */
    private static Optional<Advice> moving(StuckUnits units, TrainingConfig config, double rate) {
        StuckAdvice known = StuckAdvice.of(units, config);
        Sentence sentence = Sentence.of("diagnosis.stuck", units.stuck(), units.units());
        Optional<Advice> advice = known.code() == null
                ? slower(Kind.STUCK, sentence, rate, 3)
                : Optional.of(new Advice(Kind.STUCK, sentence, new Change<>(Setting.CODE, known.code())));
        return advice.map(each -> new Advice(each.kind, each.sentence, each.change, known.sentence()));
    }

    private static StuckUnits units(Run run, int epoch) {
        if (!run.epochs().keeps(epoch)) {
            return null;
        }
        float[] codes = run.latent(epoch);
        for (float code : codes) {
            if (!Float.isFinite(code)) {
                return null;
            }
        }
        return StuckUnits.of(codes, run.model().latent(), run.config().codeActivation());
    }

    /** A lower rate, with one digit, as one would type it; none where it is the lowest there is. */
    private static Optional<Advice> slower(Kind kind, Sentence sentence, double rate, int times) {
        double round = Double.parseDouble(String.format(Locale.ROOT, "%.0e", rate / times));
        double lower = Math.max(TrainingConfig.MIN_RATE, round);
        return lower < rate
                ? Optional.of(new Advice(kind, sentence, new Change<>(Setting.RATE, lower)))
                : Optional.empty();
    }

    /**
     * Whether some of the newest epochs are better than all before them, but for the untrained model, by
     * {@link #SWING}: whatever else the loss does, it falls.
     */
    private static boolean better(double[] losses, int newest) {
        int from = Math.max(1, losses.length - newest);
        if (from == 1) {
            // Too few epochs to tell.
            return false;
        }
        double before = Arrays.stream(losses, 1, from).min().orElse(Double.POSITIVE_INFINITY);
        return Arrays.stream(losses, from, losses.length).min().orElse(Double.POSITIVE_INFINITY) < before * (1 - SWING);
    }

    private static int swings(double[] losses) {
        int swings = 0;
        for (int e = Math.max(2, losses.length - SWING_EPOCHS); e < losses.length; e++) {
            swings += losses[e] > losses[e - 1] * (1 + SWING) ? 1 : 0;
        }
        return swings;
    }

    private static boolean flat(double[] losses) {
        if (losses.length - 1 <= FLAT_EPOCHS) {
            return false;
        }
        double before = Double.POSITIVE_INFINITY;
        double since = Double.POSITIVE_INFINITY;
        for (int e = 1; e < losses.length; e++) {
            if (e < losses.length - FLAT_EPOCHS) {
                before = Math.min(before, losses[e]);
            } else {
                since = Math.min(since, losses[e]);
            }
        }
        return since > before - FLAT * before;
    }
}
