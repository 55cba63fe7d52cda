package latentlab.view;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Controls in a line, some from the left, the others to the right end; closer together without room for all, and in
 * more lines where that is not enough.
 */
public final class Toolbar extends Region {
    private final List<Node> right;
    private final double gap;

    /** @param gap between two where there is room, in points; half of that where there is not */
    public Toolbar(List<Node> left, List<Node> right, double gap) {
        this.right = right;
        this.gap = gap;
        getChildren().addAll(left);
        getChildren().addAll(right);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        double widest = getManagedChildren().stream()
                .mapToDouble(node -> node.prefWidth(-1))
                .max()
                .orElse(0);
        return snappedLeftInset() + widest + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + length(getManagedChildren(), gap) + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = width < 0 ? Double.MAX_VALUE : width - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + place(inside, false) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        place(getWidth() - snappedLeftInset() - snappedRightInset(), true);
    }

    private static double length(List<? extends Node> nodes, double gap) {
        return nodes.stream()
                        .mapToDouble(node -> Math.ceil(node.prefWidth(-1)) + gap)
                        .sum()
                - gap;
    }

    /** @return the height of all lines, in points */
    private double place(double width, boolean really) {
        List<Node> all = getManagedChildren();
        double line =
                all.stream().mapToDouble(node -> node.prefHeight(-1)).max().orElse(0);
        double between = length(all, gap) <= width ? gap : gap / 2;
        double spare = width - length(all, between);
        double x = 0;
        double y = 0;
        for (Node node : all) {
            double wide = Math.ceil(node.prefWidth(-1));
            if (spare > 0 && !right.isEmpty() && node == right.getFirst()) {
                x += spare;
            } else if (x > 0 && x + wide > width) {
                x = 0;
                y += line + gap / 2;
            }
            if (really) {
                double high = node.prefHeight(wide);
                node.resizeRelocate(
                        snappedLeftInset() + x,
                        snapPositionY(snappedTopInset() + y + (line - high) / 2),
                        Math.min(wide, width),
                        high);
            }
            x += wide + between;
        }
        return y + line;
    }
}
