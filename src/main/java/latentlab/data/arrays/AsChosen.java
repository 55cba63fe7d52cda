package latentlab.data.arrays;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import latentlab.data.Account;
import latentlab.data.DataProblems;
import latentlab.data.Dataset;
import latentlab.data.ImageOptions;
import latentlab.data.ImageOptions.Invert;
import latentlab.data.ImageOptions.Size;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.pictures.Luma;
import latentlab.data.pictures.Placing;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Brings images of arrays to the size, tone and channels that somebody has chosen. Left to itself it changes nothing:
 * whoever makes an array has settled all that.
 */
public final class AsChosen {
    private final ImageOptions options;
    private final ImageShape from;

    /** @param from shape of the images as they are */
    private AsChosen(ImageOptions options, ImageShape from) {
        this.options = options;
        this.from = from;
    }

    /**
     * @return the dataset as it was chosen, which says what was changed; the same where nothing was
     * @throws Problem if there is no room for it
     */
    public static Dataset of(Dataset dataset, ImageOptions options, Progress progress) throws Problem {
        AsChosen chosen = new AsChosen(options, dataset.shape());
        if (!chosen.changes()) {
            return dataset;
        }
        long images = dataset.train().count() + dataset.test().count();
        DataProblems.checkMemory(
                Path.of(dataset.origin()), images * chosen.shape().size());
        return new Dataset(
                dataset.name(),
                dataset.origin(),
                chosen.images(dataset.train(), progress.part(0, 0.9)),
                chosen.images(dataset.test(), progress.part(0.9, 1)),
                dataset.classNames(),
                dataset.account().and(chosen.account()));
    }

    private boolean changes() {
        return !shape().equals(from) || options.invert() == Invert.YES;
    }

    /** What it does, in sentences. */
    private Account account() {
        List<Sentence> said = new ArrayList<>();
        ImageShape to = shape();
        if (to.height() != from.height() || to.width() != from.width()) {
            said.add(Sentence.of("data.array.resized", from.width(), from.height(), to.width(), to.height()));
        }
        if (to.channels() != from.channels()) {
            said.add(Sentence.of(to.grey() ? "data.array.grey" : "data.array.colour"));
        }
        if (options.invert() == Invert.YES) {
            said.add(Sentence.of("data.array.inverted"));
        }
        return Account.NONE.withChanged(said.toArray(Sentence[]::new));
    }

    private ImageShape shape() {
        int channels =
                switch (options.channels()) {
                    case GREY -> 1;
                    case COLOUR -> 3;
                    case AUTO -> from.channels();
                };
        return options.size() == null
                ? new ImageShape(channels, from.height(), from.width())
                : new ImageShape(
                        channels, options.size().height(), options.size().width());
    }

    private ImageSet images(ImageSet images, Progress progress) {
        ImageShape to = shape();
        Size frame = new Size(to.height(), to.width());
        Placing placing = Placing.of(from.height(), from.width(), frame, options.fit());
        byte[] pixels = new byte[Math.multiplyExact(images.count(), to.size())];
        for (int i = 0; i < images.count(); i++) {
            progress.report((double) i / images.count(), Sentence.of("data.progress.images", i, images.count()));
            int start = i * from.size();
            boolean greyed = to.grey() && !from.grey();
            byte[] values = greyed ? Luma.of(images.pixels(), start, from.pixels()) : images.pixels();
            for (int channel = 0; channel < to.channels(); channel++) {
                int source = greyed ? 0 : start + channel % from.channels() * from.pixels();
                byte[] plane = placing.resized(values, source, from.height(), from.width());
                if (options.invert() == Invert.YES) {
                    invert(plane);
                }
                placing.centre(plane, 0, frame, pixels, i * to.size() + channel * to.pixels());
            }
        }
        return new ImageSet(images.count(), to, pixels, images.labels());
    }

    private static void invert(byte[] plane) {
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (byte) (255 - (plane[i] & 0xFF));
        }
    }
}
