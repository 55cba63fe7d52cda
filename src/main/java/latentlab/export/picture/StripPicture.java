package latentlab.export.picture;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export.Subject;
import latentlab.export.Origin;
import latentlab.export.OutputFile;
import latentlab.export.PngEncoder;
import latentlab.run.Run;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * The images of the grid as a PNG, pixel for pixel and without a gap: the originals in the first row, then their
 * reconstructions, a row for each epoch. Grey images stay grey, of one byte a pixel.
 */
public final class StripPicture {
    private static final double MOST_PIXELS = 400e6;

    private StripPicture() {}

    /**
     * @throws Problem when the file cannot be written, no epoch is kept, or it would be too large
     * @throws java.util.concurrent.CancellationException when cancelled through progress; nothing is left behind
     */
    public static void write(Path file, Subject subject, Progress progress) throws Problem {
        Run run = subject.run();
        List<EpochResult> epochs = subject.epochs();
        int[] samples = subject.images().inOrder();
        ImageSet test = run.dataset().test();
        ImageShape shape = test.shape();
        long width = (long) samples.length * shape.width();
        long height = (epochs.size() + 1L) * shape.height();
        if (width * height > MOST_PIXELS) {
            throw Problem.of("export.strip.tooLarge", width, height);
        }
        BufferedImage strip = new BufferedImage(
                (int) width, (int) height, shape.grey() ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        paint(strip, 0, test.pixelsOf(samples), shape);
        for (int i = 0; i < epochs.size(); i++) {
            progress.report((double) i / epochs.size(), Sentence.of("export.strip.progress", i + 1, epochs.size()));
            paint(strip, i + 1, run.reconstruct(epochs.get(i).epoch(), samples).pixels(), shape);
        }
        int epoch = epochs.size() == 1 ? epochs.getFirst().epoch() : -1;
        OutputFile.write(
                file,
                out -> PngEncoder.encode(strip, 1, PngPicture.said(Origin.json(run, subject.images(), epoch)), out));
    }

    /** @param values of the images of a row, shape [count, channels, height, width] */
    private static void paint(BufferedImage strip, int row, byte[] values, ImageShape shape) {
        for (int image = 0; image < values.length / shape.size(); image++) {
            int from = image * shape.size();
            int x = image * shape.width();
            int y = row * shape.height();
            if (shape.grey()) {
                byte[] pixels = Arrays.copyOfRange(values, from, from + shape.size());
                strip.getRaster().setDataElements(x, y, shape.width(), shape.height(), pixels);
            } else {
                for (int pixel = 0; pixel < shape.pixels(); pixel++) {
                    strip.setRGB(
                            x + pixel % shape.width(),
                            y + Math.floorDiv(pixel, shape.width()),
                            shape.rgb(values, from, pixel));
                }
            }
        }
    }
}
