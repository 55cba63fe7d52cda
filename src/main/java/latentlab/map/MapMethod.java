package latentlab.map;

/** How a map gets two dimensions from many. */
public enum MapMethod {
    /** The plane of the first two principal components. */
    PRINCIPAL,
    /** Two units of the latent code. */
    UNITS,
    /** t-SNE: keeps neighbours together, and gives up all else. */
    TSNE
}
