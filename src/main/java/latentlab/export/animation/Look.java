package latentlab.export.animation;

import latentlab.engine.settings.ModelKind;
import latentlab.export.Export;
import latentlab.export.ExportOption;
import latentlab.text.Problem;

/**
 * What an animation shows, and how large.
 *
 * @param tile about how high an image is, in pixels: it is enlarged by a whole factor
 * @param titles whether rows say what they are
 * @param losses whether the validation loss stands beside the epoch
 * @param map whether there is a map of the latent space
 * @param prior whether there is a row of samples of the prior
 */
record Look(int tile, boolean titles, boolean losses, boolean map, boolean prior) {
    /** @throws Problem if samples of a prior are asked for, and the model has none */
    static Look of(Export.Subject subject) throws Problem {
        boolean prior = subject.get(ExportOption.PRIOR) > 0;
        if (prior && subject.run().config().kind() != ModelKind.VARIATIONAL) {
            throw Problem.of("export.gif.noPrior");
        }
        return new Look(
                subject.get(ExportOption.TILE),
                subject.get(ExportOption.TITLES) > 0,
                subject.get(ExportOption.LOSSES) > 0,
                subject.get(ExportOption.MAP) > 0,
                prior);
    }
}
