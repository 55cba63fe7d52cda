package latentlab.export;

/**
 * A whole number to choose for an export, beside its file: an option of {@code train}, and a control in the window.
 *
 * @param id a word, which names its sentence and its option
 * @param unit what the command line's help has in its place
 * @param normal what it is unless somebody chooses
 */
public record ExportOption(String id, String unit, int least, int most, int normal) {
    /** Time a frame of an animation stays, rounded to hundredths of a second. */
    public static final ExportOption FRAME =
            new ExportOption("frame", "MS", AnimationGif.MIN_FRAME_MILLIS, AnimationGif.MAX_FRAME_MILLIS, 150);

    /** @return the option on the command line */
    public String option() {
        return "--" + id;
    }

    /** @return key of what the command line's help says of it; its value is {@link #normal} */
    public String help() {
        return "export.option." + id;
    }
}
