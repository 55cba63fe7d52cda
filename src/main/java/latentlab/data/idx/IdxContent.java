package latentlab.data.idx;

/** What an IDX file is expected to hold. */
public enum IdxContent {
    /** Three dimensions: [count, height, width]. */
    IMAGES(3),
    /** One dimension: [count]. */
    LABELS(1);

    final int dimensions;

    IdxContent(int dimensions) {
        this.dimensions = dimensions;
    }
}
