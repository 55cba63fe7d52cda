package latentlab.view.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import latentlab.comparison.ComparedRun;
import latentlab.comparison.Comparison;
import latentlab.library.Entry;
import latentlab.run.file.RunFile;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import latentlab.view.words.RunTitles;

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
    static ComparedFiles read(List<Entry> entries, RunTitles titles, Progress progress) {
        List<String> names = titles.of(entries);
        List<ComparedRun> runs = new ArrayList<>();
        List<Entry> read = new ArrayList<>();
        List<Sentence> faults = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            progress.report((double) i / entries.size(), Sentence.of("view.comparison.reading", entries.size()));
            Entry entry = entries.get(i);
            try (RunFile saved = RunFile.open(entry.file())) {
                runs.add(ComparedRun.of(names.get(i), saved));
                read.add(entry);
            } catch (Problem problem) {
                faults.add(problem.sentence());
            }
        }
        return of(runs, read, faults, titles);
    }

    /** Whether they still have the titles that they are shown with. */
    boolean isCalledBy(RunTitles titles) {
        return comparison.runs().stream().map(ComparedRun::name).toList().equals(titles.of(entries));
    }

    /** @return the same runs as they are called now */
    ComparedFiles called(RunTitles titles) {
        return of(comparison.runs(), entries, faults, titles);
    }

    private static ComparedFiles of(
            List<ComparedRun> runs, List<Entry> entries, List<Sentence> faults, RunTitles titles) {
        List<String> names = titles.of(entries);
        List<ComparedRun> called = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            // One that is in no library is called by what tells it from the others here.
            called.add(titles.knows(entries.get(i)) ? runs.get(i).called(names.get(i)) : runs.get(i));
        }
        Comparison comparison = Comparison.of(called);
        return new ComparedFiles(
                comparison, List.copyOf(entries), called.isEmpty() ? List.of() : comparison.conclusions(), faults);
    }
}
