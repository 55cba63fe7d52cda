package latentlab.view;

import javafx.scene.layout.BorderPane;

/**
 * A border pane with room or a line around it. JavaFX's own reckons its height with lines broken in all of its width,
 * as if there were nothing around its content, and so now and then with a line too few.
 */
public class PaddedPane extends BorderPane {
    private double inside(double width) {
        return width < 0 ? width : Math.max(0, width - snappedLeftInset() - snappedRightInset());
    }

    @Override
    protected double computeMinHeight(double width) {
        return super.computeMinHeight(inside(width));
    }

    @Override
    protected double computePrefHeight(double width) {
        return super.computePrefHeight(inside(width));
    }
}
