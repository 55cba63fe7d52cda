package latentlab.embedding;

/** The repulsive part of t-SNE's gradient: every point pushes every other one away. */
interface Repulsion {
    /**
     * @param x places along the first axis, shape [count]; y along the second
     * @param forceX receives the sum over j of (y_i - y_j) / (1 + |y_i - y_j|^2)^2, shape [count]; forceY likewise
     * @return the sum of 1 / (1 + |y_i - y_j|^2) over all i and j with i != j
     */
    double compute(float[] x, float[] y, float[] forceX, float[] forceY);
}
