package latentlab.engine.model;

import java.lang.foreign.MemorySegment;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.layer.LayerForward;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;

/** A model with its parameters, forwards: what training, validation and every view of an epoch have in common. */
public final class Network {
    public final Autoencoder model;
    public final Parameters parameters;
    private final Kernels kernels;
    private final LayerForward[] layers;
    /** Which of them put out sigmoids for another layer. */
    private final boolean[] settles;

    public Network(Autoencoder model, Kernels kernels, float[] initial) {
        this(model, kernels, new Parameters(model));
        parameters.set(initial);
    }

    private Network(Autoencoder model, Kernels kernels, Parameters parameters) {
        this.model = model;
        this.kernels = kernels;
        this.parameters = parameters;
        int count = model.layers().size();
        layers = new LayerForward[count];
        settles = new boolean[count];
        for (int l = 0; l < count; l++) {
            layers[l] = model.layers().get(l).forward(parameters::array);
            settles[l] = model.layers().get(l).activation() == Activation.SIGMOID && l + 1 < count;
        }
    }

    /** @return the same parameters, in the same memory, with the kernels of another thread */
    public Network with(Kernels others) {
        return new Network(model, others, parameters);
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
        int last = layers.length - 1;
        forward(batch, 0, last);
        layers[last].products(batch.inputOf(last), batch.output(), batch.kept.get(last));
    }

    /** Fills the batch's outputs from the code that is in it on, the last one with the finished images. */
    void decode(Batch batch) {
        forward(batch, model.codeLayer() + 1, layers.length);
    }

    private void forward(Batch batch, int from, int end) {
        for (int l = from; l < end; l++) {
            Floats output = batch.outputs.get(l);
            layers[l].products(batch.inputOf(l), output, batch.kept.get(l));
            layers[l].activate(kernels, output, batch.count());
            if (settles[l]) {
                kernels.settle(output.segment(), output.length());
            }
        }
    }

    /** Forward pass: fills the batch's outputs; returns the loss, summed over images and pixels. */
    public double evaluate(Batch batch, Loss loss) {
        forward(batch);
        return loss(loss, batch.output().segment(), batch.images.segment(), batch.count());
    }

    /** As {@link #evaluate}, of each image alone: its loss is written to {@code losses} from {@code at} on. */
    void evaluateEach(Batch batch, Loss loss, double[] losses, int at) {
        forward(batch);
        each(batch, loss, losses, at);
    }

    /** As {@link #evaluateEach}, from the codes that are in the batch on. */
    void decodeEach(Batch batch, Loss loss, double[] losses) {
        int last = layers.length - 1;
        forward(batch, model.codeLayer() + 1, last);
        layers[last].products(batch.inputOf(last), batch.output(), batch.kept.get(last));
        each(batch, loss, losses, 0);
    }

    private void each(Batch batch, Loss loss, double[] losses, int at) {
        long bytes = 4L * model.inputs();
        for (int i = 0; i < batch.count(); i++) {
            MemorySegment z = batch.output().segment().asSlice(i * bytes, bytes);
            MemorySegment x = batch.images.segment().asSlice(i * bytes, bytes);
            losses[at + i] = loss(loss, z, x, 1) / loss.elements(model.inputs(), 1);
        }
    }

    private double loss(Loss loss, MemorySegment z, MemorySegment x, int count) {
        return layers[layers.length - 1].loss(kernels, loss, z, x, count);
    }

    public void close() {
        parameters.close();
    }
}
