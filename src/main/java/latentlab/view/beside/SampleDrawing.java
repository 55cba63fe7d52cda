package latentlab.view.beside;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import latentlab.figure.Area;
import latentlab.figure.ImageStrip;
import latentlab.figure.Role;
import latentlab.figure.TextStyle;
import latentlab.figure.TextStyle.Align;
import latentlab.figure.TextStyle.Level;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;

/**
 * The sample images, each over its reconstruction: in as many lines as makes them largest. As large in one column as in
 * another of the same width, and at the same place, whether or not a model sees noisy images.
 */
final class SampleDrawing extends Drawing<Pictures.Samples> {
    /** Between images that stand over each other. */
    private static final double GAP = 3;
    /** Between those side by side. */
    private static final double APART = 8;

    private static final double ERROR_HEIGHT = 20;
    private static final double MOST = 112;
    private static final double LEAST = 8;
    /** What an error takes below its image. */
    private static final double ERROR_WIDTH = 42;

    private static final TextStyle ERROR = TextStyle.of(11, Role.MUTED, Align.CENTER, Level.TOP);

    SampleDrawing(Texts texts, ThemeColours colours) {
        super(texts, colours);
    }

    private double side(int columns) {
        int lines = Math.ceilDiv(shown.originals().count(), columns);
        double across = (getWidth() + APART) / columns - APART;
        double down = (getHeight() / lines - ERROR_HEIGHT - (shown.rows() - 1) * GAP) / shown.rows();
        return Math.floor(Math.min(MOST, Math.min(across, down)));
    }

    @Override
    void paint() {
        if (shown == null || shown.originals().count() == 0) {
            return;
        }
        int count = shown.originals().count();
        int columns = 1;
        for (int more = 2; more <= count; more++) {
            if (getWidth() / more >= ERROR_WIDTH && side(more) > side(columns)) {
                columns = more;
            }
        }
        double side = Math.max(LEAST, side(columns));
        double height = shown.rows() * (side + GAP) - GAP + ERROR_HEIGHT;
        double pitch = Math.max(side + APART, ERROR_WIDTH);
        double left = Math.max(0, Math.floor((getWidth() - (columns - 1) * pitch - side) / 2));
        for (int i = 0; i < count; i++) {
            double x = left + i % columns * pitch;
            double y = Math.floorDiv(i, columns) * height;
            image(shown.originals(), i, x, y, side);
            double last = y + side + GAP;
            if (shown.noisy() != null) {
                image(shown.noisy(), i, x, last, side);
                last += side + GAP;
            }
            image(shown.reconstructed(), i, x, last, side);
            String error = texts.get("view.reconstruction.error", shown.errors()[i]);
            pen.text(error, x + side / 2, last + side + 2, pitch, ERROR);
        }
    }

    @Override
    String told() {
        if (shown == null || shown.originals().count() == 0) {
            return "";
        }
        DoubleSummaryStatistics errors = DoubleStream.of(shown.errors()).summaryStatistics();
        return texts.get(
                "view.beside.grid.told", errors.getCount(), errors.getMin(), errors.getMax(), errors.getAverage());
    }

    private void image(ImageStrip strip, int index, double x, double y, double side) {
        pen.image(strip, index, new Area(x, y, side, side));
    }
}
