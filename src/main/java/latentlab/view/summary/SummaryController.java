package latentlab.view.summary;

import javafx.beans.InvalidationListener;
import latentlab.data.Dataset;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.ModelSummary;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.Run;
import latentlab.session.TrainingModel;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/**
 * Shows the model of the settings, which is the run's unless new settings wait for a new run, and how the run on screen
 * was computed.
 */
final class SummaryController {
    private final SummaryView view;
    private final TrainingModel model;
    private final Texts texts;

    SummaryController(SummaryView view, ViewContext context) {
        this.view = view;
        model = context.model();
        texts = context.texts();
        InvalidationListener refresh = _ -> refresh();
        model.settingsProperty().addListener(refresh);
        model.datasetProperty().addListener(refresh);
        refresh();
        InvalidationListener origin = _ -> showArithmetic();
        model.runProperty().addListener(origin);
        texts.messagesProperty().addListener(origin);
        showArithmetic();
    }

    private void showArithmetic() {
        Run run = model.runProperty().get();
        view.showArithmetic(run == null ? "" : texts.get(run.arithmetic().sentence()));
    }

    private void refresh() {
        Dataset dataset = model.datasetProperty().get();
        TrainingConfig settings = model.settingsProperty().get();
        view.show(dataset == null ? "" : ModelSummary.text(Autoencoder.of(settings, dataset.shape())));
    }
}
