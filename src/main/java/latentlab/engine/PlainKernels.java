package latentlab.engine;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;

/**
 * The reference: one element after the other, in formulas as a textbook has them. Slow, and what the fast path is held to; that
 * path leaves the ends of columns to it, hence the parts that start somewhere.
 */
final class PlainKernels implements Kernels {
    @Override
    public void unpack(byte[] pixels, int from, MemorySegment images, long at, int length) {
        for (int i = 0; i < length; i++) {
            images.setAtIndex(JAVA_FLOAT, at + i, (pixels[from + i] & 0xFF) / 255f);
        }
    }

    @Override
    public void sigmoid(MemorySegment z, MemorySegment bias, int rows, int columns) {
        for (int column = 0; column < columns; column++) {
            sigmoid(z, bias, rows, column, 0);
        }
    }

    /** One column, from a row on. */
    void sigmoid(MemorySegment z, MemorySegment bias, int rows, int column, int from) {
        for (int row = from; row < rows; row++) {
            long at = (long) column * rows + row;
            double sum = get(z, at) + get(bias, row);
            z.setAtIndex(JAVA_FLOAT, at, (float) (1 / (1 + Math.exp(-sum))));
        }
    }

    @Override
    public double outputDelta(
            MemorySegment z,
            MemorySegment bias,
            MemorySegment x,
            MemorySegment biasGradient,
            int rows,
            int columns,
            float scale) {
        biasGradient.asSlice(0, 4L * rows).fill((byte) 0);
        double loss = 0;
        for (int column = 0; column < columns; column++) {
            sigmoid(z, bias, rows, column, 0);
            loss += delta(z, x, biasGradient, rows, column, 0, scale);
        }
        return loss;
    }

    /** One column of y, which becomes its delta, from a row on; returns its squared error. */
    double delta(
            MemorySegment y, MemorySegment x, MemorySegment biasGradient, int rows, int column, int from, float scale) {
        double loss = 0;
        for (int row = from; row < rows; row++) {
            long at = (long) column * rows + row;
            float active = get(y, at);
            float error = active - get(x, at);
            loss += error * error;
            float delta = scale * error * active * (1 - active);
            y.setAtIndex(JAVA_FLOAT, at, delta);
            biasGradient.setAtIndex(JAVA_FLOAT, row, get(biasGradient, row) + delta);
        }
        return loss;
    }

    @Override
    public double squaredError(MemorySegment z, MemorySegment bias, MemorySegment x, int rows, int columns) {
        double loss = 0;
        for (int column = 0; column < columns; column++) {
            sigmoid(z, bias, rows, column, 0);
            loss += squaredError(z, x, rows, column, 0);
        }
        return loss;
    }

    /** Between one column of y and x, from a row on. */
    double squaredError(MemorySegment y, MemorySegment x, int rows, int column, int from) {
        double loss = 0;
        for (int row = from; row < rows; row++) {
            long at = (long) column * rows + row;
            float error = get(y, at) - get(x, at);
            loss += error * error;
        }
        return loss;
    }

    @Override
    public void hiddenDelta(MemorySegment delta, MemorySegment h, MemorySegment biasGradient, int rows, int columns) {
        hiddenDelta(delta, h, biasGradient, rows, columns, 0);
    }

    /** All columns, from a row on. */
    void hiddenDelta(
            MemorySegment delta, MemorySegment h, MemorySegment biasGradient, int rows, int columns, int from) {
        for (int row = from; row < rows; row++) {
            float sum = 0;
            for (int column = 0; column < columns; column++) {
                long at = (long) column * rows + row;
                float active = get(h, at);
                float value = get(delta, at) * active * (1 - active);
                delta.setAtIndex(JAVA_FLOAT, at, value);
                sum += value;
            }
            biasGradient.setAtIndex(JAVA_FLOAT, row, sum);
        }
    }

    @Override
    public void adam(
            MemorySegment parameters,
            MemorySegment gradient,
            MemorySegment mean,
            MemorySegment square,
            int length,
            float step,
            float correction) {
        adam(parameters, gradient, mean, square, 0, length, step, correction);
    }

    /** Of the parameters from one on. */
    void adam(
            MemorySegment parameters,
            MemorySegment gradient,
            MemorySegment mean,
            MemorySegment square,
            int from,
            int length,
            float step,
            float correction) {
        for (int i = from; i < length; i++) {
            float g = get(gradient, i);
            float m = 0.9f * get(mean, i) + 0.1f * g;
            float v = 0.999f * get(square, i) + 0.001f * g * g;
            mean.setAtIndex(JAVA_FLOAT, i, m);
            square.setAtIndex(JAVA_FLOAT, i, v);
            float change = step * m / ((float) Math.sqrt(v) * correction + 1e-8f);
            parameters.setAtIndex(JAVA_FLOAT, i, get(parameters, i) - change);
        }
    }

    private static float get(MemorySegment array, long at) {
        return array.getAtIndex(JAVA_FLOAT, at);
    }
}
