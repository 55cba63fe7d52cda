package latentlab.data.idx;

/** What an IDX file is expected to hold. */
public enum IdxContent {
    /** Three dimensions: [count, height, width]; or four, where there are colours. */
    IMAGES(3, 4),
    /** One dimension: [count]; or two, where there is more than one number for each image. */
    LABELS(1, 2);

    final int dimensions;
    final int most;

    /** @param dimensions that are usual */
    IdxContent(int dimensions, int most) {
        this.dimensions = dimensions;
        this.most = most;
    }
}
