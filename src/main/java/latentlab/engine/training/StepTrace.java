package latentlab.engine.training;

import latentlab.engine.settings.Activation;
import latentlab.engine.settings.Loss;
import latentlab.engine.settings.Optimiser;

/**
 * One step of training as numbers: one image's way through the model, one batch's loss, one weight's gradient and what
 * the optimiser makes of it. Made by {@link StepTracer}.
 *
 * @param epoch epochs that are complete: the batch is the first of the next one
 * @param batches in an epoch
 * @param images indices among the training images, in the order of the batch
 * @param chosen what of all that the numbers are about
 * @param original the image, shape [inputs], 0 to 1
 * @param input what the model sees of it: the same, or with noise
 * @param output what it makes of it
 * @param unit sum and output of the chosen latent unit
 * @param pixel sum and output of the chosen pixel
 * @param loss how the chosen image and the batch are judged
 * @param gradient of the chosen weight
 * @param update of that weight
 */
public record StepTrace(
        int epoch,
        int batches,
        int[] images,
        Chosen chosen,
        float[] original,
        float[] input,
        float[] output,
        Sum unit,
        Sum pixel,
        Losses loss,
        Gradient gradient,
        Update update) {
    /**
     * @param image its place in the batch, from 0
     * @param unit of the code, from 0
     * @param pixel of the reconstruction, from 0, channel by channel, row by row
     * @param input of the latent layer whose weight is followed: a pixel, or a unit of the hidden layer before
     */
    public record Chosen(int image, int unit, int pixel, int input) {}

    /**
     * What goes into an output of a layer.
     *
     * @param layer its name
     * @param weights shape [inputs of the layer]
     * @param inputs likewise
     * @param bias added to the sum of the products
     * @param value of the sum, bias included
     * @param activation what is made of it
     * @param output what that comes to
     */
    public record Sum(
            String layer,
            double[] weights,
            double[] inputs,
            double bias,
            double value,
            Activation activation,
            double output) {}

    /**
     * @param kind of the loss
     * @param pixel the chosen pixel's part, before any mean
     * @param image the loss of the chosen image alone
     * @param batch mean over the batch, before the step
     * @param sparsity L1 penalty on the code, mean over the batch; 0 where there is none
     * @param after the batch's loss after the step, without the penalty
     */
    public record Losses(Loss kind, double pixel, double image, double batch, double sparsity, double after) {}

    /**
     * The gradient of the batch's loss, its penalty included.
     *
     * @param array name of the array that the weight is in
     * @param row of the weight there
     * @param column of the weight there
     * @param delta derivative of the batch's loss by the chosen unit's sum, through the chosen image
     * @param input what it is multiplied by: the weight's input, of the chosen image
     * @param encoder the sum of these products over the batch
     * @param decoder what a decoder that shares the weight adds; 0 of others
     * @param value the engine's gradient: the two together, as backpropagation in float32 comes to it
     * @param difference the same by moving the weight to and fro and looking at the loss
     * @param norm of the gradient of all parameters
     * @param clipped what the gradient is multiplied by since that is too long; 1 for nothing
     * @param decay what weight decay adds; 0 where there is none, or it is beside the gradient
     */
    public record Gradient(
            String array,
            int row,
            int column,
            double delta,
            double input,
            double encoder,
            double decoder,
            double value,
            double difference,
            double norm,
            double clipped,
            double decay) {
        /** What the optimiser is given. */
        public double given() {
            return value * clipped + decay;
        }
    }

    /**
     * What the optimiser makes of the gradient.
     *
     * @param optimiser which
     * @param rate learning rate of this batch, after the schedule
     * @param momentum what is kept of the first moment, or of the velocity
     * @param step of the optimiser, from 1
     * @param known whether its memory is what it was in training; else it is taken for that of a first step
     * @param firstBefore the velocity, or mean of the gradient
     * @param firstAfter the same after the step
     * @param secondBefore mean of the gradient's square
     * @param secondAfter the same after the step
     * @param kept what is left of the weight after AdamW's decay; 1 for all
     * @param before the weight before the step
     * @param change what is subtracted from what is kept of it, worked out by the formula from the numbers here
     * @param after the weight as the engine has it after the step
     */
    public record Update(
            Optimiser optimiser,
            double rate,
            double momentum,
            long step,
            boolean known,
            double firstBefore,
            double firstAfter,
            double secondBefore,
            double secondAfter,
            double kept,
            double before,
            double change,
            double after) {
        /** The weight after the step by the formula, which differs from the engine's by rounding only. */
        public double byFormula() {
            return kept * before - change;
        }
    }
}
