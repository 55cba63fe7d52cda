package latentlab.view.summary;

import javafx.beans.InvalidationListener;
import latentlab.data.Dataset;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.ModelSummary;
import latentlab.run.Run;
import latentlab.session.TrainingModel;
import latentlab.text.Problem;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.words.NextRunWords;

/** Shows the model of the run on screen, what a new run would change, and how the run was computed. */
final class SummaryController {
    private final SummaryView view;
    private final TrainingModel model;
    private final Texts texts;

    SummaryController(SummaryView view, ViewContext context) {
        this.view = view;
        model = context.model();
        texts = context.texts();
        view.next.textProperty().bind(NextRunWords.bind(model, texts, "view.summary.next"));
        InvalidationListener refresh = _ -> refresh();
        model.runProperty().addListener(refresh);
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
        Run run = model.runProperty().get();
        Dataset dataset = model.datasetProperty().get();
        if (run != null) {
            view.show(ModelSummary.text(run.model()));
        } else if (dataset != null) {
            view.show(summary(dataset));
        }
    }

    /** @return of the settings' model, or why there is none */
    private String summary(Dataset dataset) {
        try {
            return ModelSummary.text(
                    Autoencoder.checked(model.settingsProperty().get(), dataset.shape()));
        } catch (Problem problem) {
            return texts.get(problem.sentence());
        }
    }
}
