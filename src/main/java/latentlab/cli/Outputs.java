package latentlab.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import latentlab.engine.model.ModelSummary;
import latentlab.engine.settings.Setting;
import latentlab.export.AnimationGif;
import latentlab.export.EpochTableCsv;
import latentlab.export.LossPlot;
import latentlab.export.OutputFile;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * The files a command leaves; null for those nobody asked for.
 *
 * @param gif animation
 * @param gifMap animation with the latent map
 * @param csv epoch table
 * @param plot loss curves
 * @param summary model summary
 * @param frameMillis how long the animations show an epoch
 */
record Outputs(Path gif, Path gifMap, Path csv, Path plot, Path summary, int frameMillis) {
    /** Whether there is one that shows the epochs themselves. */
    boolean animated() {
        return gif != null || gifMap != null;
    }

    /** @throws Problem for the first that could not be written, or that would overwrite another */
    void check() throws Problem {
        check(gif, gifMap, csv, plot, summary);
    }

    /**
     * @param named names of files; null for those nobody asked for
     * @throws Problem for the first that could not be written, or that would overwrite another
     */
    static void check(Path... named) throws Problem {
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
     * Writes them all; one that fails does not keep the others from being written.
     *
     * @param written hears of each file that is done
     * @return what went wrong
     */
    List<Problem> write(Training training, Messages messages, Progress progress, Consumer<Path> written) {
        List<Problem> problems = new ArrayList<>();
        step(csv, () -> EpochTableCsv.write(csv, training.run().history()), written, problems);
        step(
                plot,
                () -> LossPlot.write(
                        plot,
                        training.run().config().get(Setting.LOSS),
                        training.run().history(),
                        training.run().rateChanges(),
                        messages),
                written,
                problems);
        step(
                gif,
                () -> AnimationGif.write(
                        gif, training.run(), training.run().history(), frameMillis, messages, progress),
                written,
                problems);
        step(
                gifMap,
                () -> AnimationGif.writeWithMap(
                        gifMap, training.run(), training.run().history(), frameMillis, messages, progress),
                written,
                problems);
        step(summary, () -> OutputFile.write(summary, out -> out.write(text(training))), written, problems);
        return problems;
    }

    private static byte[] text(Training training) {
        return ModelSummary.text(training.run().model()).getBytes(StandardCharsets.UTF_8);
    }

    private interface Work {
        void run() throws Problem;
    }

    private static void step(Path file, Work work, Consumer<Path> written, List<Problem> problems) {
        if (file == null) {
            return;
        }
        try {
            work.run();
            written.accept(file);
        } catch (Problem problem) {
            problems.add(problem);
        }
    }
}
