package latentlab.view.paint;

import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.transform.Affine;
import javafx.scene.transform.Scale;
import latentlab.view.Zoomed;

/**
 * A canvas that is as sharp as the screen at any text size, and of which pictures can be taken that are finer than that
 * and show nothing of where pointer and focus are. Whoever paints on it does so in points, and asks it how.
 */
public final class FigureCanvas extends Canvas {
    /** Pixels along a point of a picture. */
    public static final int FINE = 2;

    private boolean posing;
    /** How it was fitted last. */
    private double fitted = 1;

    private double pointsWide;
    private double pointsHigh;

    /** As large as that from the start. Sizes are in points. */
    public FigureCanvas(double width, double height) {
        super(width, height);
        pointsWide = width;
        pointsHigh = height;
    }

    public FigureCanvas() {}

    /**
     * Takes a size, in points, and a picture's density while one is taken. To be called before painting.
     *
     * @return whether anything has changed, so that all of it is to be painted again
     */
    public boolean fit(double width, double height) {
        double fine = posing ? FINE : Zoomed.of(getParent());
        boolean same = fine == fitted && width == pointsWide && height == pointsHigh;
        if (!same) {
            fitted = fine;
            pointsWide = width;
            pointsHigh = height;
            setWidth(pixels(fine, width));
            setHeight(pixels(fine, height));
            getTransforms().setAll(new Scale(1 / fine, 1 / fine));
            getGraphicsContext2D().setTransform(new Affine(new Scale(fine, fine)));
        }
        return !same;
    }

    /** A pixel that belongs to it in part alone would keep something of all that was ever painted there. */
    private static double pixels(double fine, double points) {
        return fine == 1 ? points : Math.floor(fine * points);
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
        return pointsWide;
    }

    @Override
    public double prefHeight(double width) {
        return pointsHigh;
    }

    /** @return how many pixels to paint along a point, where they are painted one by one */
    public double density() {
        Scene scene = getScene();
        if (posing) {
            return FINE;
        }
        double screen = scene == null || scene.getWindow() == null
                ? 1
                : scene.getWindow().getRenderScaleX();
        return screen * fitted;
    }
}
