package latentlab.library;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import latentlab.engine.training.BestEpoch;
import latentlab.engine.training.EpochResult;
import latentlab.library.RunFiles.Found;
import latentlab.run.file.RunFile;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** Reads what the library shows of a run from its file. */
final class SummaryReader {
    private static final Logger LOG = System.getLogger(SummaryReader.class.getName());

    private SummaryReader() {}

    /** @return what is in a file, or why it cannot be read */
    static Entry entry(Found file) {
        try {
            return new Entry(file.file(), file.bytes(), file.changed(), read(file.file()), null);
        } catch (Problem problem) {
            return new Entry(file.file(), file.bytes(), file.changed(), null, problem.sentence());
        }
    }

    /** @throws Problem if it is no run file, a newer one, damaged, or cannot be read */
    static RunSummary read(Path path) throws Problem {
        try (RunFile file = RunFile.open(path)) {
            return summary(file);
        } catch (RuntimeException e) {
            // Whatever a file says, the others are listed.
            LOG.log(Level.WARNING, path + " says what nobody expects", e);
            throw new Problem(Sentence.of("run.file.damaged", path.toString()), e);
        }
    }

    private static RunSummary summary(RunFile file) throws Problem {
        List<EpochResult> history = file.history();
        int best = BestEpoch.of(history);
        return new RunSummary(
                file.start().id(),
                file.about(),
                file.created(),
                file.config(),
                file.start().data().name(),
                file.start().data().request(),
                history.size() - 1,
                best < 0 ? Double.NaN : history.get(best).validLoss(),
                best,
                file.errors().get(history.size() - 1),
                thinned(history),
                history.stream().mapToDouble(EpochResult::seconds).sum(),
                Thumbnails.of(file.samples()),
                file.start().from());
    }

    private static List<Double> thinned(List<EpochResult> history) {
        int count = Math.min(RunSummary.MOST_LOSSES, history.size());
        List<Double> losses = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long place = count < 2 ? 0 : Math.round(i * (history.size() - 1.0) / (count - 1));
            losses.add(history.get(Math.toIntExact(place)).validLoss());
        }
        return losses;
    }
}
