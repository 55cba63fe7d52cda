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
import latentlab.session.Steps;
import latentlab.text.Sentence;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Notices;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.words.NextRunWords;

/** Two buttons that take back the last change, of the settings or of anything else, or make it again, and say which. */
final class SettingsUndo extends HBox {
    private final Steps steps;
    private final SettingsHistory history;
    private final Notices notices;
    private final Texts texts;

    SettingsUndo(ViewContext context) {
        steps = context.steps();
        history = context.model().settingsHistory();
        notices = context.notices();
        texts = context.texts();
        getStyleClass().add("settings-undo");
        setAlignment(Pos.CENTER_RIGHT);
        getChildren()
                .addAll(
                        button("undo", Keys.UNDO, steps.undoableProperty(), this::undo),
                        button("redo", Keys.REDO, steps.redoableProperty(), this::redo));
        history.onChange(this::count);
        steps.undoableProperty().subscribe(() -> {
            if (!(steps.last() instanceof SettingsStep)) {
                history.endGesture();
            }
        });
    }

    private Button button(String id, Keys keys, ReadOnlyObjectProperty<Sentence> next, Runnable action) {
        String key = "view.controls." + id;
        ObservableValue<String> help = Bindings.createStringBinding(
                () -> next.get() == null
                        ? texts.get(key + ".nothing")
                        : texts.get(Sentence.of(key + ".help", next.get())),
                next,
                texts.messagesProperty());
        Button button = Buttons.icon(Buttons.named(new Button(), help, keys), "icon-" + id);
        button.setId("settings-" + id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setOnAction(_ -> action.run());
        button.disableProperty().bind(next.isNull());
        return button;
    }

    /** @param more changes of the settings than before the last */
    private void count(int more) {
        if (more > 0) {
            steps.made(new SettingsStep());
        } else if (more < 0) {
            steps.forget(step -> step == steps.last());
        } else {
            steps.tell();
        }
    }

    void undo() {
        steps.undo(what -> tell(what, "view.controls.undone", "view.controls.redo.word", this::redo));
    }

    void redo() {
        steps.redo(what -> tell(what, "view.controls.redone", "view.controls.undo.word", this::undo));
    }

    /** What changed may be folded away, on its way into the run, or in another place. */
    private void tell(Sentence what, String key, String back, Runnable action) {
        notices.show(new Notices.Notice(Notices.Kind.DONE, Sentence.of(key, what), Sentence.of(back), action, null));
    }

    /** The change of the settings that is the last in their history. */
    private final class SettingsStep implements Steps.Step {
        private boolean undone;

        @Override
        public Sentence what() {
            return words((undone ? history.lastUndoneProperty() : history.lastDoneProperty()).get());
        }

        @Override
        public void undo(Runnable done) {
            undone = true;
            history.undo();
            done.run();
        }

        @Override
        public void redo(Runnable done) {
            undone = false;
            history.redo();
            done.run();
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
