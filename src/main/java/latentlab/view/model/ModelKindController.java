package latentlab.view.model;

import java.util.Locale;
import javafx.beans.InvalidationListener;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Preset;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.Run;
import latentlab.session.TrainingModel;
import latentlab.text.Sentence;
import latentlab.view.ViewContext;
import latentlab.view.ViewContext.MayDropRun;

/** Binds the choice of model to the settings. */
final class ModelKindController {
    private final ModelKindView view;
    private final TrainingModel model;

    private final MayDropRun mayDropRun;
    /** The loss that came with the choice of a variational model, and the one it took the place of; null before. */
    private Loss likelihood;

    private Loss replaced;

    ModelKindController(ModelKindView view, ViewContext context) {
        this.view = view;
        mayDropRun = context.mayDropRun();
        model = context.model();
        view.choices.forEach((kind, choice) -> choice.setOnAction(_ -> choose(kind)));
        PresetController presets = new PresetController(context, this::start);
        view.presets.setOnAction(_ -> presets.toggle(view.presets));
        InvalidationListener refresh = _ -> refresh();
        model.settingsProperty().addListener(refresh);
        model.runProperty().addListener(refresh);
        model.settingsPendingProperty().addListener(refresh);
        refresh();
    }

    private void choose(ModelKind kind) {
        TrainingConfig before = model.settingsProperty().get();
        TrainingConfig after = before.withKind(kind);
        if (kind == ModelKind.VARIATIONAL && !before.get(Setting.LOSS).isLikelihood()) {
            likelihood = before.get(Setting.OUTPUT) == Activation.SIGMOID ? Loss.BERNOULLI : Loss.GAUSSIAN;
            replaced = before.get(Setting.LOSS);
            after = after.with(Setting.LOSS, likelihood);
        } else if (before.kind() == ModelKind.VARIATIONAL && before.get(Setting.LOSS) == likelihood) {
            after = after.with(Setting.LOSS, replaced);
        }
        model.setSettings(after);
        // Clicking the chosen button would otherwise leave none chosen.
        refresh();
    }

    /** Starts a preset as a run of its own: its rate must not reach the current run. */
    private void start(Preset preset) {
        Sentence name = Sentence.of("engine.preset." + preset.name().toLowerCase(Locale.ROOT));
        if (mayDropRun.asked(Sentence.of("view.question.preset", name), "view.controls.new")) {
            model.startOver(preset.config());
        }
    }

    private void refresh() {
        ModelKind kind = model.settingsProperty().get().kind();
        view.choices.forEach((each, choice) -> choice.setSelected(each == kind));
        Run run = model.runProperty().get();
        boolean waiting = run != null
                && model.settingsPendingProperty().get()
                && run.config().kind() != kind;
        view.note.setWaiting(waiting);
    }
}
