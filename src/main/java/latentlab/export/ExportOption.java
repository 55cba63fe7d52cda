package latentlab.export;

import java.util.List;
import latentlab.export.picture.View;

/**
 * A whole number or a word to choose for an export, beside its file: an option of {@code train}, and a control in the
 * window.
 *
 * @param id a word, which names its sentence and its option
 * @param unit what the command line's help has in its place
 * @param normal what it is unless somebody chooses
 * @param words what the numbers from 0 on are called; none where they are numbers
 */
public record ExportOption(String id, String unit, int least, int most, int normal, List<String> words) {
    /**
     * Time a frame of an animation stays, in milliseconds. Browsers play frames that are shorter at a tenth of a
     * second; a GIF holds at most 65535 hundredths.
     */
    public static final ExportOption FRAME = new ExportOption("frame", "MS", 20, 655_350, 150);

    /** About how high an image is in an animation, in pixels. */
    public static final ExportOption TILE = new ExportOption("tile", "PIXELS", 8, 512, 84);

    /** Whether rows of an animation say what they are. */
    public static final ExportOption TITLES = yesOrNo("titles", true);

    /** Whether an animation has the validation loss of each epoch. */
    public static final ExportOption LOSSES = yesOrNo("losses", true);

    /** Whether an animation has a map of the latent space. */
    public static final ExportOption MAP = yesOrNo("map", false);

    /** Whether an animation of a variational model has a row of samples of its prior: the same codes at each epoch. */
    public static final ExportOption PRIOR = yesOrNo("prior", false);

    /** What a picture shows. */
    public static final ExportOption VIEW =
            new ExportOption("view", "VIEW", 0, View.values().length - 1, View.LOSS.ordinal(), View.words());

    /** Of a picture, in points of 1/96 inch; its height follows. */
    public static final ExportOption WIDTH = new ExportOption("width", "POINTS", 100, 4000, 960);

    /** Of a picture of pixels: how many there are along a point. */
    public static final ExportOption SCALE = new ExportOption("scale", "N", 1, 8, 2);

    /** Whether the grid has a row of signed errors. */
    public static final ExportOption SIGNED = yesOrNo("signed", false);

    /** Whether the grid's images are interpolated between their pixels. */
    public static final ExportOption SMOOTH = yesOrNo("smooth", false);

    /** How the grid shows grey images. */
    public static final ExportOption COLOURS = new ExportOption("colours", "MAP", 0, 1, 0, List.of("grey", "viridis"));

    /** The epoch that the grid compares with; -1 for none. */
    public static final ExportOption AGAINST = new ExportOption("against", "EPOCH", -1, 100_000, -1);

    /** Whether two epochs share each image, left and right of its middle, instead of having a row each. */
    public static final ExportOption WIPE = yesOrNo("wipe", false);

    private static ExportOption yesOrNo(String id, boolean normal) {
        return new ExportOption(id, "YES|NO", 0, 1, normal ? 1 : 0, List.of("no", "yes"));
    }

    /** Of a number. */
    public ExportOption(String id, String unit, int least, int most, int normal) {
        this(id, unit, least, most, normal, List.of());
    }

    /** Whether it says how a picture of the grid looks, and nothing of other pictures. */
    public boolean ofGrid() {
        return List.of("signed", "smooth", "colours", "against", "wipe").contains(id);
    }

    /** Whether it may be none at all, which is -1. */
    public boolean optional() {
        return normal < 0;
    }

    /** @return what it is unless somebody chooses, as a person writes it */
    public Object usual() {
        return words.isEmpty() ? (Object) normal : words.get(normal);
    }

    /** @return the option on the command line */
    public String option() {
        return "--" + id;
    }

    /** @return key of what the command line's help says of it; its value is {@link #usual} */
    public String help() {
        return "export.option." + id;
    }
}
