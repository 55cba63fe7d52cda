package latentlab.export.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import latentlab.engine.training.EpochResult;
import latentlab.export.EpochRange;
import latentlab.export.Export;
import latentlab.export.Export.Subject;
import latentlab.text.Messages;
import latentlab.text.Problem;
import latentlab.text.Progress;

/**
 * How large a file will be, found by writing it. Of an animation of very many epochs only some are written, and the
 * others are taken to be as large: stretches of neighbours from all parts of the run, since formats that leave out what
 * stays the same make neighbours smaller than strangers.
 */
final class FileSize {
    /** Epochs up to which all are written. */
    static final int WHOLE = 64;

    private static final int STRETCHES = 4;
    private static final int STRETCH = 16;

    private final Path file;
    private final Export export;
    private final Messages messages;
    private final Progress progress;

    /** @param file written to, whatever is there; afterwards it has all or the first of the epochs */
    FileSize(Path file, Export export, Messages messages, Progress progress) {
        this.file = file;
        this.export = export;
        this.messages = messages;
        this.progress = progress;
    }

    /** @return about how many bytes it takes */
    long of(Subject subject) throws Problem, IOException {
        List<EpochResult> epochs = export.animated() ? subject.epochs() : List.of();
        if (epochs.size() <= WHOLE) {
            return written(subject);
        }
        long first = 0;
        long more = 0;
        for (int i = STRETCHES - 1; i >= 0; i--) {
            int from = (int) ((long) i * (epochs.size() - STRETCH) / (STRETCHES - 1));
            first = written(part(subject, epochs, from, from));
            more += written(part(subject, epochs, from, from + STRETCH - 1)) - first;
        }
        return first + more * (epochs.size() - 1) / (STRETCHES * (STRETCH - 1));
    }

    private static Subject part(Subject subject, List<EpochResult> epochs, int from, int to) {
        EpochRange range = new EpochRange(
                epochs.get(from).epoch(),
                epochs.get(to).epoch(),
                subject.range().step());
        return subject.within(range);
    }

    private long written(Subject subject) throws Problem, IOException {
        export.writer().write(file, subject, messages, progress);
        return Files.size(file);
    }
}
