package latentlab.engine.kernels;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Optimiser;

/**
 * The same formulas as {@link PlainKernels}, as many elements at a time as the processor has lanes; what is left at the
 * end of a column goes the plain way. Sums are added in a fixed order, so that the same input gives the same bits from
 * run to run. One instance a thread.
 *
 * <p>The just-in-time compiler makes an object of every vector that it cannot follow, which costs megabytes a batch and
 * most of the speed. It follows them through loops in one method, with constant species, without masks and without
 * calls of anything larger than a line.
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
    private final VectorOptimisers optimisers = new VectorOptimisers();
    private final float[] lanes = new float[LANES];

    /** Named through a method so that {@link Kernels} loads without the incubating module. */
    static Kernels create() {
        return new VectorKernels();
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public Kernels forAnotherThread() {
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
    public void activate(Activation activation, MemorySegment z, MemorySegment bias, int rows, int columns) {
        for (int column = 0; column < columns; column++) {
            VectorActivations.column(activation, z, bias, rows, column);
            plain.activate(activation, z, bias, rows, column, FLOATS.loopBound(rows));
        }
    }

    @Override
    public void settle(MemorySegment h, int length) {
        int whole = FLOATS.loopBound(length);
        for (int i = 0; i < whole; i += LANES) {
            load(h, 4L * i).add(SETTLED).sub(SETTLED).intoMemorySegment(h, 4L * i, ORDER);
        }
        plain.settle(h, whole, length);
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
        int whole = FLOATS.loopBound(rows);
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            sum += lossColumn(loss, output, z, bias, x, rows, column);
            boolean sigmoid = output == Activation.SIGMOID;
            switch (loss) {
                case MSE, SSE -> squaredDelta(z, x, biasGradient, rows, column, 2 * scale, sigmoid);
                case GAUSSIAN -> squaredDelta(z, x, biasGradient, rows, column, scale, sigmoid);
                case BCE, BERNOULLI -> squaredDelta(z, x, biasGradient, rows, column, scale, false);
                case MAE -> absoluteDelta(z, x, biasGradient, rows, column, scale, sigmoid);
            }
            plain.delta(loss, output, z, x, biasGradient, rows, column, whole, scale);
        }
        return sum;
    }

    @Override
    public double loss(
            Loss loss, Activation output, MemorySegment z, MemorySegment bias, MemorySegment x, int rows, int columns) {
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            sum += lossColumn(loss, output, z, bias, x, rows, column);
        }
        return sum;
    }

    /** One column of z, which becomes y. */
    private double lossColumn(
            Loss loss, Activation output, MemorySegment z, MemorySegment bias, MemorySegment x, int rows, int column) {
        double sum = 0;
        if (loss.isEntropy()) {
            straightEntropy(z, bias, x, rows, column);
            sum += lanesTotal();
            VectorActivations.foldedSigmoidColumn(z, bias, rows, column);
            bentEntropy(z, rows, column);
        } else {
            VectorActivations.column(output, z, bias, rows, column);
            if (loss == Loss.MAE) {
                absoluteError(z, x, rows, column);
            } else {
                squaredError(z, x, rows, column);
            }
        }
        sum += loss == Loss.GAUSSIAN ? lanesTotal() / 2 : lanesTotal();
        return sum + plain.loss(loss, output, z, bias, x, rows, column, FLOATS.loopBound(rows));
    }

    /** Leaves the sums of (y - x)^2 in {@link #lanes}: one float sum a lane and image is short enough to stay exact. */
    private void squaredError(MemorySegment y, MemorySegment x, int rows, int column) {
        int whole = FLOATS.loopBound(rows);
        long start = 4L * column * rows;
        FloatVector squares = FloatVector.zero(FLOATS);
        for (int row = 0; row < whole; row += LANES) {
            long at = start + 4L * row;
            FloatVector error = load(y, at).sub(load(x, at));
            squares = squares.add(error.mul(error));
        }
        squares.intoArray(lanes, 0);
    }

    /** Leaves the sums of |y - x| in {@link #lanes}. */
    private void absoluteError(MemorySegment y, MemorySegment x, int rows, int column) {
        int whole = FLOATS.loopBound(rows);
        long start = 4L * column * rows;
        FloatVector errors = FloatVector.zero(FLOATS);
        for (int row = 0; row < whole; row += LANES) {
            long at = start + 4L * row;
            errors = errors.add(load(y, at).sub(load(x, at)).abs());
        }
        errors.intoArray(lanes, 0);
    }

    /** The part of the cross-entropy made of straight lines, max(z, 0) - x z: leaves its sums in {@link #lanes}. */
    private void straightEntropy(MemorySegment z, MemorySegment bias, MemorySegment x, int rows, int column) {
        int whole = FLOATS.loopBound(rows);
        long start = 4L * column * rows;
        FloatVector sums = FloatVector.zero(FLOATS);
        for (int row = 0; row < whole; row += LANES) {
            long at = start + 4L * row;
            FloatVector sum = load(z, at).add(load(bias, 4L * row));
            // The difference first: where it is nothing, it adds no rounding.
            sums = sums.add(sum.max(0f).sub(load(x, at).mul(sum)));
        }
        sums.intoArray(lanes, 0);
    }

    /**
     * The rest of it, ln(1 + e^-|z|), from a folded sigmoid w, which becomes y: 1 - w above zero, -w below. Nothing of
     * it could be told from a y near 1. With s = |w| / (2 - |w|), at most 1/3, it is 2 (s + s^3/3 + s^5/5 + …); leaves
     * its sums in {@link #lanes}.
     */
    private void bentEntropy(MemorySegment w, int rows, int column) {
        int whole = FLOATS.loopBound(rows);
        long start = 4L * column * rows;
        FloatVector sums = FloatVector.zero(FLOATS);
        for (int row = 0; row < whole; row += LANES) {
            long at = start + 4L * row;
            FloatVector folded = load(w, at);
            FloatVector size = folded.abs();
            FloatVector s = size.div(size.sub(2f).mul(-1f));
            FloatVector q = s.mul(s);
            FloatVector p = q.mul(1f / 13).add(1f / 11);
            p = p.mul(q).add(1f / 9);
            p = p.mul(q).add(1f / 7);
            p = p.mul(q).add(1f / 5);
            p = p.mul(q).add(1f / 3);
            p = p.mul(q).add(1f);
            sums = sums.add(p.mul(s).mul(2f));
            // The sign bit, spread over all others, leaves the bits of 1 above zero and none below.
            IntVector one = folded.reinterpretAsInts()
                    .lanewise(VectorOperators.ASHR, 31)
                    .add(1)
                    .mul(VectorActivations.ONE);
            one.reinterpretAsFloats().sub(folded).intoMemorySegment(w, at, ORDER);
        }
        sums.intoArray(lanes, 0);
    }

    /** y becomes scale (y - x), times the sigmoid's slope y (1 - y) where there is one. */
    private static void squaredDelta(
            MemorySegment y,
            MemorySegment x,
            MemorySegment biasGradient,
            int rows,
            int column,
            float scale,
            boolean slope) {
        int whole = FLOATS.loopBound(rows);
        long start = 4L * column * rows;
        FloatVector one = FloatVector.broadcast(FLOATS, 1);
        float bent = slope ? 1 : 0;
        for (int row = 0; row < whole; row += LANES) {
            long at = start + 4L * row;
            FloatVector value = load(y, at).add(SETTLED).sub(SETTLED);
            // With or without the slope by multiplication: a branch here would be taken for every pixel.
            FloatVector slopes = value.mul(one.sub(value)).mul(bent).add(1 - bent);
            FloatVector delta = value.sub(load(x, at)).mul(slopes).mul(scale);
            delta = delta.add(Faint.DELTA).sub(Faint.DELTA);
            delta.intoMemorySegment(y, at, ORDER);
            load(biasGradient, 4L * row).add(delta).intoMemorySegment(biasGradient, 4L * row, ORDER);
        }
    }

    /** y becomes scale sign(y - x), times the sigmoid's slope where there is one. */
    private static void absoluteDelta(
            MemorySegment y,
            MemorySegment x,
            MemorySegment biasGradient,
            int rows,
            int column,
            float scale,
            boolean slope) {
        int whole = FLOATS.loopBound(rows);
        long start = 4L * column * rows;
        FloatVector one = FloatVector.broadcast(FLOATS, 1);
        float bent = slope ? 1 : 0;
        for (int row = 0; row < whole; row += LANES) {
            long at = start + 4L * row;
            FloatVector made = load(y, at);
            FloatVector value = made.add(SETTLED).sub(SETTLED);
            FloatVector delta = sign(made.sub(load(x, at))).mul(scale);
            delta = delta.mul(value.mul(one.sub(value)).mul(bent).add(1 - bent));
            delta = delta.add(Faint.DELTA).sub(Faint.DELTA);
            delta.intoMemorySegment(y, at, ORDER);
            load(biasGradient, 4L * row).add(delta).intoMemorySegment(biasGradient, 4L * row, ORDER);
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
        VectorActivations.delta(activation, delta, h, biasGradient, rows, columns);
        plain.hiddenDelta(activation, delta, h, biasGradient, rows, columns, FLOATS.loopBound(rows));
    }

    @Override
    public void addSign(MemorySegment delta, MemorySegment h, int length, float scale) {
        int whole = FLOATS.loopBound(length);
        for (int i = 0; i < whole; i += LANES) {
            load(delta, 4L * i).add(sign(load(h, 4L * i)).mul(scale)).intoMemorySegment(delta, 4L * i, ORDER);
        }
        plain.addSign(delta, h, whole, length, scale);
    }

    @Override
    public void add(MemorySegment sum, MemorySegment addend, int length) {
        optimisers.add(sum, addend, length);
    }

    @Override
    public void addDecay(MemorySegment gradient, MemorySegment parameters, int length, float decay) {
        optimisers.addDecay(gradient, parameters, length, decay);
    }

    @Override
    public double squaredNorm(MemorySegment array, int length) {
        return optimisers.squaredNorm(array, length);
    }

    @Override
    public void scale(MemorySegment array, int length, float factor) {
        optimisers.scale(array, length, factor);
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
        optimisers.step(optimiser, parameters, gradient, first, second, length, numbers);
    }

    /**
     * -1, 0 or 1, for denormals too. The bits but that of the sign are doubled: zero alone has none, whatever its sign.
     */
    private static FloatVector sign(FloatVector numbers) {
        IntVector bits = numbers.reinterpretAsInts();
        IntVector size = bits.lanewise(VectorOperators.LSHL, 1);
        IntVector some = size.or(size.neg()).lanewise(VectorOperators.ASHR, 31);
        return bits.and(Integer.MIN_VALUE).or(some.and(VectorActivations.ONE)).reinterpretAsFloats();
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
