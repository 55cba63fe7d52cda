package latentlab.map;

/** How many dimensions become two. */
public enum MapMethod {
    /** The plane of the first two principal components. */
    PRINCIPAL,
    /** Two units of the code. */
    UNITS,
    /** Neighbours stay neighbours; everything else is given up. */
    TSNE
}
