package latentlab.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import latentlab.figure.Area;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Stroke;
import latentlab.figure.TextStyle;
import latentlab.figure.Track;

/** Draws figures into files, in the colours for a white ground; without text where the machine has no fonts. */
record Java2dPen(Graphics2D graphics, Lettering lettering) implements Pen {
    private static final float MITRE_LIMIT = 10;

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Stroke stroke) {
        take(stroke);
        graphics.draw(new Line2D.Double(fromX, fromY, toX, toY));
    }

    @Override
    public void track(Track track, Stroke stroke) {
        Path2D path = new Path2D.Double();
        track.walk((x, y, start) -> {
            if (start) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        });
        take(stroke);
        graphics.draw(path);
    }

    @Override
    public void fillRectangle(Area area, Ink ink) {
        take(ink);
        graphics.fill(rectangle(area));
    }

    @Override
    public void fillEllipse(Area area, Ink ink) {
        take(ink);
        graphics.fill(new Ellipse2D.Double(area.x(), area.y(), area.width(), area.height()));
    }

    @Override
    public void text(String words, double x, double y, TextStyle style) {
        double aside = width(words, style)
                * switch (style.align()) {
                    case LEFT -> 0;
                    case CENTER -> 0.5;
                    case RIGHT -> 1;
                };
        Font font = font(style);
        double ascent = Lettering.ascent(font);
        double descent = Lettering.descent(font);
        double below =
                switch (style.level()) {
                    case TOP -> ascent;
                    case MIDDLE -> (ascent - descent) / 2;
                    case BOTTOM -> -descent;
                };
        take(style.ink());
        AffineTransform before = graphics.getTransform();
        if (style.upwards()) {
            graphics.rotate(-Math.PI / 2, x, y);
        }
        Lettering.draw(graphics, words, font, x - aside, y + below);
        graphics.setTransform(before);
    }

    @Override
    public double width(String words, TextStyle style) {
        return Lettering.width(words, font(style));
    }

    @Override
    public void within(Area area, Runnable drawing) {
        Shape clip = graphics.getClip();
        graphics.clip(rectangle(area));
        drawing.run();
        graphics.setClip(clip);
    }

    private static Rectangle2D rectangle(Area area) {
        return new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height());
    }

    private Font font(TextStyle style) {
        return style.bold() ? lettering.bold((float) style.size()) : lettering.plain((float) style.size());
    }

    private void take(Ink ink) {
        Color colour = LightColours.of(ink.role());
        int opacity = (int) Math.round(255 * ink.opacity());
        graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity));
    }

    private void take(Stroke stroke) {
        boolean round = stroke.ends() == Stroke.Ends.ROUND;
        take(stroke.ink());
        graphics.setStroke(new BasicStroke(
                (float) stroke.width(),
                round ? BasicStroke.CAP_ROUND : BasicStroke.CAP_SQUARE,
                round ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER,
                MITRE_LIMIT,
                stroke.dash() > 0 ? new float[] {(float) stroke.dash(), (float) stroke.gap()} : null,
                0));
    }
}
