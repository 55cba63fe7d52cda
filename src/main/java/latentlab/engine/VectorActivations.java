package latentlab.engine;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The activations of {@link VectorKernels}, forward and backward, for the whole vectors of a column; the same rules hold for its
 * loops, and what is left at the end of a column is the caller's.
 */
final class VectorActivations {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private VectorActivations() {}

    /** z = activation(z + bias) for one column. */
    static void column(Activation activation, MemorySegment z, MemorySegment bias, int rows, int column) {
        switch (activation) {
            case SIGMOID -> sigmoidColumn(z, bias, rows, column, 1, 1, 0);
            // tanh z = 2 sigmoid(2 z) - 1.
            case TANH -> sigmoidColumn(z, bias, rows, column, 2, 2, -1);
            case ELU -> eluColumn(z, bias, rows, column);
            case RELU -> kinkedColumn(z, bias, rows, column, 0);
            case LEAKY_RELU -> kinkedColumn(z, bias, rows, column, Activation.LEAK);
            case LINEAR -> kinkedColumn(z, bias, rows, column, 1);
        }
    }

    /**
     * height / (1 + e^-(steepness (z + bias))) + shift for one column. e^x is exact to about 2e-7, by the classic range reduction
     * x = n ln 2 + r and a polynomial of degree 6 on |r| &lt;= ln 2 / 2 (coefficients 1/i!, whose remainder there is below
     * float32's resolution). NaN stays NaN; beyond +-32 it saturates, 1e-14 from 0, so that the square of a pixel that stays
     * black for ever, in its delta, does not become denormal: see {@link VectorOptimisers}.
     */
    private static void sigmoidColumn(
            MemorySegment z, MemorySegment bias, int rows, int column, float steepness, float height, float shift) {
        // Adding 1.5 * 2^23 leaves the nearest integer in the low bits of the mantissa.
        final float magic = 12582912f;
        int whole = FLOATS.loopBound(rows);
        long start = 4L * column * rows;
        for (int row = 0; row < whole; row += LANES) {
            long at = start + 4L * row;
            FloatVector x = load(z, at)
                    .add(load(bias, 4L * row))
                    .mul(-steepness)
                    .min(32f)
                    .max(-32f);
            FloatVector shifted = x.mul(1.44269504f).add(magic);
            FloatVector n = shifted.sub(magic);
            // ln 2 in two parts, the first exact in few bits, so that the difference loses nothing.
            FloatVector r = x.sub(n.mul(0.693359375f)).add(n.mul(2.12194440e-4f));
            FloatVector p = r.mul(1f / 720).add(1f / 120);
            p = p.mul(r).add(1f / 24);
            p = p.mul(r).add(1f / 6);
            p = p.mul(r).add(0.5f);
            p = p.mul(r).add(1f);
            p = p.mul(r).add(1f);
            IntVector exponent = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            FloatVector e = p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
            FloatVector.broadcast(FLOATS, height).div(e.add(1f)).add(shift).intoMemorySegment(z, at, ORDER);
        }
    }

    /** z, e^z - 1 below zero; the exponential as in {@link #sigmoidColumn}. */
    private static void eluColumn(MemorySegment z, MemorySegment bias, int rows, int column) {
        final float magic = 12582912f;
        int whole = FLOATS.loopBound(rows);
        long start = 4L * column * rows;
        for (int row = 0; row < whole; row += LANES) {
            long at = start + 4L * row;
            FloatVector sum = load(z, at).add(load(bias, 4L * row));
            FloatVector x = sum.min(0f).max(-87f);
            FloatVector shifted = x.mul(1.44269504f).add(magic);
            FloatVector n = shifted.sub(magic);
            FloatVector r = x.sub(n.mul(0.693359375f)).add(n.mul(2.12194440e-4f));
            FloatVector p = r.mul(1f / 720).add(1f / 120);
            p = p.mul(r).add(1f / 24);
            p = p.mul(r).add(1f / 6);
            p = p.mul(r).add(0.5f);
            p = p.mul(r).add(1f);
            p = p.mul(r).add(1f);
            IntVector exponent = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            FloatVector e = p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
            sum.max(0f).add(e.sub(1f)).intoMemorySegment(z, at, ORDER);
        }
    }

