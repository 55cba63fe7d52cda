package latentlab.view.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import latentlab.figure.Area;
import latentlab.figure.Track;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held to what Java2D draws of the same curves. */
class CurveRasterTest {
    private static final Area AREA = new Area(20, 10, 120, 90);

    @ParameterizedTest
    @CsvSource({"1, 1.25", "1, 2", "2, 1.25", "1.5, 0.75"})
    void drawsWhatAStrokeDraws(double scale, double thickness) {
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            BufferedImage paper = new BufferedImage(
                    (int) Math.ceil(120 * scale), (int) Math.ceil(90 * scale), BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = paper.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(scale, scale);
            graphics.translate(-AREA.x(), -AREA.y());
            graphics.setColor(Color.BLACK);
            graphics.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            Track track = new Track();
            Path2D path = new Path2D.Double();
            // From outside to outside: ends have another form.
            double y = 20 + 60 * random.nextDouble();
            track.moveTo(-10, y);
            path.moveTo(-10, y);
            for (double x = 10; x < 200; x += 4 + 20 * random.nextDouble()) {
                y += 60 * (random.nextDouble() - 0.5);
                track.lineTo(x, y);
                path.lineTo(x, y);
            }
            graphics.draw(path);
            CurveRaster raster = new CurveRaster(AREA, scale);
            raster.add(track, thickness, 0, 1);
            double difference = 0;
            double ink = 0;
            for (int row = 0; row < paper.getHeight(); row++) {
                for (int column = 0; column < paper.getWidth(); column++) {
                    int expected = paper.getRGB(column, row) >>> 24;
                    difference += Math.abs(expected - raster.alpha(column, row));
                    ink += expected;
                }
            }
            // Corners are pointed there and blunt here, and each pixel's share of a slanted edge is that of its middle.
            assertThat(difference / ink).isLessThan(0.15);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5, 128", "1, 255", "0, 0"})
    void mixesOpacities(double opacity, int alpha) {
        CurveRaster raster = new CurveRaster(AREA, 1);
        Track track = new Track();
        track.moveTo(0, 50.5);
        track.lineTo(80, 50.5);
        track.lineTo(200, 50.5);
        raster.add(track, 1, 0xFF0000, opacity);
        assertThat(raster.alpha(60, 40)).as("where two lines meet, too").isEqualTo(alpha);
        assertThat(raster.alpha(60, 42)).isZero();
        raster.add(track, 1, 0x00FF00, 1);
        assertThat(raster.alpha(60, 40)).isEqualTo(255);
    }
}
