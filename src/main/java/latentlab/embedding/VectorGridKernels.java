package latentlab.embedding;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The half of {@link VectorMapKernels} that works on grids. */
final class VectorGridKernels {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    /** A row of a point's nodes, in one vector; processors with shorter vectors use the plain loops. */
    static final VectorSpecies<Float> NODES = FloatVector.SPECIES_256;

    private static final float[][] SPLINES = PlainMapKernels.SPLINES;
    private static final float[][] SLOPES = new float[5][NODES.length()];
    private static final float HALF_ROOT_3 = (float) (Math.sqrt(3) / 2);

    static {
        for (int power = 1; power <= 5; power++) {
            for (int node = 0; node < MapKernels.SUPPORT; node++) {
                SLOPES[power - 1][node] = power * SPLINES[power][node];
            }
        }
    }

    private VectorGridKernels() {}

    /** See {@link MapKernels#spread}. */
    static void spread(float[] x, float[] y, int from, int to, float[] grid, int stride) {
        FloatVector c0 = FloatVector.fromArray(NODES, SPLINES[0], 0);
        FloatVector c1 = FloatVector.fromArray(NODES, SPLINES[1], 0);
        FloatVector c2 = FloatVector.fromArray(NODES, SPLINES[2], 0);
        FloatVector c3 = FloatVector.fromArray(NODES, SPLINES[3], 0);
        FloatVector c4 = FloatVector.fromArray(NODES, SPLINES[4], 0);
        FloatVector c5 = FloatVector.fromArray(NODES, SPLINES[5], 0);
        float[] across = new float[NODES.length()];
        for (int i = from; i < to; i++) {
            int column = (int) x[i];
            int row = (int) y[i];
            FloatVector u = FloatVector.broadcast(NODES, x[i] - column);
            FloatVector along = c5.mul(u)
                    .add(c4)
                    .mul(u)
                    .add(c3)
                    .mul(u)
                    .add(c2)
                    .mul(u)
                    .add(c1)
                    .mul(u)
                    .add(c0);
            FloatVector v = FloatVector.broadcast(NODES, y[i] - row);
            c5.mul(v)
                    .add(c4)
                    .mul(v)
                    .add(c3)
                    .mul(v)
                    .add(c2)
                    .mul(v)
                    .add(c1)
                    .mul(v)
                    .add(c0)
                    .intoArray(across, 0);
            int at = (row - 2) * stride + column - 2;
            for (int a = 0; a < MapKernels.SUPPORT; a++) {
                along.mul(FloatVector.broadcast(NODES, across[a]))
                        .add(FloatVector.fromArray(NODES, grid, at))
                        .intoArray(grid, at);
                at += stride;
            }
        }
    }

