package latentlab.engine.training;

import latentlab.data.Dataset;
import latentlab.engine.layer.Layer;
import latentlab.engine.layer.ModelLayers;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.text.Problem;

/**
 * What a run will take, before any of it is taken, in bytes. All in long numbers: a configuration may name more
 * parameters than an array can hold.
 *
 * @param parameters how many there are
 * @param largest numbers in the largest array, of parameters, or of what a batch comes to in a layer
 * @param nativeBytes outside the Java heap: weights, gradients, the optimiser's memory, what an interrupted epoch goes
 *     back to, and the room for batches
 * @param heapBytes in the Java heap: copies of the parameters on their way to the disk and to the views, codes, losses
 * @param epochBytes on the disk, for each epoch
 * @param epochs on the disk if all are kept, epoch 0 included
 */
public record RunSize(long parameters, long largest, long nativeBytes, long heapBytes, long epochBytes, long epochs) {
    /** Arrays of a JVM may be a little shorter than its numbers go. */
    public static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** Weights, gradients, two moments, the copies of three of them; those of the views. */
    private static final int NATIVE_COPIES = 8;
    /** One on its way to the disk, one for each of the two threads that compute for views. */
    private static final int HEAP_COPIES = 3;
    /** Of an epoch in the history and the lists made of it. */
    private static final int HISTORY_BYTES = 200;

    /** @throws Problem naming the sizes if the images do not fit into the layers, see {@link ModelLayers#check} */
    public static RunSize checked(TrainingConfig config, Dataset dataset) throws Problem {
        ModelLayers.check(config, dataset.shape());
        return of(config, dataset);
    }

    public static RunSize of(TrainingConfig config, Dataset dataset) {
        Autoencoder model = Autoencoder.of(config, dataset.shape());
        long images = Math.max(1, Split.of(config, dataset).trained());
        long batch = Math.min(config.batch(), images);
        boolean noise = config.get(Setting.NOISE) != Noise.NONE;
        long parameters = model.totalCount();
        long outputs = 0;
        long kept = 0;
        long widest = 0;
        for (Layer layer : model.layers()) {
            outputs += layer.outputs();
            kept += layer.kept().stream().mapToLong(Integer::longValue).sum();
            widest = Math.max(widest, layer.outputs());
        }
        // The images, with and without noise, what each layer makes and keeps of them, and the deltas of all layers but
        // the
        // last.
        long image = (noise ? 2L : 1L) * model.inputs()
                + 2 * outputs
                + kept
                - model.layers().getLast().outputs();
        int workers = Trainer.workers(Trainer.threads(config, dataset));
        // The last batch of an epoch is shorter; validation has a room for each worker and a shorter one, the views
        // have
        // two as a rule.
        long rooms = batch + images % batch + (workers + 3L) * Evaluation.BATCH;
        long codes = (long) dataset.test().count() * config.latent();
        return new RunSize(
                parameters,
                Math.max(parameters, batch * widest),
                Float.BYTES * ((NATIVE_COPIES + model.parts() - 1) * parameters + rooms * image),
                Float.BYTES * (HEAP_COPIES * parameters + 2 * codes + images) + (long) HISTORY_BYTES * config.epochs(),
                Float.BYTES * parameters,
                config.epochs() + 1L);
    }
}
