package latentlab.view.latent;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The colour scale with its values. Hidden while colours stand for classes. */
final class ColourScale extends HBox {
    private final Label low = new Label();
    private final Label high = new Label();

    ColourScale() {
        getStyleClass().add("colour-scale");
        setAlignment(Pos.CENTER);
        setMouseTransparent(true);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setVisible(false);
        Region ramp = new Region();
        ramp.getStyleClass().add("colour-ramp");
        for (Label label : new Label[] {low, high}) {
            label.getStyleClass().add(Styles.TEXT_SMALL);
        }
        getChildren().addAll(low, ramp, high);
    }

    /** @param from value at the first colour, in words; empty to hide the scale */
    void show(String from, String to) {
        low.setText(from);
        high.setText(to);
        setVisible(!from.isEmpty());
    }
}
