package latentlab.view.beside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latentlab.comparison.ComparedRun;
import latentlab.comparison.Comparison;
import latentlab.data.DataLoader;
import latentlab.data.Dataset;
import latentlab.engine.training.EpochResult;
import latentlab.library.Entry;
import latentlab.run.Run;
import latentlab.run.Runs;
import latentlab.run.file.RunFile;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * Saved runs that are open to be looked at, each with the data it was trained on.
 *
 * @param runs those that could be opened, in order; may be none
 * @param faults why each of the others could not
 */
record OpenRuns(List<Opened> runs, List<Sentence> faults) implements AutoCloseable {
    /**
     * @param run read from its file, which is closed with it
     * @param entry of that file
     * @param label in what it differs from the others, or the name that a person gave it; its file's name if neither
     * @param history of its epochs
     */
    record Opened(Run run, Entry entry, String label, List<EpochResult> history) {
        int last() {
            return history.size() - 1;
        }
    }

    OpenRuns {
        runs = List.copyOf(runs);
        faults = List.copyOf(faults);
    }

    /**
     * Loads data that several of them share once.
     *
     * @param known data that are loaded already
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    static OpenRuns open(List<Entry> entries, DataLoader loader, List<Dataset> known, Progress progress) {
        Map<String, Dataset> data = new HashMap<>();
        known.forEach(each -> data.put(each.identity().hash(), each));
        List<Run> runs = new ArrayList<>();
        List<Entry> read = new ArrayList<>();
        List<ComparedRun> compared = new ArrayList<>();
        List<Sentence> faults = new ArrayList<>();
        try {
            for (int i = 0; i < entries.size(); i++) {
                Progress part = progress.part((double) i / entries.size(), (i + 1.0) / entries.size());
                part.report(0, Sentence.of("view.beside.opening", entries.size()));
                Entry entry = entries.get(i);
                try {
                    RunFile file = RunFile.open(entry.file());
                    runs.add(Runs.toLookAt(file, data(file, loader, data, part)));
                    compared.add(ComparedRun.of(entry.name(), file));
                    read.add(entry);
                } catch (Problem problem) {
                    faults.add(problem.sentence());
                }
            }
            progress.report(1, Sentence.of("view.beside.opening", entries.size()));
        } catch (RuntimeException | Error e) {
            runs.forEach(Run::close);
            throw e;
        }
        Comparison comparison = Comparison.of(compared);
        List<Opened> opened = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            ComparedRun run = compared.get(i);
            opened.add(new Opened(runs.get(i), read.get(i), comparison.label(run), run.history()));
        }
        return new OpenRuns(opened, faults);
    }

    private static Dataset data(RunFile file, DataLoader loader, Map<String, Dataset> known, Progress progress)
            throws Problem {
        try {
            Dataset data = known.get(file.start().data().hash());
            if (data == null) {
                data = loader.load(file.start().data().request(), progress);
                file.check(data.identity());
                known.put(file.start().data().hash(), data);
            }
            return data;
        } catch (Problem | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    /** The last epoch of the longest. */
    int last() {
        return runs.stream().mapToInt(Opened::last).max().orElse(0);
    }

    /** Waits for a computation under way. */
    @Override
    public void close() {
        runs.forEach(each -> each.run().close());
    }
}
