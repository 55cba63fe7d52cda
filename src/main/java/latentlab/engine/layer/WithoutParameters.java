package latentlab.engine.layer;

import java.util.List;
import java.util.random.RandomGenerator;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Initialiser;

/** What layers without weights have in common: they only move numbers, and come between others. */
interface WithoutParameters extends Layer {
    /** Images with the channels of a pixel together. */
    int channels();

    @Override
    default Activation activation() {
        return Activation.LINEAR;
    }

    @Override
    default int outputChannels() {
        return channels();
    }

    @Override
    default boolean isNarrow() {
        return true;
    }

    @Override
    default List<LayerArray> arrays() {
        return List.of();
    }

    @Override
    default long multiplications() {
        return 0;
    }

    @Override
    default void draw(RandomGenerator random, Initialiser initialiser, float[] parameters, int offset) {}
}
