package latentlab.engine.model;

import java.lang.foreign.MemorySegment;
import java.util.List;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;

/** A model with its parameters, forwards: what training, validation and every view of an epoch have in common. */
public final class Network {
    public final Autoencoder model;
    public final Parameters parameters;
    private final Kernels kernels;
    private final Activation[] activations;

    public Network(Autoencoder model, Kernels kernels, float[] initial) {
        this(model, kernels, new Parameters(model));
        parameters.all.set(initial);
    }

    private Network(Autoencoder model, Kernels kernels, Parameters parameters) {
        this.model = model;
        this.kernels = kernels;
        this.parameters = parameters;
        activations = model.layers().stream().map(Autoencoder.Layer::activation).toArray(Activation[]::new);
    }

    /** @return the same parameters, in the same memory, with the kernels of another thread */
    public Network with(Kernels others) {
        return new Network(model, others, parameters);
    }

    public Activation activation(int layer) {
        return activations[layer];
    }

    /** Fills the batch's outputs up to the code. */
    void encode(Batch batch) {
        forward(batch, model.codeLayer());
    }

    /** Fills the batch's outputs up to those of a layer. */
    public void forward(Batch batch, int layer) {
        forward(batch, 0, layer + 1);
    }

    /** Fills the batch's outputs; the last one holds the decoder's products still, before bias and activation. */
    public void forward(Batch batch) {
        int last = activations.length - 1;
        forward(batch, 0, last);
        parameters.layers.get(last).forward(batch.inputOf(last), batch.output());
    }

    /** Fills the batch's outputs from the code that is in it on, the last one with the finished images. */
    void decode(Batch batch) {
        forward(batch, model.codeLayer() + 1, activations.length);
    }

    private void forward(Batch batch, int from, int end) {
        List<Parameters.Layer> layers = parameters.layers;
        for (int l = from; l < end; l++) {
            Parameters.Layer layer = layers.get(l);
            Floats output = batch.outputs.get(l);
            layer.forward(batch.inputOf(l), output);
            kernels.activate(
                    activations[l],
                    output.segment(),
                    layer.bias().segment(),
                    layer.bias().length(),
                    batch.count());
            if (activations[l] == Activation.SIGMOID && l + 1 < activations.length) {
                kernels.settle(output.segment(), output.length());
            }
        }
    }

    /** Forward pass: fills the batch's outputs; returns the loss, summed over images and pixels. */
    public double evaluate(Batch batch, Loss loss) {
        forward(batch);
        return kernels.loss(
                loss,
                model.output(),
                batch.output().segment(),
                outputBias(),
                batch.images.segment(),
                model.inputs(),
                batch.count());
    }

    /** As {@link #evaluate}, of each image alone: its loss is written to {@code losses} from {@code at} on. */
    void evaluateEach(Batch batch, Loss loss, double[] losses, int at) {
        forward(batch);
        long bytes = 4L * model.inputs();
        for (int i = 0; i < batch.count(); i++) {
            MemorySegment z = batch.output().segment().asSlice(i * bytes, bytes);
            MemorySegment x = batch.images.segment().asSlice(i * bytes, bytes);
            losses[at + i] = kernels.loss(loss, model.output(), z, outputBias(), x, model.inputs(), 1)
                    / loss.elements(model.inputs(), 1);
        }
    }

    public MemorySegment outputBias() {
        return parameters.layers.getLast().bias().segment();
    }

    public void close() {
        parameters.close();
    }
}
