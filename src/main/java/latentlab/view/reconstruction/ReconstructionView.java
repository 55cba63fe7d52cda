package latentlab.view.reconstruction;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;

/** Ten originals over their reconstructions. */
public final class ReconstructionView extends BorderPane {
    final ImageGrid grid;
    final Label caption = new Label();
    final Label empty = new Label();

    public ReconstructionView(Texts texts, ThemeColours colours) {
        getStyleClass().add("panel");
        Label title = new Label();
        title.textProperty().bind(texts.bind("view.reconstruction.title"));
        title.getStyleClass().add(Styles.TITLE_4);
        caption.setId("reconstruction-caption");
        caption.getStyleClass().add(Styles.TEXT_MUTED);
        HBox header = new HBox(title, caption);
        header.getStyleClass().add("panel-header");
        header.setAlignment(Pos.BASELINE_LEFT);
        setTop(header);
        grid = new ImageGrid(texts, colours);
        grid.setId("reconstruction-grid");
        empty.textProperty().bind(texts.bind("view.reconstruction.empty"));
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        setCenter(new StackPane(grid, empty));
    }
}
