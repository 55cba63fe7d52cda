package latentlab.map;

/** How a map gets two dimensions from many. */
public enum MapMethod {
    /** The plane of the first two principal components. */
    PRINCIPAL,
    /** Two units of the latent code. */
    UNITS,
    /** t-SNE: keeps neighbours together, and gives up all else. */
    TSNE,
    /** UMAP: the same in another way, with denser clusters. */
    UMAP;

    /** Whether it lays points out step by step. */
    public boolean stepwise() {
        return this == TSNE || this == UMAP;
    }
}
