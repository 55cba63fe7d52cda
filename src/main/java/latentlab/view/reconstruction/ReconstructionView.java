package latentlab.view.reconstruction;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;

/** Ten originals over their reconstructions. */
public final class ReconstructionView extends BorderPane {
    final ImageGrid grid;
    final Label caption = new Label();
    final Label empty = new Label();

    public ReconstructionView(Texts texts, ThemeColours colours) {
        caption.setId("reconstruction-caption");
        caption.getStyleClass().add(Styles.TEXT_MUTED);
        grid = new ImageGrid(texts, colours);
        grid.setId("reconstruction-grid");
        empty.textProperty().bind(texts.bind("view.reconstruction.empty"));
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        setCenter(new StackPane(grid, empty));
    }

    /** Which epoch it shows, and how good it is. */
    public Label caption() {
        return caption;
    }
}
