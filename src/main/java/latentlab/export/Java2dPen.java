package latentlab.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import latentlab.data.ImageShape;
import latentlab.figure.Area;
import latentlab.figure.ImageStrip;
import latentlab.figure.Ink;
import latentlab.figure.Pen;
import latentlab.figure.Stroke;
import latentlab.figure.TextStyle;
import latentlab.figure.Track;
import latentlab.figure.WeightScale;
import latentlab.figure.WeightStrip;
import latentlab.figure.WeightStrip.Placed;

/** Draws figures into files, in the colours for a white ground; without text where the machine has no fonts. */
public record Java2dPen(Graphics2D graphics, Lettering lettering) implements Pen {
    private static final float MITRE_LIMIT = 10;

    /** Draws a text whose baseline begins at a place. */
    private interface Letters {
        void draw(Font font, double left, double baseline);
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Stroke stroke) {
        take(stroke);
        graphics.draw(new Line2D.Double(fromX, fromY, toX, toY));
    }

    @Override
    public void track(Track track, Stroke stroke) {
        take(stroke);
        graphics.draw(path(track));
    }

    @Override
    public void fillTrack(Track track, Ink ink) {
        take(ink);
        graphics.fill(path(track));
    }

    private static Path2D path(Track track) {
        Path2D path = new Path2D.Double();
        track.walk((x, y, start) -> {
            if (start) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        });
        return path;
    }

    @Override
    public void rectangle(Area area, Stroke stroke) {
        take(stroke);
        graphics.draw(rectangle(area));
    }

    @Override
    public void fillRectangle(Area area, Ink ink) {
        take(ink);
        graphics.fill(rectangle(area));
    }

    @Override
    public void fillEllipse(Area area, Ink ink) {
        take(ink);
        graphics.fill(ellipse(area));
    }

    @Override
    public void ellipse(Area area, Stroke stroke) {
        take(stroke);
        graphics.draw(ellipse(area));
    }

    @Override
    public void text(String words, double x, double y, double room, TextStyle style) {
        take(style.ink());
        letter(
                words,
                x,
                y,
                room,
                style,
                (font, left, baseline) -> Lettering.draw(graphics, words, font, left, baseline));
    }

    @Override
    public void textWithHalo(String words, double x, double y, TextStyle style, Stroke halo) {
        letter(words, x, y, Double.POSITIVE_INFINITY, style, (font, left, baseline) -> {
            Shape letters = font.createGlyphVector(graphics.getFontRenderContext(), words)
                    .getOutline((float) left, (float) baseline);
            take(halo);
            graphics.draw(letters);
            // As text and not as its outline: in files that have text, it can be searched and copied.
            take(style.ink());
            Lettering.draw(graphics, words, font, left, baseline);
        });
    }

    private void letter(String words, double x, double y, double room, TextStyle style, Letters letters) {
        Font font = font(style);
        if (font == null || words.isEmpty()) {
            return;
        }
        double width = width(words, style);
        double aside = width
                * switch (style.align()) {
                    case LEFT -> 0;
                    case CENTER -> 0.5;
                    case RIGHT -> 1;
                };
        double ascent = Lettering.ascent(font);
        double descent = Lettering.descent(font);
        double below =
                switch (style.level()) {
                    case TOP -> ascent;
                    case MIDDLE -> (ascent - descent) / 2;
                    case BOTTOM -> -descent;
                };
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        if (style.upwards()) {
            graphics.rotate(-Math.PI / 2);
        }
        if (width > room) {
            graphics.scale(room / width, 1);
        }
        letters.draw(font, -aside, below);
        graphics.setTransform(before);
    }

    @Override
    public double width(String words, TextStyle style) {
        return Lettering.width(words, font(style));
    }

    @Override
    public void image(ImageStrip images, int index, Area area) {
        graphics.setColor(Color.BLACK);
        graphics.fill(rectangle(area));
        drawInto(area, picture(images, index));
    }

    /** In the middle and as large as fits: each pixel as a sharp square. */
    private void drawInto(Area area, BufferedImage image) {
        int height = image.getHeight();
        int width = image.getWidth();
        double scale = Math.min(area.width() / width, area.height() / height);
        AffineTransform place = AffineTransform.getTranslateInstance(
                area.centreX() - scale * width / 2, area.centreY() - scale * height / 2);
        place.scale(scale, scale);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.drawImage(image, place, null);
    }

    private static BufferedImage picture(ImageStrip images, int index) {
        ImageShape shape = images.shape();
        int from = index * shape.size();
        if (shape.grey()) {
            BufferedImage image = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_BYTE_GRAY);
            byte[] values = Arrays.copyOfRange(images.values(), from, from + shape.size());
            image.getRaster().setDataElements(0, 0, shape.width(), shape.height(), values);
            return image;
        }
        BufferedImage image = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < shape.pixels(); pixel++) {
            image.setRGB(
                    pixel % shape.width(),
                    Math.floorDiv(pixel, shape.width()),
                    shape.rgb(images.values(), from, pixel));
        }
        return image;
    }

    @Override
    public void weights(WeightStrip weights, List<Placed> placed) {
        for (Placed each : placed) {
            drawInto(each.area(), picture(weights, each.unit()));
        }
    }

    private static BufferedImage picture(WeightStrip weights, int unit) {
        int width = weights.width();
        BufferedImage image = new BufferedImage(width, weights.height(), BufferedImage.TYPE_INT_RGB);
        if (weights.together()) {
            image.setRGB(0, 0, width, weights.height(), weights.colours(unit), 0, width);
            return image;
        }
        int offset = weights.offset(unit);
        for (int pixel = 0; pixel < width * weights.height(); pixel++) {
            double weight = WeightScale.weight(weights.levels()[offset + pixel] & 0xFF);
            image.setRGB(
                    pixel % width,
                    Math.floorDiv(pixel, width),
                    LightColours.ofWeight(weight).getRGB());
        }
        return image;
    }

    @Override
    public void weightScale(Area area) {
        // Of many pieces with two colours each: not every kind of file has scales of more. Each reaches below those
        // after
        // it, so that no seam is seen.
        for (int piece = 0; piece < WeightScale.ZERO; piece++) {
            double from = area.x() + area.width() * piece / WeightScale.ZERO;
            double to = area.x() + area.width() * (piece + 1) / WeightScale.ZERO;
            graphics.setPaint(new GradientPaint(
                    (float) from,
                    (float) area.y(),
                    LightColours.ofWeight(2.0 * piece / WeightScale.ZERO - 1),
                    (float) to,
                    (float) area.y(),
                    LightColours.ofWeight(2.0 * (piece + 1) / WeightScale.ZERO - 1)));
            graphics.fill(rectangle(new Area(from, area.y(), area.right() - from, area.height())));
        }
    }

    @Override
    public void within(Area area, Runnable drawing) {
        Shape clip = graphics.getClip();
        graphics.clip(rectangle(area));
        drawing.run();
        graphics.setClip(clip);
    }

    private static Ellipse2D ellipse(Area area) {
        return new Ellipse2D.Double(area.x(), area.y(), area.width(), area.height());
    }

    private static Rectangle2D rectangle(Area area) {
        return new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height());
    }

    private Font font(TextStyle style) {
        return style.bold() ? lettering.bold((float) style.size()) : lettering.plain((float) style.size());
    }

    private void take(Ink ink) {
        Color colour = LightColours.of(ink);
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
