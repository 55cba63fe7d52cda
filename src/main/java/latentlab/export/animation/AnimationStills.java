package latentlab.export.animation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import latentlab.data.ImageSet;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export;
import latentlab.export.preview.Raster;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * Pictures of an animation before it is written: of all its epochs, or of some of them from all parts of the run.
 *
 * @param pictures one at least
 * @param first which of them shows the epoch that was asked for, or the one nearest to it
 * @param frames of the whole animation
 * @param width of a frame, in pixels, as is the height
 */
public record AnimationStills(List<Raster> pictures, int first, int frames, int width, int height) {
    /** Makes of a frame what is shown of it. */
    @FunctionalInterface
    public interface Frame {
        /** @param rgb shape [height, width], 0xRRGGBB, valid during this call */
        Raster shown(int width, int height, int[] rgb);
    }

    /**
     * @param subject nothing more is trained of its run meanwhile, or it is held
     * @param asked epoch to be shown first
     * @param most pictures to make
     * @throws Problem if none of the epochs is kept
     * @throws java.util.concurrent.CancellationException when cancelled through progress
     */
    public static AnimationStills of(
            Export.Subject subject, int asked, int most, Messages messages, Progress progress, Frame shown)
            throws Problem {
        List<EpochResult> all = subject.epochs();
        int nearest = nearest(all, asked);
        List<EpochResult> some = IntStream.concat(
                        IntStream.of(nearest), IntStream.of(ImageSet.spread(all.size(), most)))
                .distinct()
                .sorted()
                .mapToObj(all::get)
                .toList();
        List<Raster> pictures = new ArrayList<>();
        try (Frames frames = Frames.of(subject, some, Look.of(subject), messages, progress)) {
            frames.play(rgb -> pictures.add(shown.shown(frames.width(), frames.height(), rgb)));
            return new AnimationStills(
                    pictures, some.indexOf(all.get(nearest)), all.size(), frames.width(), frames.height());
        } catch (IOException e) {
            throw new AssertionError("pictures in memory are written nowhere", e);
        }
    }

    private static int nearest(List<EpochResult> epochs, int asked) {
        int nearest = 0;
        for (int i = 1; i < epochs.size(); i++) {
            if (Math.abs(epochs.get(i).epoch() - asked)
                    < Math.abs(epochs.get(nearest).epoch() - asked)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
