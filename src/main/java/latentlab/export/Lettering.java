package latentlab.export;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import latentlab.text.Messages;

/**
 * What text in exported pictures is written with. Where no font of this machine has the letters of the language, as on
 * a server without Japanese fonts, English takes its place: a row of empty boxes helps nobody. A machine without any
 * font, as a bare container is, gets pictures without text.
 *
 * @param messages sentences in a language the font can show
 * @param font of one point, or null where there is none
 * @param boldFont of one point; null to make it from the other
 */
public record Lettering(Messages messages, Font font, Font boldFont) {
    private static final Logger LOG = System.getLogger(Lettering.class.getName());
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    Lettering(Messages messages, Font font) {
        this(messages, font, null);
    }

    /** @param key of a sentence of the picture: if the font has its letters, it has those of all */
    public static Lettering of(Messages messages, String key) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 1);
        try {
            boolean shown = font.canDisplayUpTo(messages.text(key)) < 0;
            return new Lettering(shown ? messages : new Messages(Locale.ENGLISH), font);
        } catch (RuntimeException | InternalError e) {
            // How the JDK says that there are no fonts depends on what else of them is missing.
            LOG.log(Level.WARNING, "no fonts: pictures carry no text", e);
            return new Lettering(messages, null);
        }
    }

    /** @return null where there are no fonts, which {@link #width} and {@link #draw} understand */
    public Font plain(float size) {
        return font == null ? null : font.deriveFont(size);
    }

    /** @return null where there are no fonts */
    public Font bold(float size) {
        if (boldFont != null) {
            return boldFont.deriveFont(size);
        }
        return font == null ? null : font.deriveFont(Font.BOLD, size);
    }

    /** @return advance width in pixels */
    public static double width(String text, Font font) {
        return font == null ? 0 : font.getStringBounds(text, CONTEXT).getWidth();
    }

    /** @return how far the font's letters reach above their baseline, in pixels */
    public static double ascent(Font font) {
        return font == null ? 0 : font.getLineMetrics("", CONTEXT).getAscent();
    }

    /** @return how far the font's letters reach below their baseline, in pixels */
    public static double descent(Font font) {
        return font == null ? 0 : font.getLineMetrics("", CONTEXT).getDescent();
    }

    public static void draw(Graphics2D graphics, String text, Font font, double x, double baseline) {
        if (font != null) {
            graphics.setFont(font);
            graphics.drawString(text, (float) x, (float) baseline);
        }
    }
}
