package latentlab.view.paint;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import latentlab.figure.Area;
import latentlab.figure.Role;
import latentlab.figure.WeightScale;
import latentlab.figure.WeightStrip;
import latentlab.figure.WeightStrip.Placed;
import latentlab.view.ThemeColours;

/** Paints weights in the theme's colours: from the most negative over zero to the most positive. */
record WeightPaint(ThemeColours colours) {
    /** From left to right. */
    LinearGradient gradient() {
        List<Stop> stops = IntStream.rangeClosed(0, WeightScale.ZERO)
                .mapToDouble(stop -> (double) stop / WeightScale.ZERO)
                .mapToObj(place -> new Stop(place, of(2 * place - 1)))
                .toList();
        return new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops);
    }

    /** Paints images of units: all of them in one picture, of which each is a part. A picture each is slower. */
    void paint(GraphicsContext graphics, WeightStrip weights, List<Placed> placed) {
        if (placed.isEmpty()) {
            return;
        }
        int width = weights.width();
        int height = weights.height();
        var format = format();
        int across = inFirstRow(placed);
        int down = (placed.size() + across - 1) / across;
        WritableImage picture = new WritableImage(across * width, down * height);
        graphics.setImageSmoothing(false);
        for (int i = 0; i < placed.size(); i++) {
            int x = i % across * width;
            int y = i / across * height;
            Area area = placed.get(i).area();
            int unit = placed.get(i).unit();
            if (weights.together()) {
                int[] rgb = weights.colours(unit);
                Arrays.setAll(rgb, pixel -> 0xFF000000 | rgb[pixel]);
                picture.getPixelWriter()
                        .setPixels(x, y, width, height, PixelFormat.getIntArgbInstance(), rgb, 0, width);
            } else {
                picture.getPixelWriter()
                        .setPixels(x, y, width, height, format, weights.levels(), weights.offset(unit), width);
            }
            double scale = Math.min(area.width() / width, area.height() / height);
            double marginX = (area.width() - scale * width) / 2;
            double marginY = (area.height() - scale * height) / 2;
            graphics.drawImage(
                    picture,
                    x,
                    y,
                    width,
                    height,
                    area.x() + marginX,
                    area.y() + marginY,
                    scale * width,
                    scale * height);
        }
    }

    /** The picture has as many images a row as stand beside one another: one row of all could be too long for it. */
    private static int inFirstRow(List<Placed> placed) {
        double y = placed.getFirst().area().y();
        int count = 1;
        while (count < placed.size() && placed.get(count).area().y() == y) {
            count++;
        }
        return count;
    }

    private PixelFormat<ByteBuffer> format() {
        int[] argb = new int[256];
        Arrays.setAll(argb, level -> argb(of(WeightScale.weight(level))));
        return PixelFormat.createByteIndexedInstance(argb);
    }

    /** @param weight -1 to 1, of the greatest */
    private Color of(double weight) {
        Color end = colours.get(WeightScale.end(weight));
        return colours.get(Role.WEIGHT_ZERO).interpolate(end, WeightScale.strength(weight));
    }

    private static int argb(Color colour) {
        return 0xFF000000
                | (int) Math.round(255 * colour.getRed()) << 16
                | (int) Math.round(255 * colour.getGreen()) << 8
                | (int) Math.round(255 * colour.getBlue());
    }
}
