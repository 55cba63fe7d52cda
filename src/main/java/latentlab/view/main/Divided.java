package latentlab.view.main;

import java.util.function.DoubleUnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import latentlab.view.Texts;

/**
 * Two views, side by side or one above the other, with a divider that can be moved by pointer and keys. Until it is,
 * the first has what it is given automatically; never does one of them have less than it needs while there is room.
 */
final class Divided extends Region {
    private final Orientation across;
    private final Region first;
    private final Region second;
    /** Length of the first, in points, of all that there is. */
    private final DoubleUnaryOperator automatic;

    private final Divider divider;
    private boolean fixed;
    private final DoubleProperty share = new SimpleDoubleProperty(Double.NaN);

    /**
     * @param across HORIZONTAL for side by side
     * @param automatic length of the first, in points, of the length that both have
     * @param id of the divider
     */
    Divided(Orientation across, Region first, Region second, DoubleUnaryOperator automatic, String id, Texts texts) {
        this.across = across;
        this.first = first;
        this.second = second;
        this.automatic = automatic;
        divider = new Divider(this, id, texts);
        getStyleClass().add("divided");
        // Last, and so after both in the order of the focus.
        getChildren().addAll(first, second, divider);
        share.subscribe(this::requestLayout);
    }

    Orientation across() {
        return across;
    }

    /** Share of the length that the first has, 0 to 1; NaN for what it has automatically. */
    DoubleProperty shareProperty() {
        return share;
    }

    /** Shows both, or one in the room of both. */
    void show(boolean showFirst, boolean showSecond) {
        first.setVisible(showFirst);
        second.setVisible(showSecond);
        divider.setVisible(showFirst && showSecond && !fixed);
        requestLayout();
    }

    /** Has the second keep to what it needs, whatever the user has given it before. */
    void setFixed(boolean now) {
        fixed = now;
        divider.setVisible(first.isVisible() && second.isVisible() && !now);
        requestLayout();
    }

    private boolean showsBoth() {
        return first.isVisible() && second.isVisible();
    }

    /** @return the share of the first as it is laid out now, 0 to 1 */
    double shown() {
        return length(first) / Math.max(1, length());
    }

    /** Gives the first that much, in points, as far as both have what they need. */
    void move(double wanted) {
        double all = Math.max(1, length());
        share.set(Math.clamp(within(wanted, all) / all, 0, 1));
    }

    private boolean horizontal() {
        return across == Orientation.HORIZONTAL;
    }

    private double length(Region node) {
        return horizontal() ? node.getWidth() : node.getHeight();
    }

    /** @return what both have together, in points */
    private double length() {
        return (horizontal() ? insideWidth() : insideHeight()) - Divider.THICKNESS;
    }

    private double insideWidth() {
        return getWidth() - snappedLeftInset() - snappedRightInset();
    }

    private double insideHeight() {
        return getHeight() - snappedTopInset() - snappedBottomInset();
    }

    private double least(Region node) {
        return horizontal() ? node.minWidth(insideHeight()) : node.minHeight(insideWidth());
    }

    private double within(double wanted, double all) {
        return Math.max(least(first), Math.min(wanted, all - least(second)));
    }

    /** @return what the first has of a width or height that both have, in points */
    private double ofFirst(double all) {
        double wanted = Double.isNaN(share.get()) ? automatic.applyAsDouble(all) : share.get() * all;
        double kept = horizontal() ? second.prefWidth(-1) : second.prefHeight(insideWidth());
        return snapSizeX(within(fixed ? all - kept : wanted, all));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        double inside = horizontal()
                ? both(first.minWidth(-1), second.minWidth(-1))
                : Math.max(seen(first, first.minWidth(-1)), seen(second, second.minWidth(-1)));
        return snappedLeftInset() + inside + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        double wide = width < 0 ? insideWidth() : width - snappedLeftInset() - snappedRightInset();
        if (!horizontal()) {
            double both = both(first.minHeight(wide), second.minHeight(wide));
            return snappedTopInset() + both + snappedBottomInset();
        }
        // Each in the width that it will have, since there lines break.
        double before = showsBoth() ? ofFirst(wide - Divider.THICKNESS) : wide;
        double after = showsBoth() ? wide - Divider.THICKNESS - before : wide;
        double higher = Math.max(seen(first, first.minHeight(before)), seen(second, second.minHeight(after)));
        return snappedTopInset() + higher + snappedBottomInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        double inside = horizontal()
                ? both(first.prefWidth(-1), second.prefWidth(-1))
                : Math.max(seen(first, first.prefWidth(-1)), seen(second, second.prefWidth(-1)));
        return snappedLeftInset() + inside + snappedRightInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = horizontal()
                ? Math.max(seen(first, first.prefHeight(-1)), seen(second, second.prefHeight(-1)))
                : both(first.prefHeight(width), second.prefHeight(width));
        return snappedTopInset() + inside + snappedBottomInset();
    }

    private double both(double one, double other) {
        return seen(first, one) + (showsBoth() ? Divider.THICKNESS : 0) + seen(second, other);
    }

    private static double seen(Region node, double length) {
        return node.isVisible() ? length : 0;
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double width = insideWidth();
        double height = insideHeight();
        if (!showsBoth()) {
            first.resizeRelocate(x, y, width, height);
            second.resizeRelocate(x, y, width, height);
            return;
        }
        double all = length();
        double before = ofFirst(all);
        double after = Math.max(0, all - before);
        if (horizontal()) {
            first.resizeRelocate(x, y, before, height);
            divider.resizeRelocate(x + before, y, Divider.THICKNESS, height);
            second.resizeRelocate(x + before + Divider.THICKNESS, y, after, height);
        } else {
            first.resizeRelocate(x, y, width, before);
            divider.resizeRelocate(x, y + before, width, Divider.THICKNESS);
            second.resizeRelocate(x, y + before + Divider.THICKNESS, width, after);
        }
    }
}