    /** A line with a kink at zero: slope 1 above, another, at most 1, below. */
    private static void kinkedColumn(MemorySegment z, MemorySegment bias, int rows, int column, float below) {
        int whole = FLOATS.loopBound(rows);
        long start = 4L * column * rows;
        for (int row = 0; row < whole; row += LANES) {
            long at = start + 4L * row;
            FloatVector sum = load(z, at).add(load(bias, 4L * row));
            sum.max(sum.mul(below)).intoMemorySegment(z, at, ORDER);
        }
    }

    /** delta = delta * slope(h) for all columns; its sums over them are written to biasGradient. */
    static void delta(
            Activation activation,
            MemorySegment delta,
            MemorySegment h,
            MemorySegment biasGradient,
            int rows,
            int columns) {
        switch (activation) {
            case SIGMOID -> curvedDelta(delta, h, biasGradient, rows, columns, 1, -1, 0);
            case TANH -> curvedDelta(delta, h, biasGradient, rows, columns, 0, -1, 1);
            case LINEAR -> curvedDelta(delta, h, biasGradient, rows, columns, 0, 0, 1);
            case ELU -> eluDelta(delta, h, biasGradient, rows, columns);
            case RELU -> kinkedDelta(delta, h, biasGradient, rows, columns, 0);
            case LEAKY_RELU -> kinkedDelta(delta, h, biasGradient, rows, columns, Activation.LEAK);
        }
    }

    /** Times a slope of a h + b h^2 + c. */
    private static void curvedDelta(
            MemorySegment delta,
            MemorySegment h,
            MemorySegment biasGradient,
            int rows,
            int columns,
            float a,
            float b,
            float c) {
        int whole = FLOATS.loopBound(rows);
        for (int row = 0; row < whole; row += LANES) {
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int column = 0; column < columns; column++) {
                long at = 4L * ((long) column * rows + row);
                FloatVector active = load(h, at);
                FloatVector value =
                        load(delta, at).mul(active.mul(active.mul(b).add(a)).add(c));
                value.intoMemorySegment(delta, at, ORDER);
                sum = sum.add(value);
            }
            sum.intoMemorySegment(biasGradient, 4L * row, ORDER);
        }
    }

    /** Times a slope of 1 above zero and h + 1 below. */
    private static void eluDelta(
            MemorySegment delta, MemorySegment h, MemorySegment biasGradient, int rows, int columns) {
        int whole = FLOATS.loopBound(rows);
        for (int row = 0; row < whole; row += LANES) {
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int column = 0; column < columns; column++) {
                long at = 4L * ((long) column * rows + row);
                FloatVector value = load(delta, at).mul(load(h, at).min(0f).add(1f));
                value.intoMemorySegment(delta, at, ORDER);
                sum = sum.add(value);
            }
            sum.intoMemorySegment(biasGradient, 4L * row, ORDER);
        }
    }

    /** Times a slope of 1 above zero and another from there on down. */
    private static void kinkedDelta(
            MemorySegment delta, MemorySegment h, MemorySegment biasGradient, int rows, int columns, float below) {
        int whole = FLOATS.loopBound(rows);
        for (int row = 0; row < whole; row += LANES) {
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int column = 0; column < columns; column++) {
                long at = 4L * ((long) column * rows + row);
                // As whole numbers, the bits of a float have its sign: this is all ones above zero and nothing
                // elsewhere.
                IntVector positive = load(h, at).reinterpretAsInts().neg().lanewise(VectorOperators.ASHR, 31);
                FloatVector above = positive.and(Float.floatToRawIntBits(1f)).reinterpretAsFloats();
                FloatVector value = load(delta, at).mul(above.mul(1 - below).add(below));
                value.intoMemorySegment(delta, at, ORDER);
                sum = sum.add(value);
            }
            sum.intoMemorySegment(biasGradient, 4L * row, ORDER);
        }
    }

    private static FloatVector load(MemorySegment array, long at) {
        return FloatVector.fromMemorySegment(FLOATS, array, at, ORDER);
    }
}
