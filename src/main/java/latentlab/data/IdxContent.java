package latentlab.data;

/** What an IDX file is expected to hold. */
enum IdxContent {
    /** Three dimensions: [count, height, width]. */
    IMAGES(3),
    /** One dimension: [count]. */
    LABELS(1);

    final int dimensions;

    IdxContent(int dimensions) {
        this.dimensions = dimensions;
    }
}
