package latentlab.view.step;

import atlantafx.base.theme.Styles;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import latentlab.data.ImageShape;
import latentlab.view.paint.ImagePixels;

/** An image with one of its pixels marked; a click marks another. */
final class StepImage extends VBox {
    private static final double SIZE = 140;

    private final Canvas canvas = new Canvas(SIZE, SIZE);
    private ImageShape shape;

    /** @param pick called with the pixel that is clicked, in the channel it was shown for */
    StepImage(ObservableValue<String> caption, IntConsumer pick) {
        Label label = new Label();
        label.textProperty().bind(caption);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        getStyleClass().add("step-image");
        getChildren().addAll(canvas, label);
        canvas.setOnMouseClicked(event -> {
            if (shape != null) {
                int column = (int) Math.clamp(event.getX() / scale(), 0, shape.width() - 1);
                int row = (int) Math.clamp(event.getY() / scale(), 0, shape.height() - 1);
                pick.accept(row * shape.width() + column);
            }
        });
    }

    private double scale() {
        return SIZE / Math.max(shape.width(), shape.height());
    }

    /** @param values 0 to 1; a linear output may lie outside */
    void show(float[] values, ImageShape of, int pixel) {
        shape = of;
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round(255 * values[i]), 0, 255);
        }
        WritableImage image = ImagePixels.of(bytes, 0, shape);
        double scale = scale();
        canvas.setWidth(scale * shape.width());
        canvas.setHeight(scale * shape.height());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setImageSmoothing(false);
        pen.drawImage(image, 0, 0, canvas.getWidth(), canvas.getHeight());
        int inside = pixel % shape.pixels();
        double x = inside % shape.width() * scale;
        double y = inside / shape.width() * scale;
        // Seen on black as on white.
        pen.setLineWidth(1);
        pen.setStroke(Color.BLACK);
        pen.strokeRect(x - 1.5, y - 1.5, scale + 3, scale + 3);
        pen.setStroke(Color.ORANGE);
        pen.setLineWidth(2);
        pen.strokeRect(x, y, scale, scale);
    }
}
