package latentlab.export.animation;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import latentlab.data.ImageSet;
import latentlab.engine.model.Reconstructions;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export;
import latentlab.export.ExportOption;
import latentlab.export.Lettering;
import latentlab.export.Origin;
import latentlab.export.OutputFile;
import latentlab.run.Run;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * The notebook's animation as a GIF: the grid of samples and their reconstructions, one frame an epoch, looping for
 * ever. With the latent map below them, if that is wanted.
 */
public final class AnimationGif {
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
     * Writes a frame for each of the chosen epochs that is kept.
     *
     * @param subject nothing more is trained of its run meanwhile, or it is held; its frame time is rounded to
     *     hundredths of a second
     * @param messages language of the captions; English where the fonts of this machine lack its letters
     * @throws Problem when the file cannot be written, or none of the epochs is kept
     * @throws CancellationException when cancelled through progress; nothing is left behind
     */
    public static void write(Path file, Export.Subject subject, Messages messages, Progress progress) throws Problem {
        List<EpochResult> epochs = subject.epochs();
        Look look = Look.of(subject);
        int hundredths = Math.round(Frames.millis(subject) / 10f);
        OutputFile.write(file, out -> {
            try (Frames frames = Frames.of(subject, epochs, look, messages, progress)) {
                // While the fonts are being looked for.
                String origin = Origin.json(subject.run(), subject.images(), -1);
                boolean grey = subject.run().model().shape().grey() && !look.map();
                AnimationPalette palette = grey ? AnimationPalette.ofGrey() : palette(subject, epochs, look.map());
                GifSequence gif = new GifSequence(out, frames.width(), frames.height(), palette.colours(), hundredths);
                gif.comment(origin);
                byte[] indices = new byte[frames.width() * frames.height()];
                frames.play(pixels -> {
                    palette.indices(pixels, indices);
                    gif.add(indices);
                });
                gif.finish();
            }
        });
    }

    /** As {@link #write}, with up to 2,000 of the test images on a map of the latent space below the grid. */
    public static void writeWithMap(Path file, Export.Subject subject, Messages messages, Progress progress)
            throws Problem {
        write(file, subject.with(ExportOption.MAP, 1), messages, progress);
    }

    /** One palette for all frames, so that what does not move does not flicker. */
    private static AnimationPalette palette(Export.Subject subject, List<EpochResult> history, boolean map) {
        Run run = subject.run();
        ImageSet test = run.dataset().test();
        int classes = map ? test.classes() : AnimationPalette.NO_MAP;
        if (test.shape().grey()) {
            return AnimationPalette.ofGrey(classes);
        }
        int[] samples = subject.images().inOrder();
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
