package latentlab.view.main;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import latentlab.view.Buttons;
import latentlab.view.Keys;
import latentlab.view.Texts;

/** Says what the window is for, and lists its keys and the gestures of the map. */
final class HelpCard extends VBox {
    /** In two columns, so that all of it is seen in a low window. */
    private static final int ROWS = (Keys.values().length + 1) / 2;

    private final Texts texts;
    private final HBox links = new HBox();

    HelpCard(Texts texts) {
        this.texts = texts;
        getStyleClass().add("help-card");
        Label about = new Label();
        about.textProperty().bind(texts.bind("view.help.about"));
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        Label title = new Label();
        title.textProperty().bind(texts.bind("view.help.keys"));
        title.getStyleClass().add(Styles.TITLE_4);
        GridPane keys = new GridPane();
        keys.getStyleClass().add("help-keys");
        for (Keys each : Keys.values()) {
            Label key = new Label(each.text());
            key.getStyleClass().add("help-key");
            key.setMinWidth(USE_PREF_SIZE);
            Label what = new Label();
            what.textProperty().bind(texts.bind("view.help." + each.name().toLowerCase(Locale.ROOT)));
            what.setMinWidth(USE_PREF_SIZE);
            int row = each.ordinal() % ROWS;
            int column = each.ordinal() / ROWS * 2;
            keys.add(key, column, row);
            keys.add(what, column + 1, row);
        }
        links.getStyleClass().add("help-links");
        links.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(about, links, title, keys, new MapGestures(texts));
    }

    /** A pop-over finds its place by the width its content prefers: what the keys need, not the sentence above them. */
    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height);
    }

    /** Adds a button for what explains more than the card does. */
    void offer(Keys keys, Runnable open) {
        String id = keys.name().toLowerCase(Locale.ROOT);
        Button button = Buttons.named(new Button(), texts.bind("view.help." + id), keys);
        button.setId("help-" + id);
        button.getStyleClass().add(Styles.SMALL);
        button.textProperty().bind(texts.bind("view.help.link." + id));
        button.setOnAction(_ -> open.run());
        links.getChildren().add(button);
    }
}
