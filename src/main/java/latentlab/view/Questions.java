package latentlab.view;

import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import latentlab.text.Sentence;

/** Asks the user before something is lost. Use only on the user interface's thread. */
public final class Questions {
    /** Size of text at 100 %, in points, as the theme has it. */
    private static final double TEXT = 14;

    private final Stage owner;
    private final Texts texts;

    public Questions(Stage owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    /**
     * Asks and waits for the answer; closing the dialog means no.
     *
     * @param yesKey bundle key of the button that goes on, named after what it does
     * @param noKey bundle key of the button that leaves everything as it is
     */
    public boolean confirm(Sentence question, String yesKey, String noKey) {
        ButtonType yes = new ButtonType(texts.get(yesKey), ButtonBar.ButtonData.OK_DONE);
        ButtonType no = new ButtonType(texts.get(noKey), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, texts.get(question), yes, no);
        alert.initOwner(owner);
        alert.setTitle(owner.getTitle());
        alert.setHeaderText(null);
        alert.getDialogPane().setStyle("-fx-font-size: " + Math.round(TEXT * Zoomed.of(owner.getScene())) + "px;");
        alert.getDialogPane().lookupButton(yes).setId("confirm-yes");
        alert.getDialogPane().lookupButton(no).setId("confirm-no");
        ((Button) alert.getDialogPane().lookupButton(yes)).setDefaultButton(false);
        ((Button) alert.getDialogPane().lookupButton(no)).setDefaultButton(true);
        return alert.showAndWait().filter(yes::equals).isPresent();
    }
}
