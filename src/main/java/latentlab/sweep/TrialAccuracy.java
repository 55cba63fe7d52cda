package latentlab.sweep;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.embedding.MapQuality;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Inference;
import latentlab.run.NeighbourAccuracy;
import latentlab.run.file.FindingRows;
import latentlab.run.file.RunFile;
import latentlab.run.findings.Findings;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * How well the latent space of a trial separates the classes after its last epoch, see {@link NeighbourAccuracy}.
 * Computed once: it is kept in the trial's file.
 */
public final class TrialAccuracy {
    private static final Logger LOG = System.getLogger(TrialAccuracy.class.getName());

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
        try (RunFile saved = RunFile.open(file)) {
            int last = saved.history().size() - 1;
            Double known = saved.accuracies().get(last);
            if (known != null) {
                return known;
            }
            double accuracy = compute(saved, last, dataset.test(), progress);
            Findings findings = new Findings(Map.of(last, accuracy), List.of());
            try {
                FindingRows.keep(file, saved.start().id(), saved.history(), findings);
            } catch (Problem problem) {
                LOG.log(Level.INFO, "an accuracy is not kept in " + file, problem);
            }
            return accuracy;
        }
    }

    private static double compute(RunFile saved, int epoch, ImageSet test, Progress progress) throws Problem {
        int[] images = ImageSet.spread(test.count(), NeighbourAccuracy.imagesOf(test.count()));
        Autoencoder model = Autoencoder.of(saved.config(), test.shape());
        float[] codes;
        try (Inference inference = new Inference(model, saved.config())) {
            codes = inference.latent(saved.parameters(epoch), test, images);
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
