package latentlab.sweep;

import java.nio.file.Path;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.embedding.MapQuality;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Inference;
import latentlab.run.NeighbourAccuracy;
import latentlab.run.file.RunFile;
import latentlab.text.Problem;
import latentlab.text.Progress;

/** How well the latent space of a trial separates the classes after its last epoch, see {@link NeighbourAccuracy}. */
public final class TrialAccuracy {
    /** Test images used, as in the window. */
    private static final int IMAGES = 2000;

    private TrialAccuracy() {}

    /**
     * @param file of the trial
     * @param dataset that it was trained on
     * @return 0 to 1; NaN where the test images have no labels or are too few, or codes are not finite
     * @throws Problem if the file cannot be read
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    public static double of(Path file, Dataset dataset, Progress progress) throws Problem {
        if (!NeighbourAccuracy.possible(dataset)) {
            return Double.NaN;
        }
        ImageSet test = dataset.test();
        int[] images = ImageSet.spread(test.count(), IMAGES);
        try (RunFile saved = RunFile.open(file)) {
            float[] parameters = saved.parameters(saved.history().size() - 1);
            Autoencoder model = Autoencoder.of(saved.config(), dataset.shape());
            float[] codes;
            try (Inference inference = new Inference(model, saved.config())) {
                codes = inference.latent(parameters, test, images);
            }
            for (float code : codes) {
                if (!Float.isFinite(code)) {
                    return Double.NaN;
                }
            }
            int[] labels = IntStream.of(images).map(test::label).toArray();
            return MapQuality.accuracy(codes, model.latent(), labels, progress);
        }
    }
}
