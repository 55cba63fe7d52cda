package latentlab.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The shape of a model: images in, k latent units, images out, sigmoid on both sides. Its parameters are one flat array, so
 * that an epoch is kept, read and exported as a single block; {@link #arrays()} tells what lies where.
 *
 * @param kind simple or weight-tied
 * @param height rows of an image
 * @param width columns of an image
 * @param latent units of the latent layer
 */
public record Autoencoder(ModelKind kind, int height, int width, int latent) {
    /**
     * One parameter array inside the flat array, in PyTorch's naming and row-major layout.
     *
     * @param name e.g. {@code encoder.weight}
     * @param rows output features of a weight, or the length of a bias
     * @param columns input features of a weight, 1 for a bias
     * @param offset of its first number in the flat array
     */
    public record ParameterArray(String name, int rows, int columns, int offset) {
        public int length() {
            return rows * columns;
        }

        public boolean bias() {
            return columns == 1 && name.endsWith(".bias");
        }
    }

    public static final String ENCODER_WEIGHT = "encoder.weight";
    public static final String ENCODER_BIAS = "encoder.bias";
    public static final String DECODER_WEIGHT = "decoder.weight";
    public static final String DECODER_BIAS = "decoder.bias";

    /** Features on the image side: height x width. */
    public int inputs() {
        return height * width;
    }

    /** The arrays the model really has: four, or three when the decoder's weight is the encoder's. */
    public List<ParameterArray> arrays() {
        List<ParameterArray> arrays = new ArrayList<>();
        int offset = add(arrays, ENCODER_WEIGHT, latent, inputs(), 0);
        offset = add(arrays, ENCODER_BIAS, latent, 1, offset);
        if (kind == ModelKind.SIMPLE) {
            offset = add(arrays, DECODER_WEIGHT, inputs(), latent, offset);
        }
        add(arrays, DECODER_BIAS, inputs(), 1, offset);
        return List.copyOf(arrays);
    }

    private static int add(List<ParameterArray> arrays, String name, int rows, int columns, int offset) {
        arrays.add(new ParameterArray(name, rows, columns, offset));
        return offset + rows * columns;
    }

    /** @throws java.util.NoSuchElementException if the model has no such array, as a tied one has no decoder weight */
    public ParameterArray array(String name) {
        return arrays().stream()
                .filter(array -> array.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Numbers in the flat parameter array. */
    public int parameterCount() {
        ParameterArray last = arrays().getLast();
        return last.offset() + last.length();
    }

    /** Numbers a tied model saves by sharing its weight; 0 for a simple one. */
    public int sharedCount() {
        return kind == ModelKind.TIED ? latent * inputs() : 0;
    }

    /**
     * Fresh parameters as PyTorch's {@code nn.Linear} draws them: weight and bias from U(-b, b) with b = 1/sqrt(fan in). The
     * notebook's tied layer draws the shared weight anew with its own fan in, so that its b is 1/sqrt(latent).
     *
     * @param seed same seed, same numbers, on every machine
     * @return flat array of {@link #parameterCount()} numbers
     */
    public float[] initialParameters(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] parameters = new float[parameterCount()];
        double encoderBound = 1 / Math.sqrt(inputs());
        double decoderBound = 1 / Math.sqrt(latent);
        for (ParameterArray array : arrays()) {
            double bound =
                    switch (array.name()) {
                        case ENCODER_WEIGHT -> kind == ModelKind.TIED ? decoderBound : encoderBound;
                        case ENCODER_BIAS -> encoderBound;
                        default -> decoderBound;
                    };
            for (int i = 0; i < array.length(); i++) {
                parameters[array.offset() + i] = (float) ((2 * random.nextDouble() - 1) * bound);
            }
        }
        return parameters;
    }
}
