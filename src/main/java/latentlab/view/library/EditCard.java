package latentlab.view.library;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import latentlab.view.PopOvers;
import latentlab.view.Texts;
import org.controlsfx.control.PopOver;

/** Asks for a name, tags or a note, beside the list. Escape leaves everything as it was. */
final class EditCard extends VBox {
    private final TextInputControl field;
    private final PopOver popOver = PopOvers.of(this, PopOver.ArrowLocation.TOP_CENTER);

    /**
     * @param what is asked for
     * @param lines whether there may be several lines
     * @param before what it is now
     * @param done receives what it is to be
     */
    EditCard(LibraryKeys what, boolean lines, String before, Texts texts, Consumer<String> done) {
        getStyleClass().add("library-edit");
        field = lines ? new TextArea(before) : new TextField(before);
        field.setId("library-edit");
        Label label = new Label(texts.get("view.library." + what.word() + ".ask"));
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        Button save = new Button(texts.get("view.library.save"));
        save.setId("library-save");
        save.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
        Runnable accept = () -> {
            // At once: while it fades, it would take the keys that are meant for the list.
            popOver.hide(Duration.ZERO);
            done.accept(field.getText());
        };
        save.setOnAction(_ -> accept.run());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && (!lines || event.isShortcutDown())) {
                accept.run();
                event.consume();
            }
        });
        getChildren().addAll(label, field, save);
    }

    void show(Node owner) {
        popOver.setOnShown(_ -> {
            field.requestFocus();
            field.selectAll();
        });
        popOver.show(owner);
    }
}
