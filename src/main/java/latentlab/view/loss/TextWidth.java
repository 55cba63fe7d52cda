package latentlab.view.loss;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide a canvas will paint a text. */
final class TextWidth {
    private TextWidth() {}

    static double of(String words, Font font) {
        Text text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }
}
