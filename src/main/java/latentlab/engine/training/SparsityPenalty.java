package latentlab.engine.training;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;

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
    public double sum(Floats code) {
        double sum = 0;
        for (int i = 0; i < code.length(); i++) {
            sum += Math.abs(code.segment().getAtIndex(JAVA_FLOAT, i));
        }
        return weight * sum;
    }

    @Override
    public void addSlope(Kernels kernels, Floats code, Floats delta, int count) {
        kernels.addSign(delta.segment(), code.segment(), delta.length(), (float) (weight / count));
    }
}
