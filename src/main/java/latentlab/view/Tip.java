package latentlab.view;

import javafx.scene.control.Tooltip;

/** A tooltip of lines that can be read: 60 letters wide at most, or 30 of Japanese. */
public class Tip extends Tooltip {
    /** In the size of its letters, of which Latin ones are half as wide on average. */
    private static final double WIDTH = 30;
    /** Around the text, left and right together. */
    private static final double PADDING = 24;

    public Tip() {
        this(true);
    }

    /**
     * @param breaksLines not where it must keep the height with which it opens: one that grows covers what is pointed
     *     at, and hides at once
     */
    protected Tip(boolean breaksLines) {
        if (breaksLines) {
            setWrapText(true);
            fontProperty().subscribe(font -> setMaxWidth(WIDTH * font.getSize() + PADDING));
        }
    }

    public Tip(String text) {
        this();
        setText(text);
    }
}
