package latentlab.export.picture;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export.Subject;
import latentlab.export.Origin;
import latentlab.export.OutputFile;
import latentlab.export.png.PngChunks;
import latentlab.export.png.PngRows;
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
        check(width, height);
        int epoch = epochs.size() == 1 ? epochs.getFirst().epoch() : -1;
        OutputFile.write(file, out -> {
            PngChunks png = new PngChunks(out, (int) width, (int) height, shape.grey());
            String origin = Origin.json(run, subject.images(), epoch);
            for (Map.Entry<String, String> said : new TreeMap<>(PngPicture.said(origin)).entrySet()) {
                png.text(said.getKey(), said.getValue());
            }
            PngRows rows = new PngRows((int) width, bytes(shape));
            add(test.pixelsOf(samples), shape, rows);
            for (int i = 0; i < epochs.size(); i++) {
                progress.report((double) i / epochs.size(), Sentence.of("export.strip.progress", i + 1, epochs.size()));
                add(run.reconstruct(epochs.get(i).epoch(), samples).pixels(), shape, rows);
                png.write("IDAT", rows.soFar());
            }
            png.write("IDAT", rows.finish());
            png.finish();
        });
    }

    /** @throws Problem if a picture of so many pixels would be too large */
    static void check(long width, long height) throws Problem {
        if ((double) width * height > MOST_PIXELS) {
            throw Problem.of("export.strip.tooLarge", width, height);
        }
    }

    private static int bytes(ImageShape shape) {
        return shape.grey() ? 1 : 3;
    }

    /** @param values of the images of a row, shape [count, channels, height, width] */
    private static void add(byte[] values, ImageShape shape, PngRows rows) {
        int count = values.length / shape.size();
        byte[] line = new byte[count * shape.width() * bytes(shape)];
        for (int y = 0; y < shape.height(); y++) {
            int at = 0;
            for (int image = 0; image < count; image++) {
                for (int x = 0; x < shape.width(); x++) {
                    int rgb = shape.rgb(values, image * shape.size(), y * shape.width() + x);
                    for (int channel = bytes(shape) - 1; channel >= 0; channel--) {
                        line[at++] = (byte) (rgb >> 8 * channel);
                    }
                }
            }
            rows.add(line, 0);
        }
    }
}
