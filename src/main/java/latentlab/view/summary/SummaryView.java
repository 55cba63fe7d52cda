package latentlab.view.summary;

import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import latentlab.view.Buttons;
import latentlab.view.Texts;

/** The model as PyTorch would print it. */
public final class SummaryView extends BorderPane {
    final TextArea text = new TextArea();

    public SummaryView(Texts texts) {
        text.setId("summary");
        text.setEditable(false);
        text.getStyleClass().add("summary");
        Buttons.named(text, texts.bind("view.summary.help"));
        setCenter(text);
    }
}
