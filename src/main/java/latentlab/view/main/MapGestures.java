package latentlab.view.main;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import latentlab.view.Keys;
import latentlab.view.Texts;

/** What mouse and keys do on the latent map, which no button tells of. */
final class MapGestures extends VBox {
    private static final int COLUMNS = 2;

    /** What is done, and how. */
    private static final String[][] GESTURES = {
        {"view.help.map.zoom", "view.help.map.zoom.key"},
        {"view.help.map.move", "view.help.map.move.key"},
        {"view.help.map.whole", "view.help.map.whole.key"},
        {"view.help.map.walk", "view.help.map.walk.key"},
        {"view.help.map.choose", "view.help.map.choose.key"},
        {"view.help.map.decode", "view.help.map.decode.key"},
        {"view.help.map.box", "view.help.map.box.key"},
        {"view.help.map.lasso", "view.help.map.lasso.key"},
        {"view.help.map.select", "view.help.map.select.key"},
        {"view.help.map.sheet", "view.help.map.sheet.key"},
    };

    MapGestures(Texts texts) {
        getStyleClass().add("help-gestures");
        Label title = new Label();
        title.textProperty().bind(texts.bind("view.help.map"));
        title.getStyleClass().add(Styles.TITLE_4);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("help-keys");
        int rows = Math.ceilDiv(GESTURES.length, COLUMNS);
        for (int i = 0; i < GESTURES.length; i++) {
            Label how = new Label();
            how.textProperty().bind(texts.bind(GESTURES[i][1], Keys.shortcut()));
            how.getStyleClass().add("help-key");
            how.setMinWidth(USE_PREF_SIZE);
            Label what = new Label();
            what.textProperty().bind(texts.bind(GESTURES[i][0]));
            what.setMinWidth(USE_PREF_SIZE);
            int column = Math.floorDiv(i, rows) * 2;
            grid.add(how, column, i % rows);
            grid.add(what, column + 1, i % rows);
        }
        getChildren().addAll(title, grid);
    }
}
