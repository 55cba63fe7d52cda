package latentlab.export.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import latentlab.data.ImageShape;
import latentlab.data.npy.NpzOutput;
import latentlab.engine.training.EpochResult;
import latentlab.export.Export;
import latentlab.export.Origin;
import latentlab.export.OutputFile;
import latentlab.run.Run;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * The numbers behind the grid and behind the decoder, for NumPy, intensities of 0 to 1 as float32. Of the grid's n test
 * images: {@code index} [n], {@code images} [n, channels, height, width], {@code epochs} [e] and
 * {@code reconstructions} [e, n, channels, height, width]. Of the decoder after the last of these epochs:
 * {@code codes} [latent, 11, latent], in which each unit goes from its least to its greatest value over the test images
 * while the others stay at their mean, and the {@code decodings} of these [latent, 11, channels, height, width].
 */
public final class ReconstructionNpz {
    /** Values of each unit. */
    private static final int STEPS = 11;

    private ReconstructionNpz() {}

    /**
     * @throws Problem when the file cannot be written, or no epoch is kept
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    public static void write(Path file, Export.Subject subject, Progress progress) throws Problem {
        Run run = subject.run();
        List<EpochResult> epochs = subject.epochs();
        OutputFile.write(file, out -> {
            NpzOutput npz = new NpzOutput(out);
            grid(npz, run, subject.images().inOrder(), epochs, progress);
            decoder(npz, run, epochs.getLast().epoch());
            npz.text("latent_lab", Origin.json(run, subject.images(), -1));
            npz.finish();
        });
    }

    private static void grid(NpzOutput npz, Run run, int[] samples, List<EpochResult> epochs, Progress progress)
            throws IOException {
        ImageShape shape = run.model().shape();
        int n = samples.length;
        npz.ints("index", samples, n);
        float[] images = new float[n * shape.size()];
        byte[] pixels = run.dataset().test().pixels();
        for (int i = 0; i < images.length; i++) {
            int at = samples[i / shape.size()] * shape.size() + i % shape.size();
            images[i] = Byte.toUnsignedInt(pixels[at]) / 255f;
        }
        npz.floats("images", images, 0, n, shape.channels(), shape.height(), shape.width());
        npz.ints("epochs", epochs.stream().mapToInt(EpochResult::epoch).toArray(), epochs.size());
        // Twice each: a long run's would not fit into memory together.
        int all = 2 * epochs.size();
        AtomicInteger made = new AtomicInteger();
        npz.floats(
                "reconstructions",
                epochs.size(),
                e -> {
                    int before = made.getAndIncrement();
                    progress.report(
                            (double) before / all, Sentence.of("export.reconstructions.progress", before / 2, all / 2));
                    return run.reconstructIntensities(epochs.get(e).epoch(), samples);
                },
                epochs.size(),
                n,
                shape.channels(),
                shape.height(),
                shape.width());
    }

    private static void decoder(NpzOutput npz, Run run, int epoch) throws IOException {
        ImageShape shape = run.model().shape();
        int latent = run.model().latent();
        float[] known = run.latent(epoch);
        float[] least = new float[latent];
        float[] greatest = new float[latent];
        double[] mean = new double[latent];
        Arrays.fill(least, Float.POSITIVE_INFINITY);
        Arrays.fill(greatest, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < known.length; i++) {
            int unit = i % latent;
            least[unit] = Math.min(least[unit], known[i]);
            greatest[unit] = Math.max(greatest[unit], known[i]);
            mean[unit] += known[i] / (double) (known.length / latent);
        }
        float[] codes = new float[latent * STEPS * latent];
        for (int at = 0; at < codes.length; at++) {
            int unit = at / (STEPS * latent);
            float share = at / latent % STEPS / (STEPS - 1f);
            codes[at] = at % latent == unit
                    ? least[unit] + share * (greatest[unit] - least[unit])
                    : (float) mean[at % latent];
        }
        npz.floats("codes", codes, 0, latent, STEPS, latent);
        float[] decodings = run.decodeIntensities(epoch, codes);
        npz.floats("decodings", decodings, 0, latent, STEPS, shape.channels(), shape.height(), shape.width());
    }
}
