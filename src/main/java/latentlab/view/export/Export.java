package latentlab.view.export;

import java.nio.file.Path;
import java.util.List;
import latentlab.engine.training.EpochResult;
import latentlab.run.RateChange;
import latentlab.run.Run;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * Something that can be saved of a run.
 *
 * @param id names its menu item and its sentences
 * @param fileName proposed
 * @param extension of the file
 * @param writer writes it, off the user interface's thread
 */
public record Export(String id, String fileName, String extension, Writer writer) {
    /**
     * A run as it stands when the export begins; training goes on meanwhile.
     *
     * @param history of epochs so far, from epoch 0 on
     * @param frameMillis time a frame of an animation stays
     */
    public record Subject(Run run, List<EpochResult> history, List<RateChange> rateChanges, int frameMillis) {}

    /** Whether it shows the epochs themselves, so that it can only have those that are kept. */
    boolean animation() {
        return extension.equals("gif");
    }

    /** Writes a file or says why not. */
    @FunctionalInterface
    public interface Writer {
        void write(Path file, Subject subject, Messages messages, Progress progress) throws Problem;
    }
}
