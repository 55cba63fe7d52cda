package latentlab.data.pictures;

import java.util.List;
import java.util.stream.IntStream;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;

/** Images of one folder, brought to one size, with light ink on black; how, see {@link ImageFolder}. */
final class InkImages {
    private final List<GreyImage> images;
    private final int height;
    private final int width;
    private final int paper;
    private final boolean invert;
    private final Runnable watch;

    /**
     * @param images at least one
     * @param watch run for each image; whatever it throws ends the work
     */
    InkImages(List<GreyImage> images, Runnable watch) {
        this.watch = watch;
        GreyImage first = images.getFirst();
        boolean keep = Math.max(first.height(), first.width()) <= ImageFolder.KEEP
                && images.stream()
                        .allMatch(image -> image.height() == first.height() && image.width() == first.width());
        height = keep ? first.height() : ImageFolder.SIDE;
        width = keep ? first.width() : ImageFolder.SIDE;
        paper = paper(images);
        invert = images.stream()
                        .peek(_ -> watch.run())
                        .mapToDouble(image -> image.on(paper).borderLight())
                        .average()
                        .orElseThrow()
                > 127.5;
        this.images = images;
    }

    /** White where what is drawn on transparent ground is dark, otherwise black. */
    private int paper(List<GreyImage> images) {
        long light = 0;
        long opacity = 0;
        for (GreyImage image : images) {
            watch.run();
            if (image.opacity() != null) {
                light += sum(image.light());
                opacity += sum(image.opacity());
            }
        }
        return light < opacity / 2 ? 255 : 0;
    }

    private static long sum(byte[] values) {
        return IntStream.range(0, values.length)
                .mapToLong(i -> values[i] & 0xFF)
                .sum();
    }

    /**
     * @param indices which images, in which order
     * @param labels one for each of these, or null
     */
    ImageSet set(int[] indices, int[] labels) {
        int size = height * width;
        byte[] pixels = new byte[indices.length * size];
        for (int i = 0; i < indices.length; i++) {
            watch.run();
            GreyImage image = images.get(indices[i]).on(paper);
            boolean fits = image.height() == height && image.width() == width;
            place(fits ? image : image.fit(ImageFolder.SIDE), pixels, i * size);
        }
        return new ImageSet(indices.length, ImageShape.grey(height, width), pixels, labels);
    }

    private void place(GreyImage image, byte[] pixels, int offset) {
        int top = (height - image.height()) / 2;
        int left = (width - image.width()) / 2;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int light = image.light()[y * image.width() + x] & 0xFF;
                pixels[offset + (top + y) * width + left + x] = (byte) (invert ? 255 - light : light);
            }
        }
    }
}
