package latentlab.engine.kernels;

import latentlab.engine.settings.Optimiser;

/** What is the same for all parameters in one step of an {@link Optimiser}. One object serves all steps of a run. */
public final class StepNumbers {
    static final double BETA2 = 0.999;

    /** Learning rate; of Adam divided by 1 - momentum^t. */
    float rate;
    /** 1 / sqrt(1 - 0.999^t) for Adam. */
    float correction;
    /** What is kept of the velocity; of Adam its first beta, what is kept of the mean gradient. */
    float momentum;
    /** 1 - momentum: what Adam takes of the gradient. */
    float taken;
    /** What is left of a parameter after AdamW's decay: 1 - rate * decay. */
    float keep;
    /** What parameters are rounded by, see {@link Faint}; 0, which rounds nothing, where they do not decay. */
    float faint;

    /** @param step from 1 */
    public void set(Optimiser optimiser, double learningRate, double momentum, double weightDecay, long step) {
        boolean adaptive = optimiser.adaptive();
        rate = (float) (adaptive ? learningRate / (1 - Math.pow(momentum, step)) : learningRate);
        correction = (float) (adaptive ? 1 / Math.sqrt(1 - Math.pow(BETA2, step)) : 1);
        this.momentum = (float) momentum;
        taken = (float) (1 - momentum);
        keep = (float) (optimiser == Optimiser.ADAMW ? 1 - learningRate * weightDecay : 1);
        faint = keep < 1 ? Faint.PARAMETER : 0;
    }
}
