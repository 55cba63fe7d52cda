package latentlab.engine.kernels.convolution;

import java.lang.foreign.MemorySegment;

/**
 * By the Vector API. Images and maps are copied into a room with borders of zeros, a few at a time so that they stay in
 * the processor's cache; then everything is pixels by vectors of filters or channels ({@link PixelProducts}), or
 * weights by vectors of filters ({@link GradientProducts}).
 */
final class VectorConvolution implements Convolution {
    /** Numbers of the images that are copied at a time: 128 kB. */
    private static final int ROOM = 1 << 15;
    /** More make no difference. */
    private static final int MOST = 16;

    private final ConvolutionShape shape;
    // Each when it is first asked for: a way forward has no use for the others.
    private MapsFromImages maps;
    private ImagesFromMaps images;
    private WeightGradient gradient;

    private VectorConvolution(ConvolutionShape shape) {
        this.shape = shape;
    }

    /** Named through a method so that {@link Convolution} loads without the incubating module. */
    static Convolution create(ConvolutionShape shape) {
        return new VectorConvolution(shape);
    }

    /** @return how many images are copied at a time, of so many numbers each */
    static int together(int size) {
        return Math.clamp(ROOM / size, 1, MOST);
    }

    /** @return numbers for each of several images behind each other, {@code step} further from image to image */
    static int[] repeated(int[] numbers, int times, int step) {
        int[] repeated = new int[numbers.length * times];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = numbers[i % numbers.length] + i / numbers.length * step;
        }
        return repeated;
    }

    /** @return the next whole number of vectors */
    static int vectors(int numbers) {
        int lanes = PixelProducts.LANES;
        return (numbers + lanes - 1) / lanes * lanes;
    }

    @Override
    public void forward(MemorySegment images, MemorySegment weights, MemorySegment maps, int count) {
        if (this.maps == null) {
            this.maps = new MapsFromImages(shape);
        }
        this.maps.compute(images, weights, maps, count);
    }

    @Override
    public void transposed(MemorySegment maps, MemorySegment weights, MemorySegment images, int count) {
        if (this.images == null) {
            this.images = new ImagesFromMaps(shape);
        }
        this.images.compute(maps, weights, images, count);
    }

    @Override
    public void gradient(MemorySegment images, MemorySegment maps, MemorySegment gradient, int count) {
        if (this.gradient == null) {
            this.gradient = new WeightGradient(shape);
        }
        this.gradient.compute(images, maps, gradient, count);
    }
}
