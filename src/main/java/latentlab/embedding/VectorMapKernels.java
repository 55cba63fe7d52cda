package latentlab.embedding;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The same formulas as {@link PlainMapKernels}, with as many elements at a time as the processor has lanes. Sums over
 * lanes are made one by one, since the order in which the Vector API adds them is unspecified and changes once the code
 * is compiled. Vectors stay within one method, without masks: the just-in-time compiler allocates an object for every
 * vector it cannot follow. No fused multiply-add, which takes processors without it a thousand times as long.
 */
final class VectorMapKernels implements MapKernels {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    /** At most half of {@link #SUMS} lanes, and floats with the same number. */
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED.length() > SUMS / 2
            ? DoubleVector.SPECIES_512
            : DoubleVector.SPECIES_PREFERRED;

    private static final VectorSpecies<Float> HALF =
            VectorSpecies.of(float.class, VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();
    /** Rows of a tile, or points of a repulsion, that are computed together. */
    private static final int GROUP = 4;

    private final PlainMapKernels plain = new PlainMapKernels();

    /** Called by name, so that {@link MapKernels} loads without the incubating module. */
    static MapKernels create() {
        return new VectorMapKernels();
    }

    @Override
    public float squaredDistance(float[] points, int dimension, int a, int b) {
        double[] sums = new double[SUMS];
        int whole = dimension - dimension % SUMS;
        int atA = a * dimension;
        int atB = b * dimension;
        int lanes = DOUBLES.length();
        for (int sum = 0; sum < SUMS; sum += 2 * lanes) {
            DoubleVector s0 = DoubleVector.zero(DOUBLES);
            DoubleVector s1 = s0;
            for (int d = sum; d < whole; d += SUMS) {
                DoubleVector d0 = doubles(points, atA + d).sub(doubles(points, atB + d));
                DoubleVector d1 = doubles(points, atA + d + lanes).sub(doubles(points, atB + d + lanes));
                s0 = d0.mul(d0).add(s0);
                s1 = d1.mul(d1).add(s1);
            }
            s0.intoArray(sums, sum);
            s1.intoArray(sums, sum + lanes);
        }
        return PlainMapKernels.total(sums, points, atA, atB, whole, dimension);
    }

    private static DoubleVector doubles(float[] values, int at) {
        return (DoubleVector) FloatVector.fromArray(HALF, values, at).convertShape(VectorOperators.F2D, DOUBLES, 0);
    }

    private static float sum(float[] lanes, int from) {
        float even = 0;
        float odd = 0;
        for (int i = from; i < from + LANES; i += 2) {
            even += lanes[i];
            odd += lanes[i + 1];
        }
        return even + odd;
    }

    @Override
    public void differences(
            float[] columns,
            int capacity,
            int dimension,
            int fromA,
            int rowsA,
            int fromB,
            int rowsB,
            MemorySegment into,
            int stride) {
        int wholeRows = rowsA - rowsA % GROUP;
        int whole = FLOATS.loopBound(rowsB);
        for (int i = 0; i < wholeRows; i += GROUP) {
            for (int j = 0; j < whole; j += LANES) {
                FloatVector s0 = FloatVector.zero(FLOATS);
                FloatVector s1 = s0;
                FloatVector s2 = s0;
                FloatVector s3 = s0;
                for (int d = 0; d < dimension; d++) {
                    int a = d * capacity + fromA + i;
                    FloatVector b = FloatVector.fromArray(FLOATS, columns, d * capacity + fromB + j);
                    FloatVector d0 = b.sub(columns[a]);
                    FloatVector d1 = b.sub(columns[a + 1]);
                    FloatVector d2 = b.sub(columns[a + 2]);
                    FloatVector d3 = b.sub(columns[a + 3]);
                    s0 = d0.mul(d0).add(s0);
                    s1 = d1.mul(d1).add(s1);
                    s2 = d2.mul(d2).add(s2);
                    s3 = d3.mul(d3).add(s3);
                }
                long at = 4L * ((long) i * stride + j);
                s0.intoMemorySegment(into, at, ORDER);
                s1.intoMemorySegment(into, at + 4L * stride, ORDER);
                s2.intoMemorySegment(into, at + 8L * stride, ORDER);
                s3.intoMemorySegment(into, at + 12L * stride, ORDER);
            }
        }
        PlainMapKernels.differences(columns, capacity, dimension, fromA, wholeRows, fromB, rowsB, into, stride, whole);
        PlainMapKernels.differences(
                columns,
                capacity,
                dimension,
                fromA + wholeRows,
                rowsA - wholeRows,
                fromB,
                rowsB,
                into.asSlice(4L * wholeRows * stride),
                stride,
                0);
    }

    @Override
    public int near(
            MemorySegment raw,
            long at,
            float factor,
            float norm,
            float[] norms,
            int fromNorm,
            int from,
            int to,
            float limit,
            float[] limits,
            int[] chunks) {
        int found = 0;
        int chunk = from;
        for (; chunk + CHUNK <= to; chunk += CHUNK) {
            FloatVector least = FloatVector.broadcast(FLOATS, Float.POSITIVE_INFINITY);
            for (int j = chunk; j < chunk + CHUNK; j += LANES) {
                FloatVector distance = FloatVector.fromMemorySegment(FLOATS, raw, 4 * (at + j), ORDER)
                        .mul(factor)
                        .add(FloatVector.fromArray(FLOATS, norms, fromNorm + j).add(norm))
                        .max(0f);
                FloatVector over = distance.sub(FloatVector.fromArray(FLOATS, limits, j));
                least = least.min(distance.sub(limit)).min(over);
            }
            if (least.reduceLanes(VectorOperators.MIN) <= 0) {
                chunks[found++] = chunk;
            }
        }
        if (chunk < to) {
            chunks[found++] = chunk;
        }
        return found;
    }

    @Override
    public void attract(JointProbabilities p, float[] x, float[] y, int from, int to, float[] forceX, float[] forceY) {
        int[] starts = p.starts();
        int[] columns = p.columns();
        float[] values = p.values();
        float[] lanes = new float[2 * LANES];
        for (int i = from; i < to; i++) {
            FloatVector sumX = FloatVector.zero(FLOATS);
            FloatVector sumY = sumX;
            FloatVector placeX = FloatVector.broadcast(FLOATS, x[i]);
            FloatVector placeY = FloatVector.broadcast(FLOATS, y[i]);
            for (int e = starts[i]; e < starts[i + 1]; e += LANES) {
                FloatVector dx = placeX.sub(FloatVector.fromArray(FLOATS, x, 0, columns, e));
                FloatVector dy = placeY.sub(FloatVector.fromArray(FLOATS, y, 0, columns, e));
                FloatVector pull = FloatVector.fromArray(FLOATS, values, e)
                        .div(dx.mul(dx).add(dy.mul(dy).add(FloatVector.broadcast(FLOATS, 1))));
                sumX = pull.mul(dx).add(sumX);
                sumY = pull.mul(dy).add(sumY);
            }
            sumX.intoArray(lanes, 0);
            sumY.intoArray(lanes, LANES);
            forceX[i] = sum(lanes, 0);
            forceY[i] = sum(lanes, LANES);
        }
    }

    @Override
    public double repel(float[] x, float[] y, int count, int from, int to, float[] forceX, float[] forceY) {
        if (to - from < GROUP) {
            return plain.repel(x, y, count, from, to, forceX, forceY);
        }
        double total = PlainMapKernels.repel(x, y, from, to, from, to, forceX, forceY);
        int whole = to + FLOATS.loopBound(count - to);
        FloatVector x0 = FloatVector.broadcast(FLOATS, x[from]);
        FloatVector y0 = FloatVector.broadcast(FLOATS, y[from]);
        FloatVector x1 = FloatVector.broadcast(FLOATS, x[from + 1]);
        FloatVector y1 = FloatVector.broadcast(FLOATS, y[from + 1]);
        FloatVector x2 = FloatVector.broadcast(FLOATS, x[from + 2]);
        FloatVector y2 = FloatVector.broadcast(FLOATS, y[from + 2]);
        FloatVector x3 = FloatVector.broadcast(FLOATS, x[from + 3]);
        FloatVector y3 = FloatVector.broadcast(FLOATS, y[from + 3]);
        FloatVector one = FloatVector.broadcast(FLOATS, 1);
        FloatVector sum = FloatVector.zero(FLOATS);
        FloatVector fx0 = sum;
        FloatVector fy0 = sum;
        FloatVector fx1 = sum;
        FloatVector fy1 = sum;
        FloatVector fx2 = sum;
        FloatVector fy2 = sum;
        FloatVector fx3 = sum;
        FloatVector fy3 = sum;
        for (int j = to; j < whole; j += LANES) {
            FloatVector otherX = FloatVector.fromArray(FLOATS, x, j);
            FloatVector otherY = FloatVector.fromArray(FLOATS, y, j);
            FloatVector dx0 = x0.sub(otherX);
            FloatVector dy0 = y0.sub(otherY);
            FloatVector dx1 = x1.sub(otherX);
            FloatVector dy1 = y1.sub(otherY);
            FloatVector d0 = dx0.mul(dx0).add(dy0.mul(dy0).add(one));
            FloatVector d1 = dx1.mul(dx1).add(dy1.mul(dy1).add(one));
            // One division for two pairs.
            FloatVector r01 = one.div(d0.mul(d1));
            FloatVector q0 = r01.mul(d1);
            FloatVector q1 = r01.mul(d0);
            FloatVector dx2 = x2.sub(otherX);
            FloatVector dy2 = y2.sub(otherY);
            FloatVector dx3 = x3.sub(otherX);
            FloatVector dy3 = y3.sub(otherY);
            FloatVector d2 = dx2.mul(dx2).add(dy2.mul(dy2).add(one));
            FloatVector d3 = dx3.mul(dx3).add(dy3.mul(dy3).add(one));
            FloatVector r23 = one.div(d2.mul(d3));
            FloatVector q2 = r23.mul(d3);
            FloatVector q3 = r23.mul(d2);
            sum = sum.add(q0.add(q1)).add(q2.add(q3));
            q0 = q0.mul(q0);
            q1 = q1.mul(q1);
            q2 = q2.mul(q2);
            q3 = q3.mul(q3);
            fx0 = q0.mul(dx0).add(fx0);
            fy0 = q0.mul(dy0).add(fy0);
            fx1 = q1.mul(dx1).add(fx1);
            fy1 = q1.mul(dy1).add(fy1);
            fx2 = q2.mul(dx2).add(fx2);
            fy2 = q2.mul(dy2).add(fy2);
            fx3 = q3.mul(dx3).add(fx3);
            fy3 = q3.mul(dy3).add(fy3);
            FloatVector pushX = q0.mul(dx0).add(q1.mul(dx1)).add(q2.mul(dx2)).add(q3.mul(dx3));
            FloatVector pushY = q0.mul(dy0).add(q1.mul(dy1)).add(q2.mul(dy2)).add(q3.mul(dy3));
            FloatVector.fromArray(FLOATS, forceX, j).sub(pushX).intoArray(forceX, j);
            FloatVector.fromArray(FLOATS, forceY, j).sub(pushY).intoArray(forceY, j);
        }
        float[] lanes = new float[9 * LANES];
        fx0.intoArray(lanes, 0);
        fx1.intoArray(lanes, LANES);
        fx2.intoArray(lanes, 2 * LANES);
        fx3.intoArray(lanes, 3 * LANES);
        fy0.intoArray(lanes, 4 * LANES);
        fy1.intoArray(lanes, 5 * LANES);
        fy2.intoArray(lanes, 6 * LANES);
        fy3.intoArray(lanes, 7 * LANES);
        sum.intoArray(lanes, 8 * LANES);
        for (int i = 0; i < GROUP; i++) {
            forceX[from + i] += sum(lanes, i * LANES);
            forceY[from + i] += sum(lanes, (GROUP + i) * LANES);
        }
        total += sum(lanes, 8 * LANES);
        return total + PlainMapKernels.repel(x, y, from, to, whole, count, forceX, forceY);
    }

    @Override
    public void spread(float[] x, float[] y, int from, int to, float[] grid, int stride) {
        if (LANES < VectorGridKernels.NODES.length()) {
            plain.spread(x, y, from, to, grid, stride);
        } else {
            VectorGridKernels.spread(x, y, from, to, grid, stride);
        }
    }

    @Override
    public double collect(
            float[] x, float[] y, int from, int to, float[] grid, int stride, float[] slopeX, float[] slopeY) {
        return LANES < VectorGridKernels.NODES.length()
                ? plain.collect(x, y, from, to, grid, stride, slopeX, slopeY)
                : VectorGridKernels.collect(x, y, from, to, grid, stride, slopeX, slopeY);
    }

    @Override
    public void butterflies(
            int radix,
            int parts,
            int run,
            int step,
            float[] cos,
            float[] sin,
            float[] re,
            float[] im,
            float[] outRe,
            float[] outIm) {
        switch (radix) {
            case 2 -> VectorGridKernels.pairs(parts, run, step, cos, sin, re, im, outRe, outIm);
            case 3 -> VectorGridKernels.threes(parts, run, step, cos, sin, re, im, outRe, outIm);
            case 4 -> VectorGridKernels.fours(parts, run, step, cos, sin, re, im, outRe, outIm);
            default -> throw new IllegalArgumentException("radix " + radix);
        }
    }
}
