package latentlab.preferences;

/**
 * How the grid shows images.
 *
 * @param signedError whether a row of differences between reconstructions and originals is shown
 * @param smooth whether values between pixels are interpolated
 * @param mapped whether grey images have the colours of a perceptual map
 * @param wipe whether two epochs that are compared share a row, left and right of a divider, instead of having one each
 */
public record GridLook(boolean signedError, boolean smooth, boolean mapped, boolean wipe) {
    public static final GridLook DEFAULT = new GridLook(false, false, false, false);

    public GridLook withSignedError(boolean signedError) {
        return new GridLook(signedError, smooth, mapped, wipe);
    }

    public GridLook withSmooth(boolean smooth) {
        return new GridLook(signedError, smooth, mapped, wipe);
    }

    public GridLook withMapped(boolean mapped) {
        return new GridLook(signedError, smooth, mapped, wipe);
    }

    public GridLook withWipe(boolean wipe) {
        return new GridLook(signedError, smooth, mapped, wipe);
    }
}
