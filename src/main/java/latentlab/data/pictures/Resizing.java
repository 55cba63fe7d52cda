package latentlab.data.pictures;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.ImageOptions.Fit;
import latentlab.data.ImageOptions.Size;
import latentlab.text.Sentence;

/** Says what bringing images to one size did to them. */
final class Resizing {
    private final List<Picture> images;
    private final Size frame;
    private final Fit fit;

    Resizing(List<Picture> images, Size frame, Fit fit) {
        this.images = images;
        this.frame = frame;
        this.fit = fit;
    }

    List<Sentence> changes() {
        List<Picture.Original> shrunk = new ArrayList<>();
        List<Picture.Original> enlarged = new ArrayList<>();
        int others = 0;
        for (Picture image : images) {
            Picture.Original file = image.file();
            Placing placing = Placing.of(file.height(), file.width(), frame, fit);
            double rows = placing.height() / placing.part().height();
            double columns = placing.width() / placing.part().width();
            if (rows * columns < 1) {
                shrunk.add(file);
            } else if (rows * columns > 1) {
                enlarged.add(file);
            }
            if (otherProportions(file, placing)) {
                others++;
            }
        }
        List<Sentence> changes = new ArrayList<>();
        if (!shrunk.isEmpty()) {
            Picture.Original largest = shrunk.stream().max(Resizing::compare).orElseThrow();
            changes.add(resized("data.changed.shrunk", shrunk.size(), largest));
        }
        if (!enlarged.isEmpty()) {
            Picture.Original smallest = enlarged.stream().min(Resizing::compare).orElseThrow();
            changes.add(resized("data.changed.enlarged", enlarged.size(), smallest));
        }
        String key =
                switch (fit) {
                    case PAD -> "data.changed.padded";
                    case CROP -> "data.changed.cropped";
                    case STRETCH -> "data.changed.stretched";
                };
        InkImages.add(changes, key, others);
        return changes;
    }

    private Sentence resized(String key, int count, Picture.Original file) {
        return Sentence.of(key, count, frame.width(), frame.height(), file.width(), file.height());
    }

    private static int compare(Picture.Original one, Picture.Original other) {
        return Long.compare((long) one.height() * one.width(), (long) other.height() * other.width());
    }

    /** Whether more than a rounded pixel is missing or added. */
    private boolean otherProportions(Picture.Original file, Placing placing) {
        return switch (fit) {
            case PAD -> !placing.fills(frame);
            case CROP ->
                file.height() - placing.part().height() >= 1
                        || file.width() - placing.part().width() >= 1;
            case STRETCH ->
                !Placing.of(file.height(), file.width(), frame, Fit.PAD).fills(frame);
        };
    }
}
