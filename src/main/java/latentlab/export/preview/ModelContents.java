package latentlab.export.preview;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import latentlab.data.ImageShape;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Autoencoder.ParameterArray;
import latentlab.export.Export;
import latentlab.export.ExportCatalogue;

/** What is in the file of a model, in names and shapes. */
final class ModelContents {
    private ModelContents() {}

    static String text(Export export, Autoencoder model) {
        StringBuilder text = new StringBuilder();
        if (export.extension().equals("onnx")) {
            ImageShape shape = model.shape();
            String images =
                    String.format(Locale.ROOT, "[n, %d, %d, %d]", shape.channels(), shape.height(), shape.width());
            String code = String.format(Locale.ROOT, "[n, %d]", model.latent());
            boolean decoder = export.equals(ExportCatalogue.ONNX_DECODER);
            text.append(decoder ? "code " + code : "images " + images).append('\n');
            if (!decoder) {
                text.append("→ code ").append(code).append('\n');
            }
            if (!export.equals(ExportCatalogue.ONNX_ENCODER)) {
                text.append("→ reconstruction ").append(images).append('\n');
            }
            return text.toString();
        }
        for (ParameterArray array : model.arrays()) {
            text.append(line(array.name(), "f4", array.sizes()));
        }
        return text.toString();
    }

    /** @param kind of what is in an array, in NumPy's letters */
    static String line(String name, String kind, int[] shape) {
        String sizes = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
        return String.format(Locale.ROOT, "%-22s %-8s %s%n", name, word(kind), sizes);
    }

    private static String word(String kind) {
        return switch (kind) {
            case "f4" -> "float32";
            case "f8" -> "float64";
            case "i4" -> "int32";
            case "i8" -> "int64";
            case "u1" -> "uint8";
            default -> kind;
        };
    }
}
