package latentlab.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A model as PyTorch prints it, followed by its parameter arrays. Names and notation are PyTorch's own and the same in every
 * language.
 */
public final class ModelSummary {
    /**
     * A row of the parameter table.
     *
     * @param name e.g. {@code decoder.weight}
     * @param shape e.g. {@code [784, 20]}
     * @param count numbers it adds to the model; 0 for one that is shared
     * @param sharedWith the array it is a transposed view of, or null
     */
    public record Row(String name, String shape, int count, String sharedWith) {}

    private ModelSummary() {}

    /** @return the layers, nested, as {@code print(model)} shows them */
    public static String layers(Autoencoder model) {
        String decoder = model.kind() == ModelKind.TIED ? "TiedLinear" : "Linear";
        return """
                Autoencoder(
                  (encoder): Sequential(
                    (0): Flatten(1x%dx%d -> %d)
                    (1): Linear(in_features=%d, out_features=%d, bias=True)
                    (2): Sigmoid()
                  )
                  (decoder): Sequential(
                    (0): %s(in_features=%d, out_features=%d, bias=True)
                    (1): Sigmoid()
                    (2): Unflatten(%d -> 1x%dx%d)
                  )
                )
                """.formatted(
                        model.height(),
                        model.width(),
                        model.inputs(),
                        model.inputs(),
                        model.latent(),
                        decoder,
                        model.latent(),
                        model.inputs(),
                        model.inputs(),
                        model.height(),
                        model.width());
    }

    /** @return the parameter arrays in the order of the layers; a tied decoder's weight is listed as shared, with no count */
    public static List<Row> parameters(Autoencoder model) {
        List<Row> rows = new ArrayList<>();
        for (Autoencoder.ParameterArray array : model.arrays()) {
            if (array.name().equals(Autoencoder.DECODER_BIAS) && model.kind() == ModelKind.TIED) {
                rows.add(new Row(
                        Autoencoder.DECODER_WEIGHT,
                        "[%d, %d]".formatted(model.inputs(), model.latent()),
                        0,
                        Autoencoder.ENCODER_WEIGHT));
            }
            String shape = array.bias() ? "[%d]" : "[%d, %d]";
            rows.add(new Row(array.name(), shape.formatted(array.rows(), array.columns()), array.length(), null));
        }
        return rows;
    }

    /** @return layers and parameter table as text, in the manner of PyTorch; numbers grouped as 16,484 */
    public static String text(Autoencoder model) {
        StringBuilder text = new StringBuilder(layers(model));
        for (Row row : parameters(model)) {
            line(text, row.name(), row.shape(), row.sharedWith() == null ? count(row.count()) : "shared");
        }
        line(text, "total", "", count(model.parameterCount()));
        if (model.sharedCount() > 0) {
            line(text, "saved", "", count(model.sharedCount()));
        }
        return text.toString();
    }

    /** Narrow enough for a column beside the charts. */
    private static void line(StringBuilder text, String name, String shape, String count) {
        text.append(String.format(Locale.ROOT, "%-15s%-10s%8s\n", name, shape, count));
    }

    private static String count(int numbers) {
        return String.format(Locale.ROOT, "%,d", numbers);
    }
}
