package latentlab.run.file;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import latentlab.engine.model.Autoencoder;
import latentlab.engine.training.EpochResult;
import latentlab.engine.training.TrainerState;
import latentlab.run.file.RunSamples.Sample;
import latentlab.run.findings.Findings;
import latentlab.text.Problem;

/**
 * What was saved of a damaged run file, in a new one.
 *
 * @param epochs the last epoch that could be saved: training goes on from there
 * @param lost number of epochs up to there whose parameters could not
 */
public record RunRescue(int epochs, int lost) {
    /**
     * Leaves the damaged file as it is.
     *
     * @param path of the new file
     * @throws Problem if nothing can be saved, the file is none of ours, or the new one cannot be written
     */
    public static RunRescue of(Path damaged, Path path) throws Problem {
        try (RunFile file = RunFile.salvaged(damaged)) {
            Autoencoder model =
                    Autoencoder.of(file.config(), file.start().data().shape());
            int last = file.history().size() - 1;
            TreeMap<Integer, TrainerState> states = new TreeMap<>();
            int lost = 0;
            for (int epoch = 0; epoch <= last; epoch++) {
                TrainerState state = Salvage.state(file, model, epoch);
                if (state != null) {
                    states.put(epoch, state);
                }
                lost += file.keeps(epoch) ? 0 : 1;
            }
            List<Sample> samples = samples(file);
            RunAbout about = about(file);
            Findings findings = findings(file);
            try (RunDatabase database = RunDatabase.create(path)) {
                RunRows rows = new RunRows(database);
                database.transaction(() -> {
                    rows.begin(file.start(), model, samples);
                    for (EpochResult result : file.history()) {
                        rows.result(result);
                    }
                    file.copyParameters(rows, last);
                    for (TrainerState state : states.values()) {
                        rows.state(state.epoch(), RunFileWriter.bytes(state));
                    }
                    rows.rateChanges(file.rateChanges());
                    AboutRows.write(database, about);
                    int images = file.start().data().test();
                    FindingRows.write(database, findings.accuracies(), findings.maps(), images);
                    ErrorRows.write(database, findings.errors(), images);
                });
            } catch (SQLException e) {
                throw Problem.of("run.file.failed", path.toString());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return new RunRescue(last, lost);
        }
    }

    private static List<Sample> samples(RunFile file) {
        try {
            return file.samples().samples();
        } catch (Problem _) {
            return List.of();
        }
    }

    private static Findings findings(RunFile file) {
        try {
            return file.findings();
        } catch (Problem _) {
            return new Findings();
        }
    }

    private static RunAbout about(RunFile file) {
        try {
            return file.about();
        } catch (Problem _) {
            return RunAbout.NONE;
        }
    }
}
