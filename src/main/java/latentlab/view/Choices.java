package latentlab.view;

import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import latentlab.text.Sentence;

/** Words for the values of a combo box. */
public final class Choices {
    private Choices() {}

    /** Shows each value in words that follow the language. */
    public static <T> void words(ComboBox<T> box, Texts texts, Function<T, String> words) {
        box.setCellFactory(_ -> new WordCell<>(texts, words));
        box.setButtonCell(new WordCell<>(texts, words));
    }

    /** @return the user's word for a value of one of the engine's settings */
    public static String word(Texts texts, Enum<?> value) {
        return texts.get(sentence(value));
    }

    /** @return that word, in no language yet */
    public static Sentence sentence(Enum<?> value) {
        return Sentence.of("view.choice." + value.name().toLowerCase(Locale.ROOT));
    }

    private static final class WordCell<T> extends ListCell<T> {
        private final Function<T, String> words;

        WordCell(Texts texts, Function<T, String> words) {
            this.words = words;
            texts.messagesProperty().subscribe(() -> updateItem(getItem(), isEmpty()));
        }

        @Override
        protected void updateItem(T value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? "" : words.apply(value));
        }
    }
}
