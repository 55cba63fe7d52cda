package latentlab.view.loss;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import latentlab.figure.LossPanel.Curve;
import latentlab.figure.LossPanel.Measure;
import latentlab.figure.Role;
import latentlab.map.CardPlace;
import latentlab.map.LabelPlaces.Box;
import latentlab.run.RateChange;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;

/**
 * What a panel shows of one epoch, in numbers: a line for the epoch, one for each of the panel's curves that has a
 * value there, and one where the rate was changed, and one up to where the run has left another one.
 */
record LossReadout(List<Line> lines) {
    private static final Font FONT = Font.font(12);
    private static final double PADDING = 8;
    private static final double LINE_HEIGHT = 17;
    private static final double SWATCH = 8;
    /** From the pointer to the box. */
    private static final double AWAY = 12;
    /** Letters narrower than this cannot be read. */
    private static final double SQUEEZED = 0.6;

    /** @param swatch colour of the curve the line is about, or null */
    record Line(Role swatch, String text) {}

    static LossReadout of(Texts texts, int epoch, List<Curve> curves, List<RateChange> changes, int branch) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(null, texts.get("view.loss.readoutEpoch", epoch)));
        for (Curve curve : curves) {
            double value = epoch < curve.values().length ? curve.values()[epoch] : Double.NaN;
            if (!Double.isNaN(value)) {
                String text = curve.share()
                        ? texts.get("view.loss.readoutShare", curve.name(), value)
                        : curve.smooth() == null
                                ? value(texts, curve, value)
                                : texts.get("view.loss.readoutSmoothed", curve.name(), value, curve.smooth()[epoch]);
                lines.add(new Line(curve.role(), text));
            }
        }
        for (RateChange change : changes) {
            if (change.epoch() == epoch) {
                lines.add(new Line(null, texts.get("view.loss.readoutRate", change.before(), change.after())));
            }
        }
        String left = branch(texts, epoch, branch);
        if (!left.isEmpty()) {
            lines.add(new Line(null, left));
        }
        return new LossReadout(lines);
    }

    /** With digits enough for numbers as small as gradients may be. */
    static String value(Texts texts, Curve curve, double value) {
        if (curve.measure() == Measure.PSNR) {
            return texts.get("view.loss.readoutError", curve.name(), value, Math.pow(10, -value / 10));
        }
        boolean small = value != 0 && Math.abs(value) < 1e-3;
        return texts.get(small ? "view.loss.readoutSmall" : "view.loss.readoutValue", curve.name(), value);
    }

    /**
     * @param branch the epoch at which the run has left another one; 0 for none
     * @return what an epoch has to do with the other run; empty for nothing
     */
    static String branch(Texts texts, int epoch, int branch) {
        return epoch > branch || branch == 0
                ? ""
                : texts.get(epoch == branch ? "view.loss.readoutBranch" : "view.loss.readoutShared");
    }

    /**
     * @param pointer what is pointed at
     * @param top where the box begins as long as it lies beside that
     * @param width of the box, if there is as much room
     * @param height of the box
     * @param room width and height of the canvas, beyond which nothing is seen
     * @return where the box lies, by its middle: not over what is pointed at, unless there is no room anywhere else
     */
    static Box place(Point2D pointer, double top, double width, double height, Dimension2D room) {
        double wide = Math.min(width, room.getWidth());
        Box box =
                CardPlace.beside(pointer.getX(), pointer.getY(), AWAY, wide, height, room.getWidth(), room.getHeight());
        boolean within = box.x() >= wide / 2 && box.x() <= room.getWidth() - wide / 2;
        if (!within) {
            return squeezed(pointer, top, wide, height, room);
        }
        boolean beside = Math.abs(box.x() - pointer.getX()) >= wide / 2;
        return beside ? new Box(box.x(), level(top, height, room), wide, height) : box;
    }

    /** Narrower on the side that has more room, else in the corner across, where it covers the least. */
    private static Box squeezed(Point2D pointer, double top, double width, double height, Dimension2D room) {
        boolean left = pointer.getX() > room.getWidth() / 2;
        double side = (left ? pointer.getX() : room.getWidth() - pointer.getX()) - AWAY;
        boolean readable = side >= SQUEEZED * width;
        double narrow = readable ? side : width;
        boolean up = pointer.getY() > room.getHeight() / 2;
        double across = up ? height / 2 : Math.max(height, room.getHeight()) - height / 2;
        return new Box(
                left ? narrow / 2 : room.getWidth() - narrow / 2,
                readable ? level(top, height, room) : across,
                narrow,
                height);
    }

    private static double level(double top, double height, Dimension2D room) {
        return Math.clamp(top, 0, Math.max(0, room.getHeight() - height)) + height / 2;
    }

    /** Paints a box beside what is pointed at: see {@link #place}. */
    void paint(GraphicsContext graphics, ThemeColours colours, Point2D pointer, double top, Dimension2D room) {
        double text = lines.stream()
                .mapToDouble(line -> TextWidth.of(line.text(), FONT))
                .max()
                .orElse(0);
        double width = Math.ceil(text) + SWATCH + 6 + 2 * PADDING;
        double height = lines.size() * LINE_HEIGHT + PADDING;
        Box box = place(pointer, top, width, height, room);
        double x = Math.rint(box.x() - box.width() / 2);
        double y = Math.rint(box.y() - height / 2);
        graphics.setFill(colours.get(Role.BACKGROUND));
        graphics.fillRoundRect(x, y, box.width(), height, 8, 8);
        graphics.setStroke(colours.get(Role.MUTED));
        graphics.setLineWidth(1);
        graphics.strokeRoundRect(x + 0.5, y + 0.5, box.width() - 1, height - 1, 8, 8);
        graphics.setFont(FONT);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        y += PADDING / 2 + LINE_HEIGHT / 2;
        for (Line line : lines) {
            if (line.swatch() != null) {
                graphics.setFill(colours.get(line.swatch()));
                graphics.fillOval(x + PADDING, y - SWATCH / 2, SWATCH, SWATCH);
            }
            graphics.setFill(colours.get(Role.TEXT));
            double before = PADDING + (line.swatch() == null ? 0 : SWATCH + 6);
            graphics.fillText(line.text(), x + before, y, box.width() - before - PADDING);
            y += LINE_HEIGHT;
        }
    }
}
