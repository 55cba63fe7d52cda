package latentlab.view.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import latentlab.comparison.ComparedRun;
import latentlab.comparison.Comparison;
import latentlab.library.Entry;
import latentlab.run.file.RunFile;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * What has come of reading several runs.
 *
 * @param comparison of those that could be read, in order; may be none
 * @param entries of these
 * @param conclusions from it
 * @param faults why each of the others could not be read
 */
record ComparedFiles(Comparison comparison, List<Entry> entries, List<Sentence> conclusions, List<Sentence> faults) {
    /** Of a run, by its place in the comparison. */
    Path file(int run) {
        return entries.get(run).file();
    }

    /** Reads their records, which a cancel ends between two files. */
    static ComparedFiles read(List<Entry> entries, Progress progress) {
        Map<String, Integer> names = new HashMap<>();
        entries.forEach(entry -> names.merge(entry.name(), 1, Integer::sum));
        List<ComparedRun> runs = new ArrayList<>();
        List<Entry> read = new ArrayList<>();
        List<Sentence> faults = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            progress.report((double) i / entries.size(), Sentence.of("view.comparison.reading", entries.size()));
            Entry entry = entries.get(i);
            String file = entry.file().getFileName().toString();
            String name = names.get(entry.name()) > 1 ? entry.name() + " (" + file + ")" : entry.name();
            try (RunFile saved = RunFile.open(entry.file())) {
                runs.add(ComparedRun.of(name, saved));
                read.add(entry);
            } catch (Problem problem) {
                faults.add(problem.sentence());
            }
        }
        Comparison comparison = Comparison.of(runs);
        return new ComparedFiles(
                comparison, List.copyOf(read), runs.isEmpty() ? List.of() : comparison.conclusions(), faults);
    }
}
