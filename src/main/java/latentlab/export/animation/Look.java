package latentlab.export.animation;

import latentlab.export.Export;
import latentlab.export.ExportOption;

/**
 * What an animation shows, and how large.
 *
 * @param tile about how high an image is, in pixels: it is enlarged by a whole factor
 * @param titles whether rows say what they are
 * @param losses whether the validation loss stands beside the epoch
 * @param map whether there is a map of the latent space
 */
record Look(int tile, boolean titles, boolean losses, boolean map) {
    static Look of(Export.Subject subject) {
        return new Look(
                subject.get(ExportOption.TILE),
                subject.get(ExportOption.TITLES) > 0,
                subject.get(ExportOption.LOSSES) > 0,
                subject.get(ExportOption.MAP) > 0);
    }
}
