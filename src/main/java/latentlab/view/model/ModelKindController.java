package latentlab.view.model;

import java.util.Locale;
import javafx.beans.InvalidationListener;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Preset;
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
        model.setSettings(model.settingsProperty().get().withKind(kind));
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
