package latentlab.view.words;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import latentlab.view.Texts;

/** A note beside a control that its value waits for a new run. */
public final class NewRunNote extends Label {
    /** @param id of the label */
    public NewRunNote(String id, Texts texts) {
        setId(id);
        textProperty().bind(texts.bind("view.controls.newRun"));
        getStyleClass().addAll(Styles.TEXT_SMALL, "setting-note");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    public void setWaiting(boolean waiting) {
        setVisible(waiting);
    }
}
