package latentlab.export.model;

import java.nio.file.Path;
import latentlab.engine.model.Dl4jModels;
import latentlab.engine.settings.ModelKind;
import latentlab.engine.settings.TrainingConfig;
import latentlab.export.OutputFile;
import latentlab.text.Problem;

/**
 * A model after an epoch as DL4J's own file, which {@code ModelSerializer.restoreMultiLayerNetwork} reads; {@link
 * Dl4jModels} says where the network differs from its run.
 */
public final class Dl4jZip {
    private Dl4jZip() {}

    /** @throws Problem when the model is variational or has convolutions, or the file cannot be written */
    public static void write(Path file, EpochModel epoch) throws Problem {
        if (epoch.config().kind() == ModelKind.VARIATIONAL) {
            throw Problem.of("export.dl4j.variational");
        }
        if (!epoch.model().isDense()) {
            throw Problem.of("export.dl4j.convolutions");
        }
        // What the schedule had come to: the network has none.
        TrainingConfig config = epoch.config().withLearningRate(epoch.result().learningRate());
        OutputFile.write(file, out -> Dl4jModels.write(out, epoch.model(), epoch.parameters(), config));
    }
}
