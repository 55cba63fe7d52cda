package latentlab.view.paint;

import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.transform.Affine;
import javafx.scene.transform.Scale;

/**
 * A canvas of which pictures can be taken that are finer than the screen, and that show nothing of where pointer and
 * focus are. Whoever paints on it does so in points, and asks it how.
 */
public final class FigureCanvas extends Canvas {
    /** Pixels along a point of a picture. */
    public static final int FINE = 2;

    private boolean posing;
    /** How it was fitted last. */
    private double fitted = 1;

    /** As large as that from the start. Sizes are in points. */
    public FigureCanvas(double width, double height) {
        super(width, height);
    }

    public FigureCanvas() {}

    /**
     * Takes a size, in points, and a picture's density while one is taken. To be called before painting.
     *
     * @return whether anything has changed, so that all of it is to be painted again
     */
    public boolean fit(double width, double height) {
        double fine = posing ? FINE : 1;
        boolean same = fine == fitted && getWidth() == fine * width && getHeight() == fine * height;
        if (!same) {
            fitted = fine;
            setWidth(fine * width);
            setHeight(fine * height);
            getTransforms().setAll(new Scale(1 / fine, 1 / fine));
            getGraphicsContext2D().setTransform(new Affine(new Scale(fine, fine)));
        }
        return !same;
    }

    /** Whether a picture is taken of it, so that it is to show nothing of where pointer and focus are. */
    public boolean posing() {
        return posing;
    }

    /** Has its view paint it for a picture with the next layout, or for the window again. */
    public void pose(boolean now) {
        posing = now;
        getParent().requestLayout();
    }

    /** In points: while a picture is taken, nothing around it moves. */
    @Override
    public double prefWidth(double height) {
        return getWidth() / fitted;
    }

    @Override
    public double prefHeight(double width) {
        return getHeight() / fitted;
    }

    /** @return how many pixels to paint along a point, where they are painted one by one */
    public double density() {
        Scene scene = getScene();
        if (posing) {
            return FINE;
        }
        return scene == null || scene.getWindow() == null
                ? 1
                : scene.getWindow().getRenderScaleX();
    }
}
