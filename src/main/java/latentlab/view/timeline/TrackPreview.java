package latentlab.view.timeline;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ContentDisplay;
import javafx.scene.transform.Scale;
import javafx.stage.PopupWindow.AnchorLocation;
import latentlab.data.ImageShape;
import latentlab.view.Tip;
import latentlab.view.Zoomed;
import latentlab.view.paint.ImagePixels;

/** The images of an epoch above the pointer, with what there is to say about the epoch. */
final class TrackPreview extends Tip {
    private static final double SIDE = 28;
    private static final double GAP = 2;

    private final Canvas canvas = new Canvas();

    TrackPreview() {
        super(false);
        setId("timeline-preview");
        setAnchorLocation(AnchorLocation.CONTENT_BOTTOM_LEFT);
        setContentDisplay(ContentDisplay.TOP);
        // What is transformed within a group takes the room that it is seen in.
        setGraphic(new Group(canvas));
        setAutoHide(false);
    }

    /** @param x in the track */
    void show(Node track, double x, List<String> lines) {
        setText(String.join("\n", lines));
        double zoom = Zoomed.of(track);
        canvas.getTransforms().setAll(new Scale(zoom, zoom));
        Bounds bounds = track.localToScreen(track.getBoundsInLocal());
        if (bounds != null) {
            show(track, bounds.getMinX() + zoom * x - getWidth() / 2, bounds.getMinY() - 6);
        }
    }

    /**
     * @param originals shape [count, channels, height, width], as are the reconstructions; null while there are no
     *     pictures
     */
    void picture(byte[] originals, byte[] reconstructions, ImageShape shape) {
        int count = originals == null ? 0 : originals.length / shape.size();
        canvas.setWidth(count * (SIDE + GAP));
        canvas.setHeight(count == 0 ? 0 : 2 * SIDE + GAP);
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        graphics.setImageSmoothing(shape != null && Math.max(shape.width(), shape.height()) > SIDE);
        for (int i = 0; i < count; i++) {
            paint(graphics, originals, i, shape, 0);
            paint(graphics, reconstructions, i, shape, SIDE + GAP);
        }
    }

    private static void paint(GraphicsContext graphics, byte[] images, int index, ImageShape shape, double y) {
        double scale = SIDE / Math.max(shape.width(), shape.height());
        double width = shape.width() * scale;
        double height = shape.height() * scale;
        graphics.drawImage(
                ImagePixels.of(images, index * shape.size(), shape),
                index * (SIDE + GAP) + (SIDE - width) / 2,
                y + (SIDE - height) / 2,
                width,
                height);
    }
}
