package latentlab.export;

/**
 * A whole number to choose for an export, or a yes or no, beside its file: an option of {@code train}, and a control in
 * the window.
 *
 * @param id a word, which names its sentence and its option
 * @param unit what the command line's help has in its place
 * @param normal what it is unless somebody chooses
 */
public record ExportOption(String id, String unit, int least, int most, int normal) {
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

    private static final String YES_OR_NO = "YES|NO";

    private static ExportOption yesOrNo(String id, boolean normal) {
        return new ExportOption(id, YES_OR_NO, 0, 1, normal ? 1 : 0);
    }

    /** Whether it is a yes, 1, or a no, 0. */
    public boolean isYesOrNo() {
        return unit.equals(YES_OR_NO);
    }

    /** @return the option on the command line */
    public String option() {
        return "--" + id;
    }

    /** @return key of what the command line's help says of it; its value is {@link #normal} */
    public String help() {
        return "export.option." + id;
    }
}
