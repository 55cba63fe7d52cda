package latentlab.view.export;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import latentlab.run.Run;
import latentlab.view.Buttons;
import latentlab.view.PopOvers;
import latentlab.view.Texts;
import org.controlsfx.control.PopOver;

/**
 * Asks for the words that a person says of a run in its report, before the report is saved. They are the run's note:
 * whichever way the card is closed, what has been typed stays with the run.
 */
final class OwnWords extends VBox {
    private final TextArea field;
    private final PopOver popOver = PopOvers.of(this, PopOver.ArrowLocation.TOP_RIGHT);

    /** @param save what is done once the words are said */
    OwnWords(Run run, Texts texts, Runnable save) {
        getStyleClass().add("own-words");
        field = new TextArea(run.findings().said().note());
        field.setId("own-words");
        field.setWrapText(true);
        Label label = new Label(texts.get("view.export.words"));
        label.setLabelFor(field);
        Buttons.named(field, texts.bind("view.export.words.help"));
        Label hint = new Label(texts.get("view.export.words.hint"));
        hint.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        hint.setWrapText(true);
        Button done = Buttons.named(new Button(), texts.bind("view.export.words.save.help"));
        done.setText(texts.get("view.export.words.save"));
        done.setId("own-words-save");
        done.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
        Runnable accept = () -> {
            // At once: while it fades, it would take the keys that are meant for the window.
            popOver.hide(Duration.ZERO);
            keep(run);
            save.run();
        };
        done.setOnAction(_ -> accept.run());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                accept.run();
                event.consume();
            }
        });
        popOver.setOnHidden(_ -> keep(run));
        getChildren().addAll(label, field, hint, done);
    }

    private void keep(Run run) {
        run.findings().note(field.getText().strip());
    }

    void show(Node owner) {
        popOver.setOnShown(_ -> {
            field.requestFocus();
            field.end();
        });
        popOver.show(owner);
    }
}
