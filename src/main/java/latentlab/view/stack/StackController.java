package latentlab.view.stack;

import javafx.beans.InvalidationListener;
import latentlab.data.Dataset;
import latentlab.engine.model.Autoencoder;
import latentlab.session.TrainingModel;
import latentlab.view.ViewContext;

/** Draws the model that the settings describe, which is the run's unless new settings wait for a new run. */
final class StackController {
    private final StackView view;
    private final TrainingModel model;
    private Autoencoder shown;

    StackController(StackView view, ViewContext context) {
        this.view = view;
        model = context.model();
        InvalidationListener refresh = _ -> refresh();
        model.settingsProperty().addListener(refresh);
        model.datasetProperty().addListener(refresh);
        context.texts().messagesProperty().subscribe(() -> {
            shown = null;
            refresh();
        });
        refresh();
    }

    private void refresh() {
        Dataset dataset = model.datasetProperty().get();
        if (dataset == null) {
            return;
        }
        Autoencoder described = Autoencoder.of(model.settingsProperty().get(), dataset.shape());
        if (!described.equals(shown)) {
            shown = described;
            view.show(described);
        }
    }
}
