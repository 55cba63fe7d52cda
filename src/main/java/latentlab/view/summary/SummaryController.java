package latentlab.view.summary;

import javafx.beans.InvalidationListener;
import latentlab.data.Dataset;
import latentlab.engine.Autoencoder;
import latentlab.engine.ModelSummary;
import latentlab.engine.TrainingConfig;
import latentlab.run.TrainingModel;
import latentlab.view.ViewContext;

/** Shows the model that the settings describe, which is the run's unless new settings wait for a new run. */
public final class SummaryController {
    private final SummaryView view;
    private final TrainingModel model;

    public SummaryController(SummaryView view, ViewContext context) {
        this.view = view;
        model = context.model();
        InvalidationListener refresh = _ -> refresh();
        model.settingsProperty().addListener(refresh);
        model.datasetProperty().addListener(refresh);
        refresh();
    }

    private void refresh() {
        Dataset dataset = model.datasetProperty().get();
        TrainingConfig settings = model.settingsProperty().get();
        view.show(
                dataset == null
                        ? ""
                        : ModelSummary.text(Autoencoder.of(
                                settings,
                                dataset.train().height(),
                                dataset.train().width())));
    }
}
