package latentlab.view.words;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import latentlab.session.TrainingModel;
import latentlab.view.Texts;

/** Says in the place of a view why there is nothing in it yet. */
public final class NoRunWords {
    private NoRunWords() {}

    /**
     * @param key of what to do where there are no data
     * @return that, or that the run of the data there are is being made
     */
    public static StringBinding bind(TrainingModel model, Texts texts, String key) {
        return Bindings.createStringBinding(
                () -> texts.get(model.datasetProperty().get() == null ? key : "view.empty.preparing"),
                model.datasetProperty(),
                texts.messagesProperty());
    }
}
