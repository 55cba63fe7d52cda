package latentlab.view.latent;

/** How many dimensions become two. */
enum MapMethod {
    /** The plane of the first two principal components. */
    PRINCIPAL,
    /** Two units of the code. */
    UNITS,
    /** Neighbours stay neighbours; everything else is given up. */
    TSNE
}
