package latentlab.run.file;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import latentlab.data.DataIdentity;
import latentlab.data.Dataset;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.model.Inference;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.BranchPoint;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.TrainerState;
import latentlab.run.BranchedFrom;
import latentlab.run.PastState;
import latentlab.run.RateChange;
import latentlab.run.RunStart;
import latentlab.run.findings.LaidOutMap;
import latentlab.run.findings.TestError;
import latentlab.text.Problem;

/**
 * A file for a run that leaves another one at an epoch, to go on with other settings or other data: with all the other
 * had up to there, so that it stands for itself.
 */
public final class RunBranch {
    private RunBranch() {}

    /**
     * @param parent the other run
     * @param past its trainer's state after the epoch to branch at
     * @param config settings of the new run, of the same model
     * @param dataset of the new run, with images of the same shape
     * @param path of the new file
     * @throws Problem if there is a file already, it cannot be written, or model or images are others
     */
    public static void write(RunFile parent, PastState past, TrainingConfig config, Dataset dataset, Path path)
            throws Problem {
        RunStart before = parent.start();
        DataIdentity data = dataset.identity();
        if (!data.shape().equals(before.data().shape())) {
            throw Problem.of("run.branch.shape", before.data().name(), data.name());
        }
        int epoch = past.state().epoch();
        boolean sameData = data.hash().equals(before.data().hash());
        TrainerState state = BranchPoint.of(past.state(), parent.config(), config, data.shape(), sameData);
        RunStart start = new RunStart(
                UUID.randomUUID().toString(),
                config.texts(),
                data,
                before.arithmetic(),
                new BranchedFrom(before.id(), epoch),
                System.currentTimeMillis(),
                before.weights());
        List<RateChange> changes = new ArrayList<>(parent.rateChanges().stream()
                .filter(change -> change.epoch() <= epoch)
                .toList());
        if (!changes.isEmpty() && changes.getLast().after() != state.learningRate()) {
            changes.add(new RateChange(epoch + 1, changes.getLast().after(), state.learningRate()));
        }
        // Of the same models and images.
        SortedMap<Integer, Double> accuracies =
                sameData ? parent.accuracies().headMap(epoch + 1) : Collections.emptySortedMap();
        SortedMap<Integer, TestError> errors =
                sameData ? parent.errors().headMap(epoch + 1) : Collections.emptySortedMap();
        List<LaidOutMap> maps = sameData
                ? parent.maps().stream().filter(map -> map.epoch() <= epoch).toList()
                : List.of();
        try (RunDatabase database = RunDatabase.create(path)) {
            RunRows rows = new RunRows(database);
            Autoencoder model = Autoencoder.of(config, data.shape());
            try (Inference inference = new Inference(model, config)) {
                database.transaction(() -> {
                    int[] samples = dataset.samples();
                    rows.begin(start, model, RunRows.samples(samples, dataset.test()));
                    for (EpochResult result : parent.history().subList(0, epoch + 1)) {
                        rows.result(result);
                    }
                    parent.copyParameters(rows, epoch);
                    rows.state(epoch, RunFileWriter.bytes(state));
                    rows.rateChanges(changes);
                    FindingRows.write(database, accuracies, maps, data.test());
                    ErrorRows.write(database, errors, data.test());
                    rows.samples(
                            samples,
                            dataset.test(),
                            inference.reconstruct(state.parameters(), dataset.test(), samples));
                });
            } catch (SQLException e) {
                throw database.problem(e);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
