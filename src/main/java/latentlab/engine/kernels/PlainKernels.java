package latentlab.engine.kernels;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Optimiser;

/**
 * The reference: one element after the other, in formulas as a textbook has them. Slow, and what the fast path is held
 * to; that path leaves the ends of columns to it, hence the parts that start somewhere.
 */
public final class PlainKernels implements Kernels {
    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public Kernels forAnotherThread() {
        return this;
    }

    @Override
    public void unpack(byte[] pixels, int from, MemorySegment images, long at, int length) {
        for (int i = 0; i < length; i++) {
            set(images, at + i, (pixels[from + i] & 0xFF) / 255f);
        }
    }

    @Override
    public void activate(Activation activation, MemorySegment z, MemorySegment bias, int rows, int columns) {
        for (int column = 0; column < columns; column++) {
            activate(activation, z, bias, rows, column, 0);
        }
    }

    /** One column, from a row on. */
    void activate(Activation activation, MemorySegment z, MemorySegment bias, int rows, int column, int from) {
        for (int row = from; row < rows; row++) {
            long at = (long) column * rows + row;
            set(z, at, (float) activation.of((double) get(z, at) + get(bias, row)));
        }
    }

    @Override
    public void settle(MemorySegment h, int length) {
        settle(h, 0, length);
    }

    void settle(MemorySegment h, int from, int length) {
        for (int i = from; i < length; i++) {
            set(h, i, rounded(get(h, i), SETTLED));
        }
    }

