package latentlab.engine.layer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.convolution.Pooling;

/**
 * The way back of pooling, which has kept one pixel of each square: that pixel in all its places. PyTorch's {@code
 * nn.Upsample}, to the nearest pixel.
 *
 * @param pooled the layer that it mirrors
 */
public record Upsample(String name, MaxPool2d pooled) implements WithoutParameters {
    @Override
    public int channels() {
        return pooled.channels();
    }

    @Override
    public int inputs() {
        return pooled.outputs();
    }

    @Override
    public Optional<ImageShape> inputMaps() {
        return pooled.outputMaps();
    }

    @Override
    public Optional<ImageShape> outputMaps() {
        return pooled.inputMaps();
    }

    @Override
    public int outputs() {
        return pooled.inputs();
    }

    @Override
    public String module() {
        return "Upsample(size=(" + pooled.height() + ", " + pooled.width() + "), mode='nearest')";
    }

    @Override
    public LayerForward forward(Function<String, Floats> parameters) {
        Pooling pooling = pooling();
        return new MaxPool2d.Moving() {
            @Override
            public void products(Floats x, Floats z, List<Floats> kept) {
                pooling.enlarge(x.segment(), z.segment(), x.length() / inputs());
            }
        };
    }

    @Override
    public LayerBackward backward(Function<String, Floats> parameters, Function<String, Floats> gradient) {
        Pooling pooling = pooling();
        return new MaxPool2d.MovingBack() {
            @Override
            public void inputDelta(Floats delta, Floats below, List<Floats> kept) {
                pooling.reduce(delta.segment(), below.segment(), below.length() / inputs());
            }
        };
    }

    private Pooling pooling() {
        return new Pooling(pooled.channels(), pooled.height(), pooled.width(), pooled.size());
    }
}
