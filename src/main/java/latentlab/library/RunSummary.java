package latentlab.library;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import latentlab.data.DataRequest;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.BranchedFrom;
import latentlab.run.file.RunAbout;
import latentlab.run.file.RunSamples;
import latentlab.run.findings.TestError;
import latentlab.text.Sentence;

/**
 * What a library shows of a run, and what it takes to train one like it. Plain data.
 *
 * @param id of the run, the same wherever its file lies
 * @param about what the user says of it
 * @param created when its first epoch was kept
 * @param config its settings
 * @param dataName what the window calls its data
 * @param data how to get these again
 * @param epochs trained so far, 0 or more
 * @param bestLoss the least validation loss; NaN where no epoch has one
 * @param bestEpoch the epoch it was found after; -1 for none
 * @param error of the test images after the last epoch; null where it has not been worked out
 * @param losses validation losses at up to {@value #MOST_LOSSES} epochs, evenly spread from the first to the last; NaN
 *     where there is none
 * @param seconds all its epochs took
 * @param thumbnails up to ten test images and their reconstructions after the last epoch, made small
 * @param from where it has left another run; null if it began by itself
 */
public record RunSummary(
        String id,
        RunAbout about,
        Instant created,
        TrainingConfig config,
        Sentence dataName,
        DataRequest data,
        int epochs,
        double bestLoss,
        int bestEpoch,
        TestError error,
        List<Double> losses,
        double seconds,
        RunSamples thumbnails,
        BranchedFrom from) {
    public static final int MOST_LOSSES = 60;

    public RunSummary {
        Objects.requireNonNull(id);
        Objects.requireNonNull(about);
        Objects.requireNonNull(created);
        Objects.requireNonNull(config);
        Objects.requireNonNull(dataName);
        Objects.requireNonNull(data);
        losses = List.copyOf(losses);
        Objects.requireNonNull(thumbnails);
    }

    /** Epochs it was to have: those of its settings, or more where it went on beyond them. */
    public int planned() {
        return Math.max(config.epochs(), epochs);
    }

    /** @return settings that matter and differ from their defaults, in the settings' order, with their values */
    public SequencedMap<Setting<?>, String> changedSettings() {
        SequencedMap<Setting<?>, String> changed = new LinkedHashMap<>();
        for (Setting<?> setting : Setting.ALL) {
            String text = changed(config, setting);
            if (text != null) {
                changed.put(setting, text);
            }
        }
        return Collections.unmodifiableSequencedMap(changed);
    }

    /** @return the value of a setting that matters and differs from its default; else null */
    static <T> String changed(TrainingConfig config, Setting<T> setting) {
        T value = config.get(setting);
        return value.equals(setting.initial()) || !setting.appliesTo(config)
                ? null
                : setting.domain().text(value);
    }
}
