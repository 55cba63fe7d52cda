package latentlab.view.reconstruction;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import latentlab.view.Buttons;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.ViewContext;

/** Ten originals over their reconstructions. */
public final class ReconstructionView extends BorderPane {
    final ImageGrid grid;
    final Label caption = new Label();
    final Label empty = new Label();
    /** Shows selected images instead of the samples; there while some are selected. */
    final ToggleButton selection;

    private final HBox header;

    /** @return the view, bound to the shared model by its controller */
    public static ReconstructionView in(ViewContext context) {
        ReconstructionView view = new ReconstructionView(context.texts(), context.colours());
        new ReconstructionController(view, context);
        return view;
    }

    private ReconstructionView(Texts texts, ThemeColours colours) {
        caption.setId("reconstruction-caption");
        caption.getStyleClass().add(Styles.TEXT_MUTED);
        grid = new ImageGrid(texts, colours);
        grid.setId("reconstruction-grid");
        empty.textProperty().bind(texts.bind("view.reconstruction.empty"));
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        setCenter(new StackPane(grid, empty));
        selection = Buttons.named(new ToggleButton(), texts.bind("view.reconstruction.selection.help"));
        selection.setId("reconstruction-selection");
        selection.textProperty().bind(texts.bind("view.reconstruction.selection"));
        selection.getStyleClass().add(Styles.SMALL);
        selection.setMinWidth(USE_PREF_SIZE);
        selection.managedProperty().bind(selection.visibleProperty());
        header = new HBox(caption, selection);
        header.getStyleClass().addAll("explore-header", "selection-header");
        header.setAlignment(Pos.CENTER_LEFT);
    }

    /** Which epoch it shows, how good it is, and of which images. */
    public HBox header() {
        return header;
    }
}
