package latentlab.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import latentlab.engine.layer.Layer;
import latentlab.engine.layer.LayerArray;
import latentlab.engine.settings.Activation;

/**
 * A model as PyTorch prints it, followed by its parameter arrays. Names and notation are PyTorch's own and the same in
 * every language.
 */
public final class ModelSummary {
    /** "decoder.weight" and room behind it. */
    private static final int NARROW = 15;
    /** "decoder.0.weight" and room behind it. */
    private static final int WIDE = 17;

    private ModelSummary() {}

    /** @return the layers, nested, as {@code print(model)} shows them */
    public static String layers(Autoencoder model) {
        StringBuilder text = new StringBuilder("Autoencoder(\n");
        List<Layer> layers = model.layers();
        int depth = model.codeLayer() + 1;
        String image = model.shape().channels() + "x" + model.height() + "x" + model.width();
        List<String> encoder = modules(layers.subList(0, depth));
        encoder.addFirst("Flatten(" + image + " -> " + model.inputs() + ")");
        List<String> decoder = modules(layers.subList(depth, layers.size()));
        decoder.addLast("Unflatten(" + model.inputs() + " -> " + image + ")");
        sequential(text, "encoder", encoder);
        sequential(text, "decoder", decoder);
        return text.append(")\n").toString();
    }

    private static List<String> modules(List<Layer> layers) {
        List<String> modules = new ArrayList<>();
        for (Layer layer : layers) {
            modules.add(layer.module());
            switch (layer.activation()) {
                case SIGMOID -> modules.add("Sigmoid()");
                case RELU -> modules.add("ReLU()");
                case LEAKY_RELU -> modules.add("LeakyReLU(negative_slope=" + Activation.LEAK + ")");
                case TANH -> modules.add("Tanh()");
                case ELU -> modules.add("ELU(alpha=1.0)");
                case LINEAR -> {}
            }
        }
        return modules;
    }

    private static void sequential(StringBuilder text, String name, List<String> modules) {
        text.append("  (").append(name).append("): Sequential(\n");
        for (int i = 0; i < modules.size(); i++) {
            text.append("    (" + i + "): " + modules.get(i) + "\n");
        }
        text.append("  )\n");
    }

    /** @return the arrays in the order of the layers; a tied decoder's weight is listed as shared */
    public static List<LayerArray> parameters(Autoencoder model) {
        return model.layers().stream().flatMap(layer -> layer.arrays().stream()).toList();
    }

    /** @return layers and parameter table as text, in the manner of PyTorch; numbers grouped as 16,484 */
    public static String text(Autoencoder model) {
        StringBuilder text = new StringBuilder(layers(model));
        int width = model.hidden().isEmpty() ? NARROW : WIDE;
        for (LayerArray array : parameters(model)) {
            line(text, width, array.name(), array.shape().toString(), array.isOwn() ? count(array.count()) : "shared");
        }
        line(text, width, "total", "", count(model.totalCount()));
        if (model.sharedCount() > 0) {
            line(text, width, "saved", "", count(model.sharedCount()));
        }
        return text.toString();
    }

    /** Narrow enough for a column beside the charts. */
    private static void line(StringBuilder text, int width, String name, String shape, String count) {
        text.append(String.format(
                Locale.ROOT, "%-" + width + "s%-" + (width == NARROW ? 10 : 12) + "s%8s\n", name, shape, count));
    }

    private static String count(long numbers) {
        return String.format(Locale.ROOT, "%,d", numbers);
    }
}
