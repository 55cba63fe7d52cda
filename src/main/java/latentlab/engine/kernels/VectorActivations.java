package latentlab.engine.kernels;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import latentlab.engine.settings.Activation;

/**
 * The activations of {@link VectorKernels}, forward and backward, for the whole vectors of a column; the same rules
 * hold for its loops, and what is left at the end of a column is the caller's.
 */
final class VectorActivations {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private static final float LOG2_E = 1.44269504f;
    /** ln 2 in two parts, the first exact in few bits, so that x - n ln 2 loses nothing. */
    private static final float LN_2_HIGH = 0.693359375f;

    private static final float LN_2_LOW = -2.12194440e-4f;
    private static final float LN_2 = 0.693147181f;
    /** Adding 1.5 * 2^23 leaves the nearest integer in the low bits of the mantissa. */
    private static final float MAGIC = 12582912f;
    /** e^-87 is the last whole power of e that is a normal number. */
    private static final float REACH = 87f;
    /** The bits of 1. */
    static final int ONE = Float.floatToRawIntBits(1f);

    private VectorActivations() {}

    /** z = activation(z + bias) for one column. */
    static void column(Activation activation, MemorySegment z, MemorySegment bias, int rows, int column) {
        switch (activation) {
            case SIGMOID -> sigmoidColumn(z, bias, rows, column);
            case TANH -> tanhColumn(z, bias, rows, column);
            case ELU -> eluColumn(z, bias, rows, column);
            case RELU -> reluColumn(z, bias, rows, column);
            case LEAKY_RELU -> leakyColumn(z, bias, rows, column, Activation.LEAK);
            case LINEAR -> leakyColumn(z, bias, rows, column, 1);
        }
    }

    /**
     * 1 / (1 + e^-(z + bias)) for one column. e^x is exact to about 2e-7, by the classic range reduction x = n ln 2 + r
     * and a polynomial of degree 6 on |r| &lt;= ln 2 / 2 (coefficients 1/i!, whose remainder there is below float32's
     * resolution). NaN stays NaN; beyond +-87 it saturates, where the smallest normal numbers are.
     */
    private static void sigmoidColumn(MemorySegment z, MemorySegment bias, int rows, int column) {
        int whole = FLOATS.loopBound(rows);
        long start = 4L * column * rows;
        for (int row = 0; row < whole; row += LANES) {
            long at = start + 4L * row;
            FloatVector x =
                    load(z, at).add(load(bias, 4L * row)).mul(-1f).min(REACH).max(-REACH);
            FloatVector shifted = x.mul(LOG2_E).add(MAGIC);
            FloatVector n = shifted.sub(MAGIC);
            FloatVector r = x.sub(n.mul(LN_2_HIGH)).sub(n.mul(LN_2_LOW));
            FloatVector p = r.mul(1f / 720).add(1f / 120);
            p = p.mul(r).add(1f / 24);
            p = p.mul(r).add(1f / 6);
            p = p.mul(r).add(0.5f);
            p = p.mul(r).add(1f);
            p = p.mul(r).add(1f);
            IntVector exponent = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            FloatVector e = p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
            FloatVector.broadcast(FLOATS, 1).div(e.add(1f)).intoMemorySegment(z, at, ORDER);
        }
    }

    /**
     * The sigmoid of -|z + bias|, of which no digit is lost, with the sign of z + bias, for one column: the sigmoid
     * itself is 1 less this above zero, and minus this below.
     */
    static void foldedSigmoidColumn(MemorySegment z, MemorySegment bias, int rows, int column) {
        int whole = FLOATS.loopBound(rows);
        long start = 4L * column * rows;
        for (int row = 0; row < whole; row += LANES) {
            long at = start + 4L * row;
            FloatVector sum = load(z, at).add(load(bias, 4L * row));
            FloatVector x = sum.abs().mul(-1f).max(-REACH);
            FloatVector shifted = x.mul(LOG2_E).add(MAGIC);
            FloatVector n = shifted.sub(MAGIC);
            FloatVector r = x.sub(n.mul(LN_2_HIGH)).sub(n.mul(LN_2_LOW));
            FloatVector p = r.mul(1f / 720).add(1f / 120);
            p = p.mul(r).add(1f / 24);
            p = p.mul(r).add(1f / 6);
            p = p.mul(r).add(0.5f);
            p = p.mul(r).add(1f);
            p = p.mul(r).add(1f);
            IntVector exponent = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            FloatVector e = p.reinterpretAsInts().add(exponent).reinterpretAsFloats();
            IntVector sign = sum.reinterpretAsInts().and(Integer.MIN_VALUE);
            e.div(e.add(1f)).reinterpretAsInts().or(sign).reinterpretAsFloats().intoMemorySegment(z, at, ORDER);
        }
    }

