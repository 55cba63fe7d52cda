package latentlab.view.data;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.figure.Pen;
import latentlab.figure.Role;
import latentlab.figure.TextStyle;
import latentlab.view.ThemeColours;
import latentlab.view.paint.CanvasPen;
import latentlab.view.paint.InkStrip;

/** The first images of a training set with their labels, painted once. */
final class Thumbnails extends Canvas {
    static final int COUNT = 40;
    private static final int COLUMNS = 10;
    private static final double CELL = 40;
    private static final double LABEL = 16;
    private static final double GAP = 6;

    private static final TextStyle NAME = TextStyle.of(11, Role.TEXT, TextStyle.Align.CENTER, TextStyle.Level.TOP);

    private final Pen pen;

    Thumbnails(ThemeColours colours) {
        super(COLUMNS * (CELL + GAP) - GAP, COUNT / COLUMNS * (CELL + LABEL + GAP) - GAP);
        pen = new CanvasPen(getGraphicsContext2D(), colours);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /** @return what the images show, for those who cannot see them; those without a label have none here either */
    static String labels(Dataset dataset) {
        ImageSet images = dataset.train();
        return IntStream.range(0, Math.min(COUNT, images.count()))
                .map(images::label)
                .filter(label -> label >= 0)
                .mapToObj(dataset::className)
                .collect(Collectors.joining(", "));
    }

    void show(Dataset dataset) {
        ImageSet images = dataset.train();
        int count = Math.min(COUNT, images.count());
        setHeight(Math.ceilDiv(count, COLUMNS) * (CELL + LABEL + GAP) - GAP);
        GraphicsContext graphics = getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        InkStrip strip = new InkStrip(Arrays.copyOf(images.pixels(), count * images.size()), images.shape());
        for (int i = 0; i < count; i++) {
            double x = i % COLUMNS * (CELL + GAP);
            double y = Math.floorDiv(i, COLUMNS) * (CELL + LABEL + GAP);
            strip.paint(graphics, i, x, y, CELL);
            int label = images.label(i);
            if (label >= 0) {
                pen.text(pen.cut(dataset.className(label), CELL, NAME), x + CELL / 2, y + CELL + 1, NAME);
            }
        }
    }
}
