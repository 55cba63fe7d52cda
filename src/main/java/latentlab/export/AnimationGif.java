package latentlab.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import latentlab.data.ImageSet;
import latentlab.engine.model.Reconstructions;
import latentlab.engine.training.EpochResult;
import latentlab.run.Run;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * The notebook's animation as a GIF: the grid of samples and their reconstructions, one frame an epoch, looping for
 * ever. With the latent map below them, if that is wanted.
 */
public final class AnimationGif {
    /** Browsers play frames that are shorter at a tenth of a second. */
    public static final int MIN_FRAME_MILLIS = 20;

    /** What the format can hold: 65535 hundredths of a second. */
    public static final int MAX_FRAME_MILLIS = 655_350;

    /** Epochs whose reconstructions decide which colours there are. */
    private static final int LOOKED_AT = 12;

    private AnimationGif() {}

    /**
     * Finds the fonts, which takes half of the first export's time: for a background thread, before the export is
     * wanted.
     */
    public static void prepare() {
        Lettering.of(new Messages(Locale.ENGLISH), "export.gif.original");
    }

    /**
     * Writes a frame for each epoch that is kept, working them out one by one: memory does not grow with their number.
     *
     * @param run nothing more is trained of it meanwhile, or it is held
     * @param history the epochs to show, in order; not changed meanwhile
     * @param frameMillis how long a frame is shown, rounded to hundredths of a second, {@value #MIN_FRAME_MILLIS} to
     *     {@value #MAX_FRAME_MILLIS}
     * @param messages language of the captions; English where the fonts of this machine lack its letters
     * @throws Problem when the file cannot be written
     * @throws CancellationException when cancelled through progress; nothing is left behind
     */
    public static void write(
            Path file, Run run, List<EpochResult> history, int frameMillis, Messages messages, Progress progress)
            throws Problem {
        write(file, run, run.kept(history), frameMillis, messages, progress, () -> null);
    }

    /** As {@link #write}, with up to 2,000 of the test images on a map of the latent space below the grid. */
    public static void writeWithMap(
            Path file, Run run, List<EpochResult> history, int frameMillis, Messages messages, Progress progress)
            throws Problem {
        Progress writing = progress.part(0.4, 1);
        List<EpochResult> shown = run.kept(history);
        write(
                file,
                run,
                shown,
                frameMillis,
                messages,
                writing,
                () -> new AnimationMap(run, shown, progress.part(0, 0.4)));
    }

    private static void write(
            Path file,
            Run run,
            List<EpochResult> history,
            int frameMillis,
            Messages messages,
            Progress progress,
            Supplier<AnimationMap> map)
            throws Problem {
        if (frameMillis < MIN_FRAME_MILLIS || frameMillis > MAX_FRAME_MILLIS) {
            throw Problem.of("export.gif.frame.range", frameMillis, MIN_FRAME_MILLIS, MAX_FRAME_MILLIS);
        }
        int[] samples = run.samples();
        int last = history.getLast().epoch();
        OutputFile.write(file, out -> {
            AnimationMap below = map.get();
            AnimationPalette palette = palette(run, history, below != null);
            AnimationFrame frame = new AnimationFrame(run.dataset(), samples, last, messages, palette, below);
            int hundredths = Math.round(frameMillis / 10f);
            GifSequence gif = new GifSequence(out, frame.width(), frame.height(), palette.colours(), hundredths);
            for (int i = 0; i < history.size(); i++) {
                progress.report((double) i / history.size(), Sentence.of("export.gif.progress", i + 1, history.size()));
                EpochResult result = history.get(i);
                gif.add(frame.paint(result, run.reconstruct(result.epoch(), samples)));
            }
            gif.finish();
        });
    }

    /** One palette for all frames, so that what does not move does not flicker. */
    private static AnimationPalette palette(Run run, List<EpochResult> history, boolean map) {
        ImageSet test = run.dataset().test();
        int classes = map ? test.classes() : AnimationPalette.NO_MAP;
        if (test.shape().grey()) {
            return AnimationPalette.ofGrey(classes);
        }
        int[] samples = run.samples();
        IntStream pixels = IntStream.of(samples).flatMap(i -> colours(test, test.pixels(), i));
        for (int at : ImageSet.spread(history.size(), LOOKED_AT)) {
            Reconstructions made = run.reconstruct(history.get(at).epoch(), samples);
            pixels = IntStream.concat(
                    pixels, IntStream.range(0, samples.length).flatMap(i -> colours(test, made.pixels(), i)));
        }
        return AnimationPalette.ofColour(classes, pixels.toArray());
    }

    private static IntStream colours(ImageSet images, byte[] pixels, int index) {
        return IntStream.range(0, images.shape().pixels())
                .map(pixel -> images.shape().rgb(pixels, index * images.size(), pixel));
    }
}
