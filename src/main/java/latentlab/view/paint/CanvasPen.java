package latentlab.view.paint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import latentlab.figure.Area;
import latentlab.figure.ImageStrip;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Stroke;
import latentlab.figure.TextStyle;
import latentlab.figure.Track;
import latentlab.figure.WeightStrip;
import latentlab.figure.WeightStrip.Placed;
import latentlab.view.ThemeColours;

/** Draws figures on a canvas, in the colours of the theme. For as long as the canvas: it keeps pictures of images. */
public final class CanvasPen implements Pen {
    /** As many curves as this are drawn as one picture. */
    private static final int MANY = 16;

    private record Face(double size, boolean bold) {}

    /** Draws a text at a place. */
    private interface Letters {
        void draw(double x, double y);
    }

    private final GraphicsContext graphics;
    private final ThemeColours colours;
    private final WeightPaint weightPaint;
    private final Map<Face, Font> fonts = new HashMap<>();
    private final Text measured = new Text();
    /** As long as somebody draws them, so that a strip is not made into a picture with every frame. */
    private final Map<ImageStrip, InkStrip> pictures = new WeakHashMap<>();

    public CanvasPen(GraphicsContext graphics, ThemeColours colours) {
        this.graphics = graphics;
        this.colours = colours;
        weightPaint = new WeightPaint(colours);
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Stroke stroke) {
        take(stroke);
        graphics.strokeLine(fromX, fromY, toX, toY);
        drop(stroke);
    }

    @Override
    public void track(Track track, Stroke stroke) {
        take(stroke);
        follow(track);
        graphics.stroke();
        drop(stroke);
    }

    @Override
    public void curves(Area area, List<Curve> curves) {
        if (curves.size() < MANY) {
            Pen.super.curves(area, curves);
            return;
        }
        double scale = graphics.getCanvas() instanceof FigureCanvas canvas ? canvas.density() : 1;
        CurveRaster raster = new CurveRaster(area, scale);
        for (Curve curve : curves) {
            Ink ink = curve.stroke().ink();
            raster.add(curve.track(), curve.stroke().width(), ThemeColours.rgb(colours.of(ink)), ink.opacity());
        }
        graphics.setGlobalAlpha(1);
        graphics.drawImage(raster.image(), area.x(), area.y(), area.width(), area.height());
    }

    @Override
    public void fillTrack(Track track, Ink ink) {
        take(ink);
        follow(track);
        graphics.fill();
    }

    private void follow(Track track) {
        graphics.beginPath();
        track.walk((x, y, start) -> {
            if (start) {
                graphics.moveTo(x, y);
            } else {
                graphics.lineTo(x, y);
            }
        });
    }

    @Override
    public void rectangle(Area area, Stroke stroke) {
        take(stroke);
        graphics.strokeRect(area.x(), area.y(), area.width(), area.height());
        drop(stroke);
    }

    @Override
    public void fillRectangle(Area area, Ink ink) {
        take(ink);
        graphics.fillRect(area.x(), area.y(), area.width(), area.height());
    }

    @Override
    public void fillEllipse(Area area, Ink ink) {
        take(ink);
        graphics.fillOval(area.x(), area.y(), area.width(), area.height());
    }

    @Override
    public void ellipse(Area area, Stroke stroke) {
        take(stroke);
        graphics.strokeOval(area.x(), area.y(), area.width(), area.height());
        drop(stroke);
    }

    @Override
    public void text(String words, double x, double y, double room, TextStyle style) {
        take(style.ink());
        letter(x, y, style, (atX, atY) -> fill(words, atX, atY, room));
    }

    @Override
    public void textWithHalo(String words, double x, double y, TextStyle style, Stroke halo) {
        take(halo);
        letter(x, y, style, (atX, atY) -> graphics.strokeText(words, atX, atY));
        drop(halo);
        text(words, x, y, style);
    }

    private void letter(double x, double y, TextStyle style, Letters letters) {
        graphics.setFont(font(style));
        graphics.setTextAlign(
                switch (style.align()) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTER -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
        graphics.setTextBaseline(
                switch (style.level()) {
                    case TOP -> VPos.TOP;
                    case MIDDLE -> VPos.CENTER;
                    case BOTTOM -> VPos.BOTTOM;
                });
        if (!style.upwards()) {
            letters.draw(x, y);
            return;
        }
        graphics.save();
        graphics.translate(x, y);
        graphics.rotate(-90);
        letters.draw(0, 0);
        graphics.restore();
    }

    private void fill(String words, double x, double y, double room) {
        if (Double.isInfinite(room)) {
            graphics.fillText(words, x, y);
        } else {
            graphics.fillText(words, x, y, room);
        }
    }

    @Override
    public void image(ImageStrip images, int index, Area area) {
        graphics.setGlobalAlpha(1);
        pictures.computeIfAbsent(images, each -> new InkStrip(each.values(), each.shape()))
                .paint(graphics, index, area);
    }

    @Override
    public void weights(WeightStrip weights, List<Placed> placed) {
        graphics.setGlobalAlpha(1);
        weightPaint.paint(graphics, weights, placed);
    }

    @Override
    public void weightScale(Area area) {
        graphics.setGlobalAlpha(1);
        graphics.setFill(weightPaint.gradient());
        graphics.fillRect(area.x(), area.y(), area.width(), area.height());
    }

    @Override
    public double width(String words, TextStyle style) {
        measured.setFont(font(style));
        measured.setText(words);
        return measured.getLayoutBounds().getWidth();
    }

    @Override
    public void within(Area area, Runnable drawing) {
        graphics.save();
        graphics.beginPath();
        graphics.rect(area.x(), area.y(), area.width(), area.height());
        graphics.clip();
        drawing.run();
        graphics.restore();
    }

    private Font font(TextStyle style) {
        return fonts.computeIfAbsent(
                new Face(style.size(), style.bold()),
                face -> Font.font(null, face.bold() ? FontWeight.BOLD : FontWeight.NORMAL, face.size()));
    }

    private void take(Ink ink) {
        graphics.setFill(colours.of(ink));
        graphics.setGlobalAlpha(ink.opacity());
    }

    private void take(Stroke stroke) {
        boolean round = stroke.ends() == Stroke.Ends.ROUND;
        graphics.setStroke(colours.of(stroke.ink()));
        graphics.setGlobalAlpha(stroke.ink().opacity());
        graphics.setLineWidth(stroke.width());
        graphics.setLineCap(round ? StrokeLineCap.ROUND : StrokeLineCap.SQUARE);
        graphics.setLineJoin(round ? StrokeLineJoin.ROUND : StrokeLineJoin.MITER);
        if (stroke.dash() > 0) {
            graphics.setLineDashes(stroke.dash(), stroke.gap());
        }
    }

    private void drop(Stroke stroke) {
        if (stroke.dash() > 0) {
            graphics.setLineDashes();
        }
    }
}
