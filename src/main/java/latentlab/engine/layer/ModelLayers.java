package latentlab.engine.layer;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;

/** Which layers a configuration asks for: the one place that knows every kind of model and of layer. */
public final class ModelLayers {
    private ModelLayers() {}

    /**
     * Inputs, hidden layers, code, the hidden layers mirrored, inputs.
     *
     * @param inputs numbers of an image
     * @return the layers in the order in which an image goes through them; the code comes out of the one after the
     *     hidden layers
     */
    public static List<Layer> of(TrainingConfig config, int inputs) {
        List<Integer> units = new ArrayList<>();
        units.add(inputs);
        units.addAll(config.hidden());
        units.add(config.latent());
        int depth = units.size() - 1;
        boolean lends = config.kind() == ModelKind.TIED;
        List<Dense> encoder = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            Activation activation = config.get(i == depth - 1 ? Setting.CODE : Setting.ENCODER);
            encoder.add(new Dense(name("encoder", i, depth), units.get(i), units.get(i + 1), activation, lends));
        }
        List<Layer> layers = new ArrayList<>(encoder);
        if (config.kind() == ModelKind.VARIATIONAL) {
            Dense code = encoder.getLast();
            layers.set(depth - 1, new GaussianCode(code.name(), code.inputs(), code.outputs()));
        }
        for (int i = 0; i < depth; i++) {
            Activation activation = config.get(i == depth - 1 ? Setting.OUTPUT : Setting.DECODER);
            Dense mirrored = encoder.get(depth - 1 - i);
            String name = name("decoder", i, depth);
            layers.add(
                    lends
                            ? new TiedDense(name, mirrored, activation)
                            : new Dense(name, mirrored.outputs(), mirrored.inputs(), activation, false));
        }
        return List.copyOf(layers);
    }

    private static String name(String side, int layer, int depth) {
        return depth == 1 ? side : side + "." + layer;
    }
}
