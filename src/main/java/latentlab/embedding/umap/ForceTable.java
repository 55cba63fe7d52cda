package latentlab.embedding.umap;

import java.util.function.DoubleUnaryOperator;

/**
 * A smooth function of squared distances as a table between whose nodes one interpolates: each octave has as many nodes
 * as another, so that the upper bits of a float are the place of its node. Ten times as fast as the powers of
 * {@link MapCurve}, with a relative error below 0.0003.
 */
final class ForceTable {
    /** Squared distances below 2^-30 count as that, on a map that is some 2^4 wide; those above 2^30 likewise. */
    private static final int OCTAVES = 30;

    private static final int NODE_BITS = 6;
    private static final int BITS_BELOW = 23 - NODE_BITS;
    private static final int BELOW = (1 << BITS_BELOW) - 1;
    private static final float STEP = 1f / (1 << BITS_BELOW);
    private static final int FIRST = Float.floatToRawIntBits(Math.scalb(1f, -OCTAVES));
    private static final int LAST = Float.floatToRawIntBits(Math.scalb(1f, OCTAVES)) - 1 - FIRST;

    private final float[] nodes = new float[(2 * OCTAVES << NODE_BITS) + 1];

    ForceTable(DoubleUnaryOperator force) {
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = (float) force.applyAsDouble(Float.intBitsToFloat(FIRST + (i << BITS_BELOW)));
        }
    }

    /** @param squared at least 0 */
    float at(float squared) {
        int place = Math.clamp(Float.floatToRawIntBits(squared) - FIRST, 0, LAST);
        int node = place >>> BITS_BELOW;
        float from = nodes[node];
        return from + (place & BELOW) * STEP * (nodes[node + 1] - from);
    }
}
