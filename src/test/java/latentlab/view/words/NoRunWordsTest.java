package latentlab.view.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Locale;
import javafx.beans.binding.StringBinding;
import latentlab.MadeUpImages;
import latentlab.run.TrainingCommands;
import latentlab.session.TrainingModel;
import latentlab.view.Texts;
import org.junit.jupiter.api.Test;

class NoRunWordsTest {
    @Test
    void dataThatAreThereNeedNotBeChosen() {
        TrainingModel model = new TrainingModel(Runnable::run);
        // Nothing comes of the run that is asked for, as while the program is still getting ready.
        Object none = Proxy.newProxyInstance(
                TrainingCommands.class.getClassLoader(), new Class<?>[] {TrainingCommands.class}, (_, _, _) -> null);
        model.attach((TrainingCommands) none, null);
        Texts texts = new Texts();
        StringBinding words = NoRunWords.bind(model, texts, "view.latent.empty");
        assertThat(words.get()).startsWith("Choose data above");
        model.setDataset(MadeUpImages.dataset(20, 5, 9));
        assertThat(words.get()).startsWith("The model is being prepared");
        texts.localeProperty().set(Locale.JAPANESE);
        assertThat(words.get()).startsWith("モデルを準備しています");
    }
}
