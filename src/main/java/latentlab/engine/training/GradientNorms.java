package latentlab.engine.training;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.layer.Layer;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.engine.model.Batch;
import latentlab.engine.settings.Noise;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;

/**
 * How long the gradient of a run's loss is at the parameters of an epoch: what its next step would go by, computed from
 * the kept parameters, so that training is not slowed down by it. Of the loss alone, without weight decay and before
 * clipping, as PyTorch's {@code clip_grad_norm_} returns it.
 */
public final class GradientNorms implements AutoCloseable {
    /** Batches it is the mean of, spread evenly over the training images in their order. */
    public static final int BATCHES = 8;

    /**
     * @param all L2 norm over all parameters, mean over the batches
     * @param layers the same of each layer's own arrays, weight and bias together; the gradient of a weight that two
     *     layers share is the first one's
     */
    public record Norms(double all, List<Double> layers) {
        public Norms {
            layers = List.copyOf(layers);
        }
    }

    private final TrainingConfig config;
    private final TrainingStep step;
    private final ImageSet images;
    private final int from;
    private final int count;
    private final Batch batch;
    private final Kernels kernels = Kernels.fastest();
    private boolean closed;

    /** Takes all the memory it needs: four times the parameters, and one batch. */
    public GradientNorms(TrainingConfig config, Autoencoder model, Dataset dataset) {
        this.config = config;
        images = dataset.train();
        Split split = Split.of(config, dataset);
        from = split.held();
        count = split.trained();
        try (Floats.Taking taking = new Floats.Taking()) {
            step = new TrainingStep(model, kernels, new float[model.parameterCount()], config.with(Setting.CLIP, 0.0));
            batch = Batch.of(model, Math.min(config.batch(), count), config);
            taking.keep();
        }
    }

    /**
     * @param parameters after an epoch
     * @param epoch which one: noise is that of the epoch that would follow
     */
    public synchronized Norms of(float[] parameters, int epoch) {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        step.network.parameters.set(parameters);
        int whole = count / batch.count();
        step.weigh(config.get(Setting.BETA_SCHEDULE)
                .factor(config.get(Setting.BETA_WARM_UP), epoch, 0, Math.ceilDiv(count, batch.count())));
        int[] which = ImageSet.spread(whole, BATCHES);
        double all = 0;
        double[] layers = new double[step.network.model.layers().size()];
        for (int number : which) {
            batch.fill(images, from + number * batch.count(), kernels, Noise.seed(config.seed(), epoch));
            step.gradients(batch);
            double[] squares = squares(step, kernels);
            double sum = 0;
            for (int layer = 0; layer < layers.length; layer++) {
                layers[layer] += Math.sqrt(squares[layer]) / which.length;
                sum += squares[layer];
            }
            all += Math.sqrt(sum) / which.length;
        }
        List<Double> means = new ArrayList<>();
        for (double layer : layers) {
            means.add(layer);
        }
        return new Norms(all, means);
    }

    /** @return sums of the squares of a gradient over each layer's own arrays */
    static double[] squares(TrainingStep step, Kernels kernels) {
        Autoencoder model = step.network.model;
        double[] squares = new double[model.layers().size()];
        for (int l = 0; l < squares.length; l++) {
            Layer layer = model.layers().get(l);
            for (ParameterArray array : model.arrays()) {
                boolean own = layer.arrays().stream()
                        .anyMatch(each -> each.isOwn() && each.name().equals(array.name()));
                if (own) {
                    squares[l] += kernels.squaredNorm(
                            step.gradient.array(array.name()).segment(), array.length());
                }
            }
        }
        return squares;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            step.close();
            batch.close();
        }
    }
}
