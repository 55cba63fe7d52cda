package latentlab.engine;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The same formulas as {@link PlainKernels}, as many elements at a time as the processor has lanes; what is left at the end of
 * a column goes the plain way. Sums are added in a fixed order, so that the same input gives the same bits from run to run. One
 * instance a thread.
 *
 * <p>The just-in-time compiler makes an object of every vector that it cannot follow, which costs megabytes a batch and most of
 * the speed. It follows them through loops in one method, with constant species, without masks and without calls of anything
 * larger than a line.
 */
final class VectorKernels implements Kernels {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, FLOATS.vectorShape());
    private static final int LANES = FLOATS.length();
    /** As many bytes as there are float lanes; but there is no byte shape below 64 bits. */
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, 8 * LANES)));

    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private final PlainKernels plain = new PlainKernels();
    private final float[] lanes = new float[LANES];

    /** Named through a method so that {@link Kernels} loads without the incubating module. */
    static Kernels create() {
        return new VectorKernels();
    }

    @Override
    public void unpack(byte[] pixels, int from, MemorySegment images, long at, int length) {
        int whole = BYTES.length() == LANES ? FLOATS.loopBound(length) : 0;
        for (int i = 0; i < whole; i += LANES) {
            Vector<Integer> ints = ByteVector.fromArray(BYTES, pixels, from + i)
                    .convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0);
            ((FloatVector) ints.convertShape(VectorOperators.I2F, FLOATS, 0))
                    .div(255f)
                    .intoMemorySegment(images, 4 * (at + i), ORDER);
        }
        plain.unpack(pixels, from + whole, images, at + whole, length - whole);
    }

    @Override
    public void sigmoid(MemorySegment z, MemorySegment bias, int rows, int columns) {
        for (int column = 0; column < columns; column++) {
            sigmoidColumn(z, bias, rows, column);
        }
    }

    /**
     * 1 / (1 + e^-(z + bias)) for one column. e^x is exact to about 2e-7, by the classic range reduction x = n ln 2 + r and a
     * polynomial of degree 6 on |r| &lt;= ln 2 / 2 (coefficients 1/i!, whose remainder there is below float32's resolution).
     * NaN stays NaN; beyond +-87 it saturates, where a float32 sigmoid is 0 or 1 anyway.
     */
    private void sigmoidColumn(MemorySegment z, MemorySegment bias, int rows, int column) {
        // Adding 1.5 * 2^23 leaves the nearest integer in the low bits of the mantissa.
        final float magic = 12582912f;
        FloatVector one = FloatVector.broadcast(FLOATS, 1);
        int whole = FLOATS.loopBound(rows);
        long start = 4L * column * rows;
        for (int row = 0; row < whole; row += LANES) {
            long at = start + 4L * row;
            FloatVector x = load(z, at).add(load(bias, 4L * row)).neg().min(87f).max(-87f);
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
            one.div(e.add(1f)).intoMemorySegment(z, at, ORDER);
        }
        plain.sigmoid(z, bias, rows, column, whole);
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
            sigmoidColumn(z, bias, rows, column);
            loss += deltaColumn(z, x, biasGradient, rows, column, scale);
        }
        return loss;
    }

    private double deltaColumn(
            MemorySegment z, MemorySegment x, MemorySegment biasGradient, int rows, int column, float scale) {
        int whole = FLOATS.loopBound(rows);
        long start = 4L * column * rows;
        // One float sum a lane and image: short enough to stay exact, and its total is added in double.
        FloatVector squares = FloatVector.zero(FLOATS);
        FloatVector one = FloatVector.broadcast(FLOATS, 1);
        for (int row = 0; row < whole; row += LANES) {
            long at = start + 4L * row;
            FloatVector y = load(z, at);
            FloatVector error = y.sub(load(x, at));
            squares = squares.add(error.mul(error));
            FloatVector delta = error.mul(scale).mul(y).mul(one.sub(y));
            delta.intoMemorySegment(z, at, ORDER);
            load(biasGradient, 4L * row).add(delta).intoMemorySegment(biasGradient, 4L * row, ORDER);
        }
        squares.intoArray(lanes, 0);
        return lanesTotal() + plain.delta(z, x, biasGradient, rows, column, whole, scale);
    }

    @Override
    public double squaredError(MemorySegment z, MemorySegment bias, MemorySegment x, int rows, int columns) {
        double loss = 0;
        for (int column = 0; column < columns; column++) {
            sigmoidColumn(z, bias, rows, column);
            loss += errorColumn(z, x, rows, column);
        }
        return loss;
    }

    private double errorColumn(MemorySegment y, MemorySegment x, int rows, int column) {
        int whole = FLOATS.loopBound(rows);
        long start = 4L * column * rows;
        FloatVector squares = FloatVector.zero(FLOATS);
        for (int row = 0; row < whole; row += LANES) {
            long at = start + 4L * row;
            FloatVector error = load(y, at).sub(load(x, at));
            squares = squares.add(error.mul(error));
        }
        squares.intoArray(lanes, 0);
        return lanesTotal() + plain.squaredError(y, x, rows, column, whole);
    }

    @Override
    public void hiddenDelta(MemorySegment delta, MemorySegment h, MemorySegment biasGradient, int rows, int columns) {
        int whole = FLOATS.loopBound(rows);
        FloatVector one = FloatVector.broadcast(FLOATS, 1);
        for (int row = 0; row < whole; row += LANES) {
            FloatVector sum = FloatVector.zero(FLOATS);
            for (int column = 0; column < columns; column++) {
                long at = 4L * ((long) column * rows + row);
                FloatVector active = load(h, at);
                FloatVector value = load(delta, at).mul(active).mul(one.sub(active));
                value.intoMemorySegment(delta, at, ORDER);
                sum = sum.add(value);
            }
            sum.intoMemorySegment(biasGradient, 4L * row, ORDER);
        }
        plain.hiddenDelta(delta, h, biasGradient, rows, columns, whole);
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
        int whole = FLOATS.loopBound(length);
        for (int i = 0; i < whole; i += LANES) {
            long at = 4L * i;
            FloatVector g = load(gradient, at);
            FloatVector m = load(mean, at).mul(0.9f).add(g.mul(0.1f));
            FloatVector v = load(square, at).mul(0.999f).add(g.mul(0.001f).mul(g));
            m.intoMemorySegment(mean, at, ORDER);
            v.intoMemorySegment(square, at, ORDER);
            FloatVector change = m.mul(step).div(v.sqrt().mul(correction).add(1e-8f));
            load(parameters, at).sub(change).intoMemorySegment(parameters, at, ORDER);
        }
        plain.adam(parameters, gradient, mean, square, whole, length, step, correction);
    }

    /** Lane by lane: the order in which {@code reduceLanes} adds may differ from call to call. */
    private double lanesTotal() {
        double sum = 0;
        for (float lane : lanes) {
            sum += lane;
        }
        return sum;
    }

    private static FloatVector load(MemorySegment array, long at) {
        return FloatVector.fromMemorySegment(FLOATS, array, at, ORDER);
    }
}
