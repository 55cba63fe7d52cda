package latentlab.map;

import java.util.function.BooleanSupplier;
import latentlab.embedding.Tsne;
import latentlab.embedding.umap.Umap;

/** A map that is laid out step by step, whichever way. */
interface StepwiseMap extends AutoCloseable {
    /** Steps done. */
    int done();

    /** @return a copy of the map, shape [points, 2] */
    float[] positions();

    /**
     * Does some more steps, fewer when cancelled.
     *
     * @param planned steps in all, more of which than before may be planned while it goes on
     */
    void go(int steps, int planned, BooleanSupplier cancelled);

    /** Kullback-Leibler divergence, in nats; NaN where that is not what is made small. */
    double divergence();

    @Override
    void close();

    /** By t-SNE. */
    record OfTsne(Tsne tsne) implements StepwiseMap {
        @Override
        public int done() {
            return tsne.iteration();
        }

        @Override
        public float[] positions() {
            return tsne.positions();
        }

        @Override
        public void go(int steps, int planned, BooleanSupplier cancelled) {
            tsne.iterate(steps, cancelled);
        }

        @Override
        public double divergence() {
            return tsne.divergence();
        }

        @Override
        public void close() {
            tsne.close();
        }
    }

    /** By UMAP. */
    record OfUmap(Umap umap) implements StepwiseMap {
        @Override
        public int done() {
            return umap.epoch();
        }

        @Override
        public float[] positions() {
            return umap.positions();
        }

        @Override
        public void go(int steps, int planned, BooleanSupplier cancelled) {
            if (planned > umap.planned()) {
                umap.extend(planned - umap.planned());
            }
            umap.iterate(steps, cancelled);
        }

        @Override
        public double divergence() {
            return Double.NaN;
        }

        @Override
        public void close() {
            umap.close();
        }
    }
}
