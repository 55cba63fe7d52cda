package latentlab.engine;

import latentlab.data.ImageSet;

/** Room for one batch of fixed size on its way through the model; every matrix has an image a column. */
final class Batch {
    private final int count;
    /** x [inputs, count], ink 0 to 1. */
    final Floats images;
    /** h [latent, count]. */
    final Floats latent;
    /** The reconstruction, or its delta after a backward pass: [inputs, count]. */
    final Floats output;

    final Floats latentDelta;

    Batch(Autoencoder model, int count) {
        this.count = count;
        images = Floats.matrix(model.inputs(), count);
        latent = Floats.matrix(model.latent(), count);
        output = Floats.matrix(model.inputs(), count);
        latentDelta = Floats.matrix(model.latent(), count);
    }

    int count() {
        return count;
    }

    /** Takes the images from..from+count, in order. */
    void fill(ImageSet set, int from, Kernels kernels) {
        kernels.unpack(set.pixels(), from * set.size(), images.segment(), 0, count * set.size());
    }

    /** Takes the images whose indices are order[from], … */
    void fill(ImageSet set, int[] order, int from, Kernels kernels) {
        int size = set.size();
        for (int i = 0; i < count; i++) {
            kernels.unpack(set.pixels(), order[from + i] * size, images.segment(), (long) i * size, size);
        }
    }

    void close() {
        images.close();
        latent.close();
        output.close();
        latentDelta.close();
    }
}
