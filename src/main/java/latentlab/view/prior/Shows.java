package latentlab.view.prior;

import java.util.Locale;

/** What the panel shows of a variational model. */
enum Shows {
    /** Each latent unit with its divergence, and what it changes. */
    UNITS,
    /** Images decoded from codes drawn from the prior. */
    SAMPLES,
    /** Of two latent units: the decoder's images of a plane, by the quantiles of the prior. */
    PLANE;

    /** In keys and ids. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
