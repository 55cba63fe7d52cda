package latentlab.view.model;

import javafx.beans.InvalidationListener;
import latentlab.engine.ModelKind;
import latentlab.run.Run;
import latentlab.run.TrainingModel;
import latentlab.view.ViewContext;

/** Binds the choice of model to the settings. */
public final class ModelKindController {
    private final ModelKindView view;
    private final TrainingModel model;

    public ModelKindController(ModelKindView view, ViewContext context) {
        this.view = view;
        model = context.model();
        view.simple.setOnAction(_ -> choose(ModelKind.SIMPLE));
        view.tied.setOnAction(_ -> choose(ModelKind.TIED));
        InvalidationListener refresh = _ -> refresh();
        model.settingsProperty().addListener(refresh);
        model.runProperty().addListener(refresh);
        model.settingsPendingProperty().addListener(refresh);
        refresh();
    }

    private void choose(ModelKind kind) {
        model.setSettings(model.settingsProperty().get().withKind(kind));
        // A click on the chosen one would leave none chosen.
        refresh();
    }

    private void refresh() {
        ModelKind kind = model.settingsProperty().get().kind();
        view.simple.setSelected(kind == ModelKind.SIMPLE);
        view.tied.setSelected(kind == ModelKind.TIED);
        Run run = model.runProperty().get();
        boolean waiting = run != null
                && model.settingsPendingProperty().get()
                && run.config().kind() != kind;
        view.note.setWaiting(waiting);
    }
}