    /** See {@link MapKernels#collect}. */
    static double collect(
            float[] x, float[] y, int from, int to, float[] grid, int stride, float[] slopeX, float[] slopeY) {
        FloatVector c0 = FloatVector.fromArray(NODES, SPLINES[0], 0);
        FloatVector c1 = FloatVector.fromArray(NODES, SPLINES[1], 0);
        FloatVector c2 = FloatVector.fromArray(NODES, SPLINES[2], 0);
        FloatVector c3 = FloatVector.fromArray(NODES, SPLINES[3], 0);
        FloatVector c4 = FloatVector.fromArray(NODES, SPLINES[4], 0);
        FloatVector c5 = FloatVector.fromArray(NODES, SPLINES[5], 0);
        FloatVector s0 = FloatVector.fromArray(NODES, SLOPES[0], 0);
        FloatVector s1 = FloatVector.fromArray(NODES, SLOPES[1], 0);
        FloatVector s2 = FloatVector.fromArray(NODES, SLOPES[2], 0);
        FloatVector s3 = FloatVector.fromArray(NODES, SLOPES[3], 0);
        FloatVector s4 = FloatVector.fromArray(NODES, SLOPES[4], 0);
        float[] across = new float[NODES.length()];
        float[] acrossSlope = new float[NODES.length()];
        float[] lanes = new float[3 * NODES.length()];
        double total = 0;
        for (int i = from; i < to; i++) {
            int column = (int) x[i];
            int row = (int) y[i];
            FloatVector v = FloatVector.broadcast(NODES, y[i] - row);
            c5.mul(v)
                    .add(c4)
                    .mul(v)
                    .add(c3)
                    .mul(v)
                    .add(c2)
                    .mul(v)
                    .add(c1)
                    .mul(v)
                    .add(c0)
                    .intoArray(across, 0);
            s4.mul(v).add(s3).mul(v).add(s2).mul(v).add(s1).mul(v).add(s0).intoArray(acrossSlope, 0);
            FloatVector value = FloatVector.zero(NODES);
            FloatVector slope = value;
            int at = (row - 2) * stride + column - 2;
            for (int a = 0; a < MapKernels.SUPPORT; a++) {
                FloatVector nodes = FloatVector.fromArray(NODES, grid, at);
                value = nodes.mul(FloatVector.broadcast(NODES, across[a])).add(value);
                slope = nodes.mul(FloatVector.broadcast(NODES, acrossSlope[a])).add(slope);
                at += stride;
            }
            FloatVector u = FloatVector.broadcast(NODES, x[i] - column);
            FloatVector along = c5.mul(u)
                    .add(c4)
                    .mul(u)
                    .add(c3)
                    .mul(u)
                    .add(c2)
                    .mul(u)
                    .add(c1)
                    .mul(u)
                    .add(c0);
            along.mul(value).intoArray(lanes, 0);
            along.mul(slope).intoArray(lanes, 8);
            s4.mul(u)
                    .add(s3)
                    .mul(u)
                    .add(s2)
                    .mul(u)
                    .add(s1)
                    .mul(u)
                    .add(s0)
                    .mul(value)
                    .intoArray(lanes, 16);
            total += (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]) + (lanes[4] + lanes[5]);
            slopeY[i] = (lanes[8] + lanes[9]) + (lanes[10] + lanes[11]) + (lanes[12] + lanes[13]);
            slopeX[i] = (lanes[16] + lanes[17]) + (lanes[18] + lanes[19]) + (lanes[20] + lanes[21]);
        }
        return total;
    }

    /** See {@link MapKernels#butterflies}: radix 2. */
    static void pairs(
            int parts,
            int run,
            int step,
            float[] cos,
            float[] sin,
            float[] re,
            float[] im,
            float[] outRe,
            float[] outIm) {
        int far = parts * run;
        for (int p = 0; p < parts; p++) {
            FloatVector c = FloatVector.broadcast(FLOATS, cos[p * step]);
            FloatVector s = FloatVector.broadcast(FLOATS, sin[p * step]);
            int out = 2 * p * run;
            for (int in = p * run; in < (p + 1) * run; in += LANES) {
                FloatVector ar = FloatVector.fromArray(FLOATS, re, in);
                FloatVector ai = FloatVector.fromArray(FLOATS, im, in);
                FloatVector br = FloatVector.fromArray(FLOATS, re, in + far);
                FloatVector bi = FloatVector.fromArray(FLOATS, im, in + far);
                ar.add(br).intoArray(outRe, out);
                ai.add(bi).intoArray(outIm, out);
                FloatVector dr = ar.sub(br);
                FloatVector di = ai.sub(bi);
                dr.mul(c).add(di.mul(s)).intoArray(outRe, out + run);
                di.mul(c).sub(dr.mul(s)).intoArray(outIm, out + run);
                out += LANES;
            }
        }
    }

    /** See {@link MapKernels#butterflies}: radix 3. */
    static void threes(
            int parts,
            int run,
            int step,
            float[] cos,
            float[] sin,
            float[] re,
            float[] im,
            float[] outRe,
            float[] outIm) {
        int far = parts * run;
        for (int p = 0; p < parts; p++) {
            FloatVector c1 = FloatVector.broadcast(FLOATS, cos[p * step]);
            FloatVector s1 = FloatVector.broadcast(FLOATS, sin[p * step]);
            FloatVector c2 = FloatVector.broadcast(FLOATS, cos[2 * p * step]);
            FloatVector s2 = FloatVector.broadcast(FLOATS, sin[2 * p * step]);
            int out = 3 * p * run;
            for (int in = p * run; in < (p + 1) * run; in += LANES) {
                FloatVector ar = FloatVector.fromArray(FLOATS, re, in);
                FloatVector ai = FloatVector.fromArray(FLOATS, im, in);
                FloatVector br = FloatVector.fromArray(FLOATS, re, in + far);
                FloatVector bi = FloatVector.fromArray(FLOATS, im, in + far);
                FloatVector cr = FloatVector.fromArray(FLOATS, re, in + 2 * far);
                FloatVector ci = FloatVector.fromArray(FLOATS, im, in + 2 * far);
                FloatVector sr = br.add(cr);
                FloatVector si = bi.add(ci);
                FloatVector mr = ar.sub(sr.mul(0.5f));
                FloatVector mi = ai.sub(si.mul(0.5f));
                FloatVector tr = bi.sub(ci).mul(HALF_ROOT_3);
                FloatVector ti = br.sub(cr).mul(HALF_ROOT_3);
                ar.add(sr).intoArray(outRe, out);
                ai.add(si).intoArray(outIm, out);
                FloatVector yr = mr.add(tr);
                FloatVector yi = mi.sub(ti);
                yr.mul(c1).add(yi.mul(s1)).intoArray(outRe, out + run);
                yi.mul(c1).sub(yr.mul(s1)).intoArray(outIm, out + run);
                yr = mr.sub(tr);
                yi = mi.add(ti);
                yr.mul(c2).add(yi.mul(s2)).intoArray(outRe, out + 2 * run);
                yi.mul(c2).sub(yr.mul(s2)).intoArray(outIm, out + 2 * run);
                out += LANES;
            }
        }
    }

    /** See {@link MapKernels#butterflies}: radix 4. */
    static void fours(
            int parts,
            int run,
            int step,
            float[] cos,
            float[] sin,
            float[] re,
            float[] im,
            float[] outRe,
            float[] outIm) {
        int far = parts * run;
        for (int p = 0; p < parts; p++) {
            FloatVector c1 = FloatVector.broadcast(FLOATS, cos[p * step]);
            FloatVector s1 = FloatVector.broadcast(FLOATS, sin[p * step]);
            FloatVector c2 = FloatVector.broadcast(FLOATS, cos[2 * p * step]);
            FloatVector s2 = FloatVector.broadcast(FLOATS, sin[2 * p * step]);
            FloatVector c3 = FloatVector.broadcast(FLOATS, cos[3 * p * step]);
            FloatVector s3 = FloatVector.broadcast(FLOATS, sin[3 * p * step]);
            int out = 4 * p * run;
            for (int in = p * run; in < (p + 1) * run; in += LANES) {
                FloatVector ar = FloatVector.fromArray(FLOATS, re, in);
                FloatVector ai = FloatVector.fromArray(FLOATS, im, in);
                FloatVector br = FloatVector.fromArray(FLOATS, re, in + far);
                FloatVector bi = FloatVector.fromArray(FLOATS, im, in + far);
                FloatVector cr = FloatVector.fromArray(FLOATS, re, in + 2 * far);
                FloatVector ci = FloatVector.fromArray(FLOATS, im, in + 2 * far);
                FloatVector dr = FloatVector.fromArray(FLOATS, re, in + 3 * far);
                FloatVector di = FloatVector.fromArray(FLOATS, im, in + 3 * far);
                FloatVector t0r = ar.add(cr);
                FloatVector t0i = ai.add(ci);
                FloatVector t1r = ar.sub(cr);
                FloatVector t1i = ai.sub(ci);
                FloatVector t2r = br.add(dr);
                FloatVector t2i = bi.add(di);
                FloatVector t3r = bi.sub(di);
                FloatVector t3i = dr.sub(br);
                t0r.add(t2r).intoArray(outRe, out);
                t0i.add(t2i).intoArray(outIm, out);
                FloatVector yr = t1r.add(t3r);
                FloatVector yi = t1i.add(t3i);
                yr.mul(c1).add(yi.mul(s1)).intoArray(outRe, out + run);
                yi.mul(c1).sub(yr.mul(s1)).intoArray(outIm, out + run);
                yr = t0r.sub(t2r);
                yi = t0i.sub(t2i);
                yr.mul(c2).add(yi.mul(s2)).intoArray(outRe, out + 2 * run);
                yi.mul(c2).sub(yr.mul(s2)).intoArray(outIm, out + 2 * run);
                yr = t1r.sub(t3r);
                yi = t1i.sub(t3i);
                yr.mul(c3).add(yi.mul(s3)).intoArray(outRe, out + 3 * run);
                yi.mul(c3).sub(yr.mul(s3)).intoArray(outIm, out + 3 * run);
                out += LANES;
            }
        }
    }
}
