package latentlab.view.data;

import java.util.function.BiConsumer;
import latentlab.data.DataRequest;
import latentlab.data.Dataset;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.weights.WeightFile;
import latentlab.export.Origin;
import latentlab.session.TrainingModel;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.view.Notices;

/**
 * Offers to start a run from the weights in a file: with the settings and data that they were made with, where the file
 * says so, else with those shown.
 *
 * @param load loads data, and then does something
 */
record WeightsOffer(TrainingModel model, Notices notices, BiConsumer<DataRequest, Runnable> load) {
    /** @param origin of the weights; null if they do not say */
    void show(WeightFile weights, Origin origin) {
        String key = origin == null ? "view.data.weights" : "view.data.weights.exported";
        notices.show(new Notices.Notice(
                Notices.Kind.DONE,
                Sentence.of(key, weights.name()),
                Sentence.of("view.data.weights.use"),
                () -> take(weights, origin),
                null));
    }

    private void take(WeightFile weights, Origin origin) {
        notices.clear();
        if (origin == null) {
            begin(weights);
            return;
        }
        // Those of before may not fit the settings to come.
        model.setWeights(null);
        model.setSettings(origin.config());
        Dataset data = model.datasetProperty().get();
        if (data == null || !data.request().equals(origin.data())) {
            load.accept(origin.data(), () -> begin(weights));
        } else {
            begin(weights);
        }
    }

    private void begin(WeightFile weights) {
        Dataset data = model.datasetProperty().get();
        try {
            if (data != null) {
                weights.parameters(Autoencoder.checked(model.settingsProperty().get(), data.shape()));
            }
            model.setWeights(weights);
            if (weights.converted() != null) {
                notices.show(new Notices.Notice(Notices.Kind.DONE, weights.converted(), null, null, null));
            }
        } catch (Problem problem) {
            notices.show(Notices.Notice.problem(problem));
        }
    }
}
