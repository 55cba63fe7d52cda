package latentlab.engine.kernels;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes matrices for kernels, and keeps them: native memory must not be collected while a kernel has only its address.
 */
public final class Matrices {
    private final List<Floats> kept = new ArrayList<>();

    /** @param numbers column after column */
    Floats of(int rows, int columns, float[] numbers) {
        Floats matrix = zeros(rows, columns);
        matrix.set(numbers);
        return matrix;
    }

    Floats zeros(int rows, int columns) {
        Floats matrix = Floats.matrix(rows, columns);
        kept.add(matrix);
        return matrix;
    }

    /** @return column after column */
    public static float[] numbers(Floats matrix) {
        float[] numbers = new float[matrix.length()];
        matrix.get(numbers);
        return numbers;
    }
}
