package latentlab.view.controls;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import latentlab.engine.settings.Setting;
import latentlab.session.SettingsHistory;
import latentlab.session.SettingsHistory.Change;
import latentlab.text.Sentence;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.NextRunWords;
import latentlab.view.Notices;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/** Two buttons that take changes of the settings back and make them again, and say which. */
final class SettingsUndo extends HBox {
    private final SettingsHistory history;
    private final Notices notices;
    private final Texts texts;

    SettingsUndo(ViewContext context) {
        history = context.model().settingsHistory();
        notices = context.notices();
        texts = context.texts();
        getStyleClass().add("settings-undo");
        setAlignment(Pos.CENTER_RIGHT);
        getChildren()
                .addAll(
                        button("undo", Keys.UNDO, history.lastDoneProperty(), this::undo),
                        button("redo", Keys.REDO, history.lastUndoneProperty(), this::redo));
    }

    private Button button(String id, Keys keys, ReadOnlyObjectProperty<Change> next, Runnable action) {
        String key = "view.controls." + id;
        ObservableValue<String> help = Bindings.createStringBinding(
                () -> next.get() == null
                        ? texts.get(key + ".nothing")
                        : texts.get(Sentence.of(key + ".help", words(next.get()))),
                next,
                texts.messagesProperty());
        Button button = Buttons.icon(Buttons.named(new Button(), help, keys), "icon-" + id);
        button.setId("settings-" + id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setOnAction(_ -> action.run());
        button.disableProperty().bind(next.isNull());
        return button;
    }

    void undo() {
        tell(history.undo(), "view.controls.undone", "view.controls.redo.word", this::redo);
    }

    void redo() {
        tell(history.redo(), "view.controls.redone", "view.controls.undo.word", this::undo);
    }

    /** What changed may be folded away, or on its way into the run. */
    private void tell(Change change, String key, String back, Runnable action) {
        if (change != null) {
            notices.show(new Notices.Notice(
                    Notices.Kind.DONE, Sentence.of(key, words(change)), Sentence.of(back), action, null));
        }
    }

    /** @return such as "Latent dimension 20 → 2" */
    private static Sentence words(Change change) {
        List<Setting<?>> settings = change.settings();
        if (settings.size() > 1) {
            return Sentence.of("view.controls.change.several", settings.size());
        }
        return NextRunWords.change(settings.getFirst(), change.before(), change.after());
    }
}
