package latentlab.view;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Shows its content larger or smaller, as a browser zooms a page: everything in it grows alike, text, icons, tables and
 * what is painted, and it is laid out in the room that is left. This is the only place that knows of text size: a
 * {@link latentlab.view.paint.FigureCanvas} asks at what scale it is seen, and so does {@link #of} for other windows.
 */
public final class Zoomed extends Region {
    private final Region content;
    private final DoubleProperty factor = new SimpleDoubleProperty(1);

    public Zoomed(Region content) {
        this.content = content;
        getChildren().add(content);
        factor.subscribe(this::zoom);
    }

    /** How many times its own size the content is shown at; 1 from the start. */
    public DoubleProperty factorProperty() {
        return factor;
    }

    /** @return how many times its own size a node is shown at; 1 for null */
    public static double of(Node node) {
        return node == null ? 1 : node.getLocalToSceneTransform().getMxx();
    }

    /** @return how many times its own size the content of a window is shown at; 1 where it is not zoomed */
    public static double of(Scene scene) {
        return scene != null && scene.getRoot() instanceof Zoomed zoomed ? zoomed.factor.get() : 1;
    }

    private void zoom() {
        double now = factor.get();
        if (now == 1) {
            content.getTransforms().clear();
        } else {
            content.getTransforms().setAll(new Scale(now, now));
        }
        layOutAll(this);
    }

    /** What is painted by hand is painted anew with the next layout, even if its own size stays. */
    private static void layOutAll(Parent parent) {
        parent.requestLayout();
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Parent inner) {
                layOutAll(inner);
            }
        }
    }

    @Override
    public Orientation getContentBias() {
        return content.getContentBias();
    }

    @Override
    protected double computeMinWidth(double height) {
        return factor.get() * content.minWidth(inside(height));
    }

    @Override
    protected double computeMinHeight(double width) {
        return factor.get() * content.minHeight(inside(width));
    }

    @Override
    protected double computePrefWidth(double height) {
        return factor.get() * content.prefWidth(inside(height));
    }

    @Override
    protected double computePrefHeight(double width) {
        return factor.get() * content.prefHeight(inside(width));
    }

    private double inside(double outside) {
        return outside < 0 ? outside : outside / factor.get();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / factor.get(), getHeight() / factor.get());
    }
}
