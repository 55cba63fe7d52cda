package latentlab.view.picture;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Scale;
import latentlab.view.ThemeColours;
import latentlab.view.paint.FigureCanvas;

/**
 * What nodes look like at a moment, one under the other, twice as fine as on a usual screen: in the theme's colours and
 * without what only shows where pointer and focus are. It is taken on the user interface's thread, since only there
 * nodes hold still, and can be read on any.
 */
final class Shot {
    /** Around each node, in points: what stands alone needs air that its panel gave it. */
    private static final int MARGIN = 12;
    /** Has controls that are of use in the window alone left out, see the style sheet. */
    private static final String POSING = "posing";

    private final int width;
    private final int height;
    /** Shape [height, width], opaque ARGB. */
    private final int[] pixels;

    private Shot(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** @param nodes of which those are taken that are in sight @param ground what they lie on */
    static Shot of(List<? extends Node> nodes, Color ground) {
        List<? extends Node> shown = nodes.stream().filter(Shot::inSight).toList();
        shown.forEach(node -> node.getStyleClass().add(POSING));
        shown.forEach(node -> canvases(node, canvas -> canvas.pose(true)));
        List<WritableImage> parts = new ArrayList<>();
        try {
            shown.forEach(node -> parts.add(snapshot(node, ground)));
        } finally {
            shown.forEach(node -> canvases(node, canvas -> canvas.pose(false)));
            shown.forEach(node -> node.getStyleClass().remove(POSING));
        }
        return joined(parts, 0xFF << 24 | ThemeColours.rgb(ground));
    }

    private static boolean inSight(Node node) {
        return node.isVisible()
                && node.getLayoutBounds().getWidth() >= 1
                && node.getLayoutBounds().getHeight() >= 1;
    }

    private static void canvases(Node node, Consumer<FigureCanvas> receiver) {
        if (node instanceof FigureCanvas canvas) {
            receiver.accept(canvas);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> canvases(child, receiver));
        }
    }

    private static WritableImage snapshot(Node node, Color ground) {
        int fine = FigureCanvas.FINE;
        Bounds place = node.localToParent(node.getLayoutBounds());
        SnapshotParameters how = new SnapshotParameters();
        how.setFill(ground);
        how.setTransform(new Scale(fine, fine));
        how.setViewport(new Rectangle2D(
                fine * place.getMinX(),
                fine * place.getMinY(),
                Math.ceil(fine * place.getWidth()),
                Math.ceil(fine * place.getHeight())));
        return node.snapshot(how, null);
    }

    private static Shot joined(List<WritableImage> parts, int ground) {
        int margin = FigureCanvas.FINE * MARGIN;
        int width = 2 * margin;
        int height = margin;
        for (WritableImage part : parts) {
            width = Math.max(width, 2 * margin + (int) part.getWidth());
            height += (int) part.getHeight() + margin;
        }
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, ground);
        int top = margin;
        for (WritableImage part : parts) {
            int across = (int) part.getWidth();
            int down = (int) part.getHeight();
            part.getPixelReader()
                    .getPixels(
                            0, 0, across, down, PixelFormat.getIntArgbInstance(), pixels, top * width + margin, width);
            top += down + margin;
        }
        return new Shot(width, height, pixels);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** For other programs, by the clipboard or a drag. */
    Image image() {
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return image;
    }

    /** For a file. */
    BufferedImage buffered() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }
}
