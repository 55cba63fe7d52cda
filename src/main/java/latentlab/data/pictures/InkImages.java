package latentlab.data.pictures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import latentlab.data.ImageOptions;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.text.Sentence;

/**
 * Images of one folder, brought to one size, to grey or colour, and to the tones of {@link Tones}.
 *
 * <ul>
 *   <li>Where no size is asked for, images that all have one size of at most 64x64 keep it; otherwise all become 28x28.
 *       They are resized by area averaging. Where their proportions are others, they are centred on background, or
 *       cropped at both ends, or stretched.
 *   <li>Where grey or colour is not asked for, they are in colour if at least one of them has any, see {@link
 *       Picture#coloured}.
 * </ul>
 */
final class InkImages {
    /** Images become that high and wide, unless they keep their size. */
    static final int SIDE = 28;
    /** Images up to this high and wide keep their size when they all share it. */
    static final int KEEP = 64;

    private final List<Picture> images;
    private final ImageOptions options;
    private final ImageOptions.Size frame;
    private final boolean colour;
    private final Tones tones;
    private final Runnable watch;

    /**
     * @param images at least one
     * @param options what they are to become
     * @param watch run for each image; whatever it throws ends the work
     */
    InkImages(List<Picture> images, ImageOptions options, Runnable watch) {
        this.images = images;
        this.options = options;
        this.watch = watch;
        Picture first = images.getFirst();
        boolean keep = options.size() == null
                && Math.max(first.height(), first.width()) <= KEEP
                && images.stream()
                        .allMatch(image -> image.height() == first.height()
                                && image.width() == first.width()
                                && image.height() == image.file().height()
                                && image.width() == image.file().width());
        frame = keep ? new ImageOptions.Size(first.height(), first.width()) : frame(options);
        colour = switch (options.channels()) {
            case GREY -> false;
            case COLOUR -> true;
            case AUTO -> images.stream().anyMatch(image -> image.file().coloured());
        };
        tones = new Tones(images, options.invert(), colour, watch);
    }

    /** @return the size of images that do not keep theirs */
    static ImageOptions.Size frame(ImageOptions options) {
        return options.size() == null ? new ImageOptions.Size(SIDE, SIDE) : options.size();
    }

    private ImageShape shape() {
        return colour
                ? ImageShape.colour(frame.height(), frame.width())
                : ImageShape.grey(frame.height(), frame.width());
    }

    /** Bytes of all images once they are brought to their size. */
    long bytes() {
        return (long) images.size() * shape().size();
    }

    /**
     * @param indices which images, in which order
     * @param labels one for each of these, or null
     */
    ImageSet set(int[] indices, int[] labels) {
        ImageShape shape = shape();
        byte[] pixels = new byte[Math.multiplyExact(indices.length, shape.size())];
        for (int i = 0; i < indices.length; i++) {
            watch.run();
            Picture image = images.get(indices[i]).in(frame, options.fit());
            Picture toned = tones.apply(indices[i], colour ? image : image.grey());
            for (int channel = 0; channel < shape.channels(); channel++) {
                place(toned, channel, pixels, i * shape.size() + channel * shape.pixels());
            }
        }
        return new ImageSet(indices.length, shape, pixels, labels);
    }

    private void place(Picture image, int channel, byte[] pixels, int offset) {
        if (tones.ground() != 0) {
            Arrays.fill(pixels, offset, offset + frame.height() * frame.width(), (byte) tones.ground());
        }
        int from = channel % image.channels() * image.pixels();
        Placing.of(image.height(), image.width(), frame, options.fit())
                .centre(image.values(), from, frame, pixels, offset);
    }

    /** What was done to images, a sentence for each, with how many it was done to. */
    List<Sentence> changes() {
        List<Sentence> changes = new ArrayList<>();
        add(changes, "data.changed.first", count(Picture.Original::several));
        add(changes, "data.changed.upright", count(Picture.Original::turned));
        add(changes, "data.changed.numbers", count(Picture.Original::numbers));
        changes.addAll(new Resizing(images, frame, options.fit()).changes());
        if (!colour) {
            add(changes, "data.changed.grey", count(Picture.Original::coloured));
        }
        changes.addAll(tones.changes());
        return changes;
    }

    private int count(Predicate<Picture.Original> which) {
        return (int) images.stream().map(Picture::file).filter(which).count();
    }

    /** Says nothing of none. */
    static void add(List<Sentence> changes, String key, int count) {
        if (count > 0) {
            changes.add(Sentence.of(key, count));
        }
    }
}
