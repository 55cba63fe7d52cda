package latentlab.engine.kernels;

/**
 * Powers of two that are added and taken away again, which rounds what is far smaller to whole steps of 2^-23 of them,
 * zero among them, and leaves all larger numbers as they are.
 *
 * <p>What is remembered of the gradients of pixels that hardly ever have ink dies away by a constant factor a step,
 * until it is denormal, below 2^-126, where a multiplication takes a hundred times as long: after 300 epochs on MNIST
 * an epoch took twice its time. The powers are so small that no parameter feels it, and so large that no product of
 * what is left falls under 2^-126. {@link Kernels#SETTLED} is the one of outputs.
 */
final class Faint {
    /**
     * Of deltas: leaves steps of 2^-80, so that their products with outputs, which have steps of 2^-46, are not
     * denormal. An optimiser rounds the gradients they come to more coarsely.
     */
    static final float DELTA = 0x1p-57f;
    /** Of a gradient: Adam divides by at least 1e-8, beside which the steps of 1.4e-17 that it leaves are nothing. */
    static final float GRADIENT = 0x1p-33f;
    /** Of gradients remembered. */
    static final float MEAN = 0x1p-76f;
    /** Of their squares. */
    static final float SQUARE = 0x1p-83f;

    /**
     * Of a parameter that AdamW lets decay: that of a pixel which never has ink has no gradient to keep it from zero.
     */
    static final float PARAMETER = 0x1p-33f;

    private Faint() {}
}
