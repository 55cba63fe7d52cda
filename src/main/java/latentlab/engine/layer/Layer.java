package latentlab.engine.layer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.Floats;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Initialiser;

/**
 * One layer of a model, without the numbers of its parameters: what they are, how an image goes through the layer and a
 * gradient back, what the summary and the stack diagram say of it, and what DL4J has in its place. A kind of layer is
 * one class; {@link ModelLayers} is the one place that makes them. Layers are values: equal where they describe the
 * same.
 */
public interface Layer {
    /** In the names of its arrays, e.g. {@code decoder}, or {@code decoder.1} where there are several. */
    String name();

    /** Numbers of an image that go in. */
    int inputs();

    /** Numbers of an image that come out. */
    int outputs();

    /** What is made of the sum that goes into an output. */
    Activation activation();

    /** Its arrays in the order in which they are listed, those it shares with another layer included. */
    List<LayerArray> arrays();

    /** How one of its own arrays lies in native memory. */
    default NativeOrder order(LayerArray array) {
        return NativeOrder.listed(array);
    }

    /** The channels, rows and columns that its inputs are pixels of; empty if it takes numbers of no place. */
    default Optional<ImageShape> inputMaps() {
        return Optional.empty();
    }

    /** The channels, rows and columns that its outputs are pixels of; empty if they are numbers of no place. */
    default Optional<ImageShape> outputMaps() {
        return Optional.empty();
    }

    /**
     * Channels whose numbers lie together, pixel by pixel, in what it puts out; 1 where the order is PyTorch's, which
     * has the pixels of each channel together.
     */
    default int outputChannels() {
        return 1;
    }

    /** Name of the array that the layer's inputs are multiplied by. */
    default String weight() {
        return name() + ".weight";
    }

    /** Name of the array that is added to that. */
    default String bias() {
        return name() + ".bias";
    }

    /** Whether it uses an array of another layer. */
    default boolean sharesWeight() {
        return !arrays().stream().allMatch(LayerArray::isOwn);
    }

    /**
     * Whether it has few numbers on one side: then cores gain more from parts of a batch that go through it at the same
     * time than from sharing its products.
     */
    boolean isNarrow();

    /** Numbers it adds to the model. */
    default long parameterCount() {
        return arrays().stream().mapToLong(LayerArray::count).sum();
    }

    /**
     * What it keeps of each image on its way forward for its way back, beside what it puts out, which is kept anyway:
     * one number of numbers for each matrix, in an order of its own.
     */
    default List<Integer> kept() {
        return List.of();
    }

    /** Multiplications for one image, forwards. */
    long multiplications();

    /**
     * Draws its own arrays.
     *
     * @param parameters receives them one after the other, from {@code offset} on
     */
    void draw(RandomGenerator random, Initialiser initialiser, float[] parameters, int offset);

    /**
     * What PyTorch prints of it, without its activation, e.g. "Linear(in_features=784, out_features=20, bias=True)".
     */
    String module();

    /** PyTorch's name for its kind, e.g. "Linear": the first word of {@link #module}. */
    default String kind() {
        return module().substring(0, module().indexOf('('));
    }

    /**
     * The way forward.
     *
     * @param parameters the model's arrays by name, each as {@link #order} says
     */
    LayerForward forward(Function<String, Floats> parameters);

    /**
     * The way back.
     *
     * @param parameters as for {@link #forward}
     * @param gradient arrays of the same names and shapes, which receive the gradient
     */
    LayerBackward backward(Function<String, Floats> parameters, Function<String, Floats> gradient);

    /**
     * What it is in a DL4J network.
     *
     * @throws UnsupportedOperationException if DL4J has nothing like it, see {@link #isDense}
     */
    default Dl4jLayer dl4j() {
        throw new UnsupportedOperationException(module());
    }

    /** Whether each input goes to each output, with a weight of its own. */
    default boolean isDense() {
        return false;
    }
}
