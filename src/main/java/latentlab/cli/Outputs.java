package latentlab.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import latentlab.export.EpochRange;
import latentlab.export.Export;
import latentlab.export.ExportOption;
import latentlab.export.OutputFile;
import latentlab.run.Run;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;

/**
 * The files a training run leaves.
 *
 * @param files path of each export, in the order in which they are written
 * @param chosen options of the exports that the user has chosen
 * @param images that the grid is to show
 * @param words what the user says in a report; null for the note that the run has
 */
public record Outputs(
        SequencedMap<Export, Path> files, Map<ExportOption, Integer> chosen, AskedImages images, String words) {
    /** With the images that the notebook would show, and the run's own note in a report. */
    public Outputs(SequencedMap<Export, Path> files, Map<ExportOption, Integer> chosen) {
        this(files, chosen, AskedImages.NOTEBOOK, null);
    }

    /** Whether one of them is an animation of the epochs. */
    boolean animated() {
        return files.keySet().stream().anyMatch(Export::animated);
    }

    /** @throws Problem for the first that cannot be written, or that would overwrite another */
    public void check() throws Problem {
        check(files.values().toArray(Path[]::new));
    }

    /** @throws Problem if one of them would overwrite a file that is read */
    public void spare(Path read) throws Problem {
        spare(List.of(read), files.values().toArray(Path[]::new));
    }

    /** @param named files to write; null for those not asked for */
    public static void spare(Collection<Path> read, Path... named) throws Problem {
        List<Path> places =
                read.stream().map(file -> file.toAbsolutePath().normalize()).toList();
        for (Path file : named) {
            if (file != null && places.contains(file.toAbsolutePath().normalize())) {
                throw Problem.of("cli.output.twice", file.toString());
            }
        }
    }

    /** Like {@link #check()}, with one more file that will be written. */
    public void checkWith(Path more) throws Problem {
        check(Stream.concat(files.values().stream(), Stream.of(more)).toArray(Path[]::new));
    }

    /**
     * @param named paths; null for those not asked for
     * @throws Problem for the first that cannot be written, or that would overwrite another
     */
    public static void check(Path... named) throws Problem {
        List<Path> files = Stream.of(named).filter(Objects::nonNull).toList();
        for (Path file : files) {
            OutputFile.check(file);
        }
        List<Path> places =
                files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
        for (int i = 0; i < places.size(); i++) {
            if (places.indexOf(places.get(i)) < i && !OutputFile.isDevice(places.get(i))) {
                throw Problem.of("cli.output.twice", files.get(i).toString());
            }
        }
    }

    /**
     * Writes all files; if one fails, the others are still written.
     *
     * @param range of epochs, for files that are of some or of one of them
     * @param done receives what there is to say of each file that is done: one that was there before is not replaced
     *     in silence
     * @return what went wrong
     * @throws java.util.concurrent.CancellationException if the progress has been cancelled
     */
    public List<Problem> write(
            Run run, EpochRange range, Messages messages, Progress progress, Consumer<Sentence> done) {
        Export.Subject subject =
                new Export.Subject(run, run.history(), run.rateChanges(), chosen, range).withWords(words);
        List<Problem> problems = new ArrayList<>();
        try {
            Export.Subject asked = shown(subject, progress);
            files.forEach((export, file) -> {
                boolean replaced = Files.isRegularFile(file);
                try {
                    List<Sentence> remarks = export.write(file, asked, messages, progress);
                    done.accept(Sentence.of(replaced ? "cli.replaced" : "cli.written", file.toString()));
                    remarks.forEach(done);
                } catch (Problem problem) {
                    problems.add(problem);
                }
            });
        } catch (Problem problem) {
            problems.add(problem);
        }
        return problems;
    }

    private Export.Subject shown(Export.Subject subject, Progress progress) throws Problem {
        if (images.equals(AskedImages.NOTEBOOK)) {
            return subject;
        }
        // Nothing is looked up for those that need no epoch.
        int epoch = images.ofEpoch() ? subject.epoch() : 0;
        return subject.with(images.of(subject.run(), epoch, () -> {
            progress.report(-1, Sentence.of("cli.images.progress"));
            return true;
        }));
    }
}
