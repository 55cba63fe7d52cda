package latentlab.view.stack;

import javafx.beans.InvalidationListener;
import latentlab.data.Dataset;
import latentlab.engine.layer.ModelLayers;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.Run;
import latentlab.session.TrainingModel;
import latentlab.view.ViewContext;
import latentlab.view.words.NextRunWords;

/** Draws the model of the run on screen, or that of the settings, which is the next run's where they wait for one. */
final class StackController {
    private final StackView view;
    private final TrainingModel model;
    private final boolean ofSettings;
    private Autoencoder shown;

    StackController(StackView view, ViewContext context, boolean ofSettings) {
        this.ofSettings = ofSettings;
        this.view = view;
        model = context.model();
        if (ofSettings) {
            view.caption.textProperty().bind(NextRunWords.bind(model, context.texts(), "view.stack.next"));
        }
        InvalidationListener refresh = _ -> refresh();
        model.runProperty().addListener(refresh);
        model.settingsProperty().addListener(refresh);
        model.datasetProperty().addListener(refresh);
        context.texts().messagesProperty().subscribe(() -> {
            shown = null;
            refresh();
        });
        refresh();
    }

    private void refresh() {
        Autoencoder described = described();
        if (described != null && !described.equals(shown)) {
            shown = described;
            view.show(described);
        }
    }

    /** @return null before there are any data, or where these do not fit into the layers */
    private Autoencoder described() {
        Run run = model.runProperty().get();
        if (!ofSettings && run != null) {
            return run.model();
        }
        Dataset dataset = model.datasetProperty().get();
        TrainingConfig settings = model.settingsProperty().get();
        return dataset == null || !ModelLayers.fits(settings, dataset.shape())
                ? null
                : Autoencoder.of(settings, dataset.shape());
    }
}
