package latentlab.export;

import java.awt.Color;
import latentlab.figure.ClassPalette;
import latentlab.figure.Ink;
import latentlab.figure.Role;
import latentlab.figure.WeightScale;

/**
 * The colours of files, on white: those that the window's style sheets charts.css and explore.css have for the light
 * theme, and for what the window takes from its theme, greys that print well.
 */
final class LightColours {
    private static final int WHITE = 0xffffff;

    private LightColours() {}

    static Color of(Role role) {
        return switch (role) {
            case BACKGROUND -> Color.WHITE;
            case TEXT -> new Color(0x222222);
            case MUTED -> new Color(0x666666);
            case GRID -> new Color(0xe4e4e4);
            case ACCENT -> new Color(0x0969da);
            case ACCENT_AREA -> new Color(0xddf4ff);
            case TRAIN -> new Color(0x0072b2);
            case VALID -> new Color(0xd55e00);
            case ACCURACY -> new Color(0x4a3b00);
            case MARKER -> new Color(0x6f42c1);
            case WARNING -> new Color(0xa40e26);
            case WEIGHT_NEGATIVE -> new Color(0x0b4f9e);
            case WEIGHT_ZERO -> new Color(0xf7f7f5);
            case WEIGHT_POSITIVE -> new Color(0xc24a00);
            case SCALE_LOW -> new Color(0xa6c8e8);
            case SCALE_HIGH -> new Color(0x08285c);
            case CLASS -> ClassColours.of(-1);
            case LINE_0, LINE_1, LINE_2, LINE_3, LINE_4, LINE_5, LINE_6, LINE_7, LINE_8, LINE_9 -> ofLine(role.line());
        };
    }

    /** @return the colour of an ink, its opacity aside */
    static Color of(Ink ink) {
        if (ink.scaled()) {
            Color mixed = mixed(of(Role.SCALE_LOW), of(Role.SCALE_HIGH), ink.share());
            return ink.role() == Role.SCALE_LOW ? mixed : readable(mixed);
        }
        if (ink.label() < 0) {
            return of(ink.role());
        }
        return ink.role() == Role.CLASS ? ClassColours.of(ink.label()) : ofLine(ink.label());
    }

    private static Color ofLine(int number) {
        return new Color(ClassPalette.ofLine(number, WHITE));
    }

    private static Color readable(Color ground) {
        Color text = of(Role.TEXT);
        Color back = of(Role.BACKGROUND);
        return ClassPalette.contrast(text.getRGB(), ground.getRGB())
                        >= ClassPalette.contrast(back.getRGB(), ground.getRGB())
                ? text
                : back;
    }

    /** @param weight of the greatest, -1 to 1 */
    static Color ofWeight(double weight) {
        return mixed(of(Role.WEIGHT_ZERO), of(WeightScale.end(weight)), WeightScale.strength(weight));
    }

    private static Color mixed(Color from, Color to, double share) {
        return new Color(
                mixed(from.getRed(), to.getRed(), share),
                mixed(from.getGreen(), to.getGreen(), share),
                mixed(from.getBlue(), to.getBlue(), share));
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + share * (to - from));
    }
}
