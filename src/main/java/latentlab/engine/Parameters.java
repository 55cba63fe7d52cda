package latentlab.engine;

/** A model's parameters (or anything of their shape: gradients, Adam's means) in one native block, with a view for each array. */
final class Parameters {
    final Floats all;
    /** [inputs, latent] column-major, which is PyTorch's encoder.weight [latent, inputs] row-major. */
    final Floats encoderWeight;

    final Floats encoderBias;
    /** [latent, inputs] column-major, PyTorch's decoder.weight [inputs, latent]; null when tied. */
    final Floats decoderWeight;

    final Floats decoderBias;

    Parameters(Autoencoder model) {
        all = Floats.matrix(model.parameterCount(), 1);
        encoderWeight = view(model, Autoencoder.ENCODER_WEIGHT);
        encoderBias = view(model, Autoencoder.ENCODER_BIAS);
        decoderWeight = model.kind() == ModelKind.TIED ? null : view(model, Autoencoder.DECODER_WEIGHT);
        decoderBias = view(model, Autoencoder.DECODER_BIAS);
    }

    private Floats view(Autoencoder model, String name) {
        Autoencoder.ParameterArray array = model.array(name);
        return all.view(array.offset(), array.columns(), array.rows());
    }

    /** z [inputs, batch] = what the decoder makes of h [latent, batch], before bias and activation. */
    void decode(Floats h, Floats z) {
        if (decoderWeight == null) {
            z.product(encoderWeight, false, h, false);
        } else {
            z.product(decoderWeight, true, h, false);
        }
    }

    /** z [latent, batch] = what the encoder makes of x [inputs, batch], before bias and activation. */
    void encode(Floats x, Floats z) {
        z.product(encoderWeight, true, x, false);
    }

    void close() {
        all.close();
    }
}
