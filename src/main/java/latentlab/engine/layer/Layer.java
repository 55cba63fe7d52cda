package latentlab.engine.layer;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
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

    /**
     * Whether its weight lies in native memory with the numbers of each input together, [outputs, inputs] column-major.
     * Otherwise those of each output are together, as PyTorch has them.
     */
    default boolean turnsWeight() {
        return false;
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

    /**
     * The way forward.
     *
     * @param parameters the model's arrays by name, column-major: [inputs, outputs] of a weight [outputs, inputs]
     */
    LayerForward forward(Function<String, Floats> parameters);

    /**
     * The way back.
     *
     * @param parameters as for {@link #forward}
     * @param gradient arrays of the same names and shapes, which receive the gradient
     */
    LayerBackward backward(Function<String, Floats> parameters, Function<String, Floats> gradient);

    /** What it is in a DL4J network. */
    Dl4jLayer dl4j();
}
