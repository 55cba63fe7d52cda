package latentlab.engine.layer;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import latentlab.data.ImageShape;
import latentlab.engine.kernels.Floats;
import latentlab.engine.kernels.Kernels;
import latentlab.engine.kernels.convolution.Pooling;
import latentlab.engine.settings.Loss;

/**
 * The largest number of each square of pixels, channel by channel: PyTorch's {@code nn.MaxPool2d}.
 *
 * @param channels of the images that go in
 * @param height of the images that go in
 * @param width of the images that go in
 * @param size rows and columns of a square, and from one to the next
 */
public record MaxPool2d(String name, int channels, int height, int width, int size) implements WithoutParameters {
    @Override
    public int inputs() {
        return channels * height * width;
    }

    @Override
    public Optional<ImageShape> inputMaps() {
        return Optional.of(new ImageShape(channels, height, width));
    }

    @Override
    public Optional<ImageShape> outputMaps() {
        return Optional.of(new ImageShape(channels, height / size, width / size));
    }

    @Override
    public int outputs() {
        return channels * (height / size) * (width / size);
    }

    /** Which pixel of a square was the largest. */
    @Override
    public List<Integer> kept() {
        return List.of(outputs());
    }

    @Override
    public String module() {
        return "MaxPool2d(kernel_size=" + size + ", stride=" + size + ", padding=0, dilation=1, ceil_mode=False)";
    }

    @Override
    public LayerForward forward(Function<String, Floats> parameters) {
        Pooling pooling = new Pooling(channels, height, width, size);
        return new Moving() {
            @Override
            public void products(Floats x, Floats z, List<Floats> kept) {
                MemorySegment places = kept.getFirst().segment();
                pooling.largest(x.segment(), z.segment(), places, x.length() / inputs());
            }
        };
    }

    @Override
    public LayerBackward backward(Function<String, Floats> parameters, Function<String, Floats> gradient) {
        Pooling pooling = new Pooling(channels, height, width, size);
        return new MovingBack() {
            @Override
            public void inputDelta(Floats delta, Floats below, List<Floats> kept) {
                MemorySegment places = kept.getFirst().segment();
                pooling.back(delta.segment(), places, below.segment(), below.length() / inputs());
            }
        };
    }

    /** A way forward of numbers that come out as they are, to another layer. */
    abstract static class Moving implements LayerForward {
        @Override
        public final void activate(Kernels kernels, Floats z, int count) {}

        @Override
        public final double loss(Kernels kernels, Loss loss, MemorySegment z, MemorySegment x, int count) {
            throw new IllegalStateException("no model ends so");
        }
    }

    /** And its way back. */
    abstract static class MovingBack implements LayerBackward {
        @Override
        public final double outputDelta(Kernels kernels, Loss loss, Floats z, Floats x, int count, float scale) {
            throw new IllegalStateException("no model ends so");
        }

        @Override
        public final void hiddenDelta(Kernels kernels, Floats delta, Floats output, List<Floats> kept, int count) {}

        @Override
        public final void weightGradient(Floats x, Floats delta, List<Floats> kept) {}
    }
}