    @Override
    public double outputDelta(
            Loss loss,
            Activation output,
            MemorySegment z,
            MemorySegment bias,
            MemorySegment x,
            MemorySegment biasGradient,
            int rows,
            int columns,
            float scale) {
        biasGradient.fill((byte) 0);
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            sum += loss(loss, output, z, bias, x, rows, column, 0);
            delta(loss, output, z, x, biasGradient, rows, column, 0, scale);
        }
        return sum;
    }

    @Override
    public double loss(
            Loss loss, Activation output, MemorySegment z, MemorySegment bias, MemorySegment x, int rows, int columns) {
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            sum += loss(loss, output, z, bias, x, rows, column, 0);
        }
        return sum;
    }

    /** One column of z, which becomes y, from a row on. */
    double loss(
            Loss loss,
            Activation output,
            MemorySegment z,
            MemorySegment bias,
            MemorySegment x,
            int rows,
            int column,
            int from) {
        double sum = 0;
        for (int row = from; row < rows; row++) {
            long at = (long) column * rows + row;
            double input = (double) get(z, at) + get(bias, row);
            float y = (float) output.of(input);
            sum += loss.of(input, y, get(x, at));
            set(z, at, y);
        }
        return sum;
    }

    /** One column of y, which becomes its delta, from a row on. */
    void delta(
            Loss loss,
            Activation output,
            MemorySegment y,
            MemorySegment x,
            MemorySegment biasGradient,
            int rows,
            int column,
            int from,
            float scale) {
        for (int row = from; row < rows; row++) {
            long at = (long) column * rows + row;
            float made = get(y, at);
            // A linear output is hardly ever so small, and of a small one the sign counts.
            float value = output == Activation.SIGMOID ? rounded(made, SETTLED) : made;
            float delta = rounded(scale * loss.slope(output, value, get(x, at)), Faint.DELTA);
            set(y, at, delta);
            set(biasGradient, row, get(biasGradient, row) + delta);
        }
    }

    @Override
    public void hiddenDelta(
            Activation activation,
            MemorySegment delta,
            MemorySegment h,
            MemorySegment biasGradient,
            int rows,
            int columns) {
        hiddenDelta(activation, delta, h, biasGradient, rows, columns, 0);
    }

    /** All columns, from a row on. */
    void hiddenDelta(
            Activation activation,
            MemorySegment delta,
            MemorySegment h,
            MemorySegment biasGradient,
            int rows,
            int columns,
            int from) {
        for (int row = from; row < rows; row++) {
            float sum = 0;
            for (int column = 0; column < columns; column++) {
                long at = (long) column * rows + row;
                float value = rounded(get(delta, at) * activation.slope(get(h, at)), Faint.DELTA);
                set(delta, at, value);
                sum += value;
            }
            set(biasGradient, row, sum);
        }
    }

    @Override
    public void addSign(MemorySegment delta, MemorySegment h, int length, float scale) {
        addSign(delta, h, 0, length, scale);
    }

    void addSign(MemorySegment delta, MemorySegment h, int from, int length, float scale) {
        for (int i = from; i < length; i++) {
            set(delta, i, get(delta, i) + scale * Math.signum(get(h, i)));
        }
    }

    @Override
    public void add(MemorySegment sum, MemorySegment addend, int length) {
        add(sum, addend, 0, length);
    }

    /** From a number on. */
    void add(MemorySegment sum, MemorySegment addend, int from, int length) {
        for (int i = from; i < length; i++) {
            set(sum, i, get(sum, i) + get(addend, i));
        }
    }

    @Override
    public void addDecay(MemorySegment gradient, MemorySegment parameters, int length, float decay) {
        addDecay(gradient, parameters, 0, length, decay);
    }

    void addDecay(MemorySegment gradient, MemorySegment parameters, int from, int length, float decay) {
        for (int i = from; i < length; i++) {
            set(gradient, i, get(gradient, i) + decay * get(parameters, i));
        }
    }

    @Override
    public double squaredNorm(MemorySegment array, int length) {
        return squaredNorm(array, 0, length);
    }

    double squaredNorm(MemorySegment array, int from, int length) {
        double sum = 0;
        for (int i = from; i < length; i++) {
            sum += (double) get(array, i) * get(array, i);
        }
        return sum;
    }

    @Override
    public void scale(MemorySegment array, int length, float factor) {
        scale(array, 0, length, factor);
    }

    void scale(MemorySegment array, int from, int length, float factor) {
        for (int i = from; i < length; i++) {
            set(array, i, factor * get(array, i));
        }
    }

    @Override
    public void step(
            Optimiser optimiser,
            MemorySegment parameters,
            MemorySegment gradient,
            MemorySegment first,
            MemorySegment second,
            int length,
            StepNumbers numbers) {
        step(optimiser, parameters, gradient, first, second, 0, length, numbers);
    }

    /** Of the parameters from one on. */
    void step(
            Optimiser optimiser,
            MemorySegment parameters,
            MemorySegment gradient,
            MemorySegment first,
            MemorySegment second,
            int from,
            int length,
            StepNumbers numbers) {
        for (int i = from; i < length; i++) {
            float p = get(parameters, i);
            float g = rounded(get(gradient, i), Faint.GRADIENT);
            float change =
                    switch (optimiser) {
                        case SGD -> numbers.rate * g;
                        case MOMENTUM -> numbers.rate * velocity(first, i, g, numbers);
                        case NESTEROV -> numbers.rate * (g + numbers.momentum * velocity(first, i, g, numbers));
                        case RMSPROP -> {
                            float s = rounded(0.99f * get(second, i) + 0.01f * g * g, Faint.SQUARE);
                            set(second, i, s);
                            yield numbers.rate * g / ((float) Math.sqrt(s) + 1e-8f);
                        }
                        case ADAM, ADAMW -> {
                            float m = rounded(numbers.momentum * get(first, i) + numbers.taken * g, Faint.MEAN);
                            float v = rounded(0.999f * get(second, i) + 0.001f * g * g, Faint.SQUARE);
                            set(first, i, m);
                            set(second, i, v);
                            yield numbers.rate * m / ((float) Math.sqrt(v) * numbers.correction + 1e-8f);
                        }
                    };
            set(parameters, i, rounded(numbers.keep * p - change, numbers.faint));
        }
    }

    private static float velocity(MemorySegment velocities, int i, float g, StepNumbers numbers) {
        float v = rounded(numbers.momentum * get(velocities, i) + g, Faint.MEAN);
        set(velocities, i, v);
        return v;
    }

    /** As {@link Faint} has it. */
    private static float rounded(float number, float power) {
        return number + power - power;
    }

    private static float get(MemorySegment array, long at) {
        return array.getAtIndex(JAVA_FLOAT, at);
    }

    private static void set(MemorySegment array, long at, float value) {
        array.setAtIndex(JAVA_FLOAT, at, value);
    }
}