    /**
     * tanh x = m / (m + 2) with m = e^2x - 1. To take 1 from the exponential would leave nothing of an m near zero; so
     * the polynomial leaves out its 1, and m = 2^n p + (2^n - 1), in which nothing cancels: where n is 0, m is p. ln 2
     * need not be in two parts for that: what is lost of r is some 1e-6 of an m that is at least 0.3 where n is not 0.
     */
    private static void tanhColumn(MemorySegment z, MemorySegment bias, int rows, int column) {
        int whole = FLOATS.loopBound(rows);
        long start = 4L * column * rows;
        for (int row = 0; row < whole; row += LANES) {
            long at = start + 4L * row;
            // From 20 on it is 1, to the last digit.
            FloatVector x =
                    load(z, at).add(load(bias, 4L * row)).mul(2f).min(40f).max(-40f);
            FloatVector shifted = x.mul(LOG2_E).add(MAGIC);
            FloatVector n = shifted.sub(MAGIC);
            FloatVector r = x.sub(n.mul(LN_2));
            FloatVector p = r.mul(1f / 720).add(1f / 120);
            p = p.mul(r).add(1f / 24);
            p = p.mul(r).add(1f / 6);
            p = p.mul(r).add(0.5f);
            p = p.mul(r).mul(r).add(r);
            IntVector exponent = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            FloatVector power = exponent.add(ONE).reinterpretAsFloats();
            FloatVector m = p.mul(power).add(power.sub(1f));
            m.div(m.add(2f)).intoMemorySegment(z, at, ORDER);
        }
    }

    /** z, e^z - 1 below zero; as in {@link #tanhColumn}. */
    private static void eluColumn(MemorySegment z, MemorySegment bias, int rows, int column) {
        int whole = FLOATS.loopBound(rows);
        long start = 4L * column * rows;
        for (int row = 0; row < whole; row += LANES) {
            long at = start + 4L * row;
            FloatVector sum = load(z, at).add(load(bias, 4L * row));
            FloatVector x = sum.min(0f).max(-REACH);
            FloatVector shifted = x.mul(LOG2_E).add(MAGIC);
            FloatVector n = shifted.sub(MAGIC);
            FloatVector r = x.sub(n.mul(LN_2));
            FloatVector p = r.mul(1f / 720).add(1f / 120);
            p = p.mul(r).add(1f / 24);
            p = p.mul(r).add(1f / 6);
            p = p.mul(r).add(0.5f);
            p = p.mul(r).mul(r).add(r);
            IntVector exponent = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
            FloatVector power = exponent.add(ONE).reinterpretAsFloats();
            FloatVector m = p.mul(power).add(power.sub(1f));
            sum.max(0f).add(m).intoMemorySegment(z, at, ORDER);
        }
    }

    /** max(0, z). Not the larger one of z and 0 z, which is no number where z is infinite, and -0 below zero. */
    private static void reluColumn(MemorySegment z, MemorySegment bias, int rows, int column) {
        int whole = FLOATS.loopBound(rows);
        long start = 4L * column * rows;
        for (int row = 0; row < whole; row += LANES) {
            long at = start + 4L * row;
            load(z, at).add(load(bias, 4L * row)).max(0f).intoMemorySegment(z, at, ORDER);
        }
    }

    /** Slope 1 above zero, and another above 0 and at most 1 below. */
    private static void leakyColumn(MemorySegment z, MemorySegment bias, int rows, int column, float below) {
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
                value = value.add(Faint.DELTA).sub(Faint.DELTA);
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
                value = value.add(Faint.DELTA).sub(Faint.DELTA);
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
                // As whole numbers, the bits of a float have its sign: of h negated and not h itself, the sign bit
                // is set above zero only (-0.0 is the least whole number, which stays negative when it is negated).
                IntVector bits = load(h, at).reinterpretAsInts();
                IntVector positive =
                        bits.neg().lanewise(VectorOperators.AND_NOT, bits).lanewise(VectorOperators.ASHR, 31);
                FloatVector above = positive.and(ONE).reinterpretAsFloats();
                FloatVector value = load(delta, at).mul(above.mul(1 - below).add(below));
                value = value.add(Faint.DELTA).sub(Faint.DELTA);
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
