package latentlab.engine.loss;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.model.Batch;

/**
 * The L1 penalty on the code: summed over units, mean over the batch.
 *
 * @param weight greater than 0
 */
record SparsityPenalty(double weight) implements CodePenalty {
    @Override
    public String name() {
        return LossPart.SPARSITY;
    }

    @Override
    public double inLoss() {
        return 0;
    }

    @Override
    public double sum(Batch batch) {
        Floats code = batch.latent();
        double sum = 0;
        for (int i = 0; i < code.length(); i++) {
            sum += Math.abs(code.segment().getAtIndex(JAVA_FLOAT, i));
        }
        return weight * sum;
    }

    @Override
    public void addSlope(Kernels kernels, Batch part, Floats delta, int count, double share) {
        kernels.addSign(delta.segment(), part.latent().segment(), delta.length(), (float) (share * weight / count));
    }
}
