package latentlab.view.model;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import latentlab.data.Dataset;
import latentlab.engine.settings.Preset;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.Run;
import latentlab.session.Durations;
import latentlab.session.EpochSeconds;
import latentlab.session.TrainingModel;
import latentlab.view.LatestOnly;
import latentlab.view.PopOvers;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.words.Sight;
import org.controlsfx.control.PopOver;

/** Describes presets on a card, measures how long they take, and keeps what has been seen of their runs. */
final class PresetController {
    /** Epochs whose times say how long others take. */
    private static final int ENOUGH = 3;
    /** Seconds that are trained for at most to know how long a preset takes. */
    private static final double LONGEST = 15;

    private final PresetCard card;
    private final PopOver popOver;
    private final TrainingModel model;
    private final Texts texts;
    private final LatestOnly measuring;
    /** Seconds of an epoch of each preset on the data chosen; NaN where there is no memory for it. */
    private final Map<Preset, Double> times = new HashMap<>();
    /** What has been seen in the runs of this session, by their ids. */
    private final Map<String, EnumSet<Sight>> seen = new HashMap<>();
    /** The boxes are being ticked as they are known to be. */
    private boolean ticking;

    /** @param start called with the preset that the user starts */
    PresetController(ViewContext context, Consumer<Preset> start) {
        model = context.model();
        texts = context.texts();
        measuring = context.latestOnly();
        card = new PresetCard(texts);
        popOver = PopOvers.of(card, PopOver.ArrowLocation.TOP_LEFT);
        popOver.setOnHidden(_ -> measuring.forget());
        card.group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                // One of them is always chosen.
                before.setSelected(true);
            } else {
                describe();
            }
        });
        card.start.setOnAction(_ -> {
            popOver.hide();
            start.accept(card.chosen());
        });
        card.sights.forEach((sight, box) -> box.setOnAction(_ -> tick(sight, box.isSelected())));
        texts.messagesProperty().subscribe(this::describe);
        model.datasetProperty().subscribe(_ -> {
            times.clear();
            describe();
        });
        model.runProperty().subscribe(_ -> describe());
        model.history().addListener((ListChangeListener<EpochResult>) _ -> {
            if (popOver.isShowing()) {
                showTicks();
            }
        });
    }

    /** @param owner the button that the card opens below */
    void toggle(Node owner) {
        if (popOver.isShowing()) {
            popOver.hide();
            return;
        }
        Preset running = running();
        card.choices
                .get(running != null ? running : card.chosen() == null ? Preset.NOTEBOOK_SIMPLE : card.chosen())
                .setSelected(true);
        popOver.show(owner);
        card.choices.get(card.chosen()).requestFocus();
        describe();
    }

    /** The preset that the run on screen is of, however long it goes on; null for none. */
    private Preset running() {
        Run run = model.runProperty().get();
        for (Preset preset : Preset.values()) {
            if (run != null && alike(run.config(), preset.config())) {
                return preset;
            }
        }
        return null;
    }

    private static boolean alike(TrainingConfig one, TrainingConfig other) {
        return Setting.ALL.stream()
                .filter(setting -> setting != Setting.EPOCHS && setting != Setting.SEED && setting != Setting.BATCH)
                .allMatch(setting -> one.get(setting).equals(other.get(setting)));
    }

    private void describe() {
        Preset preset = card.chosen();
        if (preset == null) {
            return;
        }
        card.describe(preset, preset == running());
        showTicks();
        Dataset data = model.datasetProperty().get();
        card.start.setDisable(data == null);
        measuring.forget();
        if (data == null) {
            card.time.setText(texts.get("view.preset.time.noData"));
        } else if (times.containsKey(preset)
                || preset == running() && data == model.runProperty().get().dataset() && remember(preset)) {
            showTime(preset);
        } else {
            card.time.setText(texts.get("view.preset.time.measuring"));
            if (popOver.isShowing()) {
                measuring.request(wanted -> EpochSeconds.measured(preset.config(), data, LONGEST, wanted), seconds -> {
                    times.put(preset, seconds);
                    showTime(preset);
                });
            }
        }
    }

    /** Takes the time from the epochs of the run on screen. @return whether there are enough of them */
    private boolean remember(Preset preset) {
        double[] trained = model.history().stream()
                .skip(1)
                .mapToDouble(EpochResult::seconds)
                .sorted()
                .toArray();
        if (trained.length >= ENOUGH) {
            times.put(preset, trained[trained.length / 2]);
        }
        return trained.length >= ENOUGH;
    }

    private void showTime(Preset preset) {
        double epoch = times.get(preset);
        card.time.setText(
                Double.isNaN(epoch)
                        ? texts.get("view.preset.time.none")
                        : texts.get(
                                "view.preset.time",
                                Durations.about(epoch * preset.config().epochs())));
    }

    private EnumSet<Sight> seenInRun() {
        Run run = model.runProperty().get();
        return run == null
                ? EnumSet.noneOf(Sight.class)
                : seen.computeIfAbsent(run.id(), _ -> EnumSet.noneOf(Sight.class));
    }

    private void tick(Sight sight, boolean ticked) {
        if (!ticking) {
            if (ticked) {
                seenInRun().add(sight);
            } else {
                seenInRun().remove(sight);
            }
            showTicks();
        }
    }

    private void showTicks() {
        Preset preset = card.chosen();
        if (preset == null) {
            return;
        }
        boolean mine = preset == running();
        ticking = true;
        for (Sight sight : Sight.of(preset)) {
            boolean certain = mine && sight.certain(model.history());
            card.sights.get(sight).setSelected(certain || mine && seenInRun().contains(sight));
            // What the losses say is not for anyone to take back.
            card.sights.get(sight).setDisable(certain);
        }
        ticking = false;
    }
}
