package latentlab.engine.settings;

/**
 * How the weight of the divergence in a variational model's loss comes to its beta: from nothing, batch by batch,
 * within the epochs of {@link Setting#BETA_WARM_UP}.
 */
public enum BetaSchedule {
    /** In a straight line. */
    LINEAR,
    /** Along half a cosine. */
    COSINE,
    /** In a straight line, stays for as many epochs, and begins anew (Fu et al. 2019, half of each cycle). */
    CYCLIC;

    /**
     * @param warmUp epochs of the way up; at 0 there is none
     * @param epoch of the batch, from 0
     * @param batch in its epoch, from 0
     * @param batches in an epoch
     * @return what beta is multiplied by, 0 to 1
     */
    public double factor(long warmUp, int epoch, int batch, int batches) {
        if (warmUp == 0) {
            return 1;
        }
        long step = (long) epoch * batches + batch;
        long up = warmUp * batches;
        double share = Math.min(1, (double) (this == CYCLIC ? step % (2 * up) : step) / up);
        return this == COSINE ? (1 - Math.cos(Math.PI * share)) / 2 : share;
    }
}
