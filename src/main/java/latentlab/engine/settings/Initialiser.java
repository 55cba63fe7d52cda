package latentlab.engine.settings;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** How the parameters of a layer are drawn; formulas are those of PyTorch's functions. */
public enum Initialiser {
    /** As {@code nn.Linear}: weight and bias from U(-b, b), b = 1/sqrt(fan in). */
    PYTORCH,
    /** U(-b, b), b = sqrt(6 / (fan in + fan out)); biases 0 (Glorot &amp; Bengio 2010). */
    XAVIER,
    /** Normal with standard deviation sqrt(2 / fan in), for units of the ReLU family; biases 0 (He et al. 2015). */
    HE,
    /** Rows or columns, whichever are fewer, orthonormal; biases 0 (Saxe et al. 2014). */
    ORTHOGONAL;

    /**
     * @param weights receives rows x columns numbers, row by row, from {@code offset} on
     * @param fanIn the number of inputs {@link #PYTORCH} goes by, which for a tied weight is the decoder's
     */
    public void weights(RandomGenerator random, float[] weights, int offset, int rows, int columns, int fanIn) {
        switch (this) {
            case PYTORCH -> uniform(random, weights, offset, rows * columns, 1 / Math.sqrt(fanIn));
            case XAVIER -> uniform(random, weights, offset, rows * columns, Math.sqrt(6.0 / (rows + columns)));
            case HE -> {
                double deviation = Math.sqrt(2.0 / columns);
                for (int i = 0; i < rows * columns; i++) {
                    weights[offset + i] = (float) (deviation * random.nextGaussian());
                }
            }
            case ORTHOGONAL -> orthogonal(random, weights, offset, rows, columns);
        }
    }

    /** @param biases receives {@code length} numbers from {@code offset} on */
    public void biases(RandomGenerator random, float[] biases, int offset, int length, int fanIn) {
        if (this == PYTORCH) {
            uniform(random, biases, offset, length, 1 / Math.sqrt(fanIn));
        }
    }

    private static void uniform(RandomGenerator random, float[] numbers, int offset, int length, double bound) {
        for (int i = 0; i < length; i++) {
            numbers[offset + i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
    }

    /**
     * Q of a normal matrix, its columns' signs made those of R's diagonal, so that all rotations are equally likely.
     */
    private static void orthogonal(RandomGenerator random, float[] weights, int offset, int rows, int columns) {
        int tall = Math.max(rows, columns);
        int slim = Math.min(rows, columns);
        RealMatrix normal = new Array2DRowRealMatrix(tall, slim);
        for (int i = 0; i < tall; i++) {
            for (int j = 0; j < slim; j++) {
                normal.setEntry(i, j, random.nextGaussian());
            }
        }
        QRDecomposition qr = new QRDecomposition(normal);
        RealMatrix q = qr.getQ();
        RealMatrix r = qr.getR();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int j = rows >= columns ? column : row;
                int i = rows >= columns ? row : column;
                double sign = Math.signum(r.getEntry(j, j));
                weights[offset + row * columns + column] = (float) (sign * q.getEntry(i, j));
            }
        }
    }
}
