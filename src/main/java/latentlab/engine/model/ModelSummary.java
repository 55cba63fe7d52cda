package latentlab.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import latentlab.data.ImageShape;
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
        sequential(text, "encoder", modules(layers.subList(0, depth), Optional.of(model.shape()), Optional.empty()));
        sequential(
                text,
                "decoder",
                modules(layers.subList(depth, layers.size()), Optional.empty(), Optional.of(model.shape())));
        return text.append(")\n").toString();
    }

    /** @param from what goes into the first of them, empty if no image; {@code to} what is to come out of the last */
    private static List<String> modules(List<Layer> layers, Optional<ImageShape> from, Optional<ImageShape> to) {
        List<String> modules = new ArrayList<>();
        Optional<ImageShape> now = from;
        for (Layer layer : layers) {
            reshape(modules, now, layer.inputMaps());
            now = layer.outputMaps();
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
        reshape(modules, now, to);
        return modules;
    }

    private static void reshape(List<String> modules, Optional<ImageShape> from, Optional<ImageShape> to) {
        if (from.isPresent() && to.isEmpty()) {
            modules.add("Flatten(" + text(from.get()) + " -> " + from.get().size() + ")");
        } else if (from.isEmpty() && to.isPresent()) {
            modules.add("Unflatten(" + to.get().size() + " -> " + text(to.get()) + ")");
        }
    }

    private static String text(ImageShape shape) {
        return shape.channels() + "x" + shape.height() + "x" + shape.width();
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
        // "[1568, 20]", and of a convolution "[32, 16, 3, 3]".
        int shapes = model.hidden().isEmpty() ? 10 : 12;
        for (LayerArray array : parameters(model)) {
            shapes = Math.max(shapes, array.shape().toString().length() + 1);
        }
        String format = "%-" + width + "s%-" + shapes + "s%8s\n";
        for (LayerArray array : parameters(model)) {
            String count = array.isOwn() ? count(array.count()) : "shared";
            line(text, format, array.name(), array.shape().toString(), count);
        }
        line(text, format, "total", "", count(model.totalCount()));
        if (model.sharedCount() > 0) {
            line(text, format, "saved", "", count(model.sharedCount()));
        }
        return text.toString();
    }

    /** Narrow enough for a column beside the charts. */
    private static void line(StringBuilder text, String format, String name, String shape, String count) {
        text.append(String.format(Locale.ROOT, format, name, shape, count));
    }

    private static String count(long numbers) {
        return String.format(Locale.ROOT, "%,d", numbers);
    }
}
