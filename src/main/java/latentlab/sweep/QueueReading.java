package latentlab.sweep;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import latentlab.text.Problem;
import latentlab.text.Sentence;

/** The sweeps of a queue as they were left; where its file is of no use, as they can be found. */
final class QueueReading {
    private static final Logger LOG = System.getLogger(QueueReading.class.getName());

    private QueueReading() {}

    /** @param told hears why the file could not be read, if it could not */
    static List<QueuedSweep> of(Path library, QueueFile file, Consumer<Sentence> told) {
        try {
            return file.read().stream()
                    .map(item -> QueuedSweep.read(library.resolve(item.folder()), item))
                    .toList();
        } catch (Problem problem) {
            LOG.log(Level.WARNING, problem.getMessage(), problem);
            told.accept(problem.sentence());
            setAside(file);
            return found(library);
        }
    }

    /** It will be written anew, and may be of use to a newer version of the program. */
    private static void setAside(QueueFile file) {
        Path aside = file.path().resolveSibling("sweeps " + System.currentTimeMillis() + ".json");
        try {
            Files.move(file.path(), aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "stays in its place", e);
        }
    }

    /** @return what there is without a queue's file: sweeps whose plans tell of trials that have not ended */
    private static List<QueuedSweep> found(Path library) {
        List<QueuedSweep> all = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(library, Files::isDirectory)) {
            for (Path each : folders) {
                if (Files.exists(each.resolve(PlanFile.NAME))) {
                    QueueFile.Item item = new QueueFile.Item(
                            each.getFileName().toString(),
                            Sweep.usualWorkers(),
                            false,
                            true,
                            List.of(),
                            List.of(),
                            List.of());
                    QueuedSweep sweep = QueuedSweep.read(each, item);
                    if (sweep.open()) {
                        all.add(sweep);
                    }
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "no sweeps are found", e);
        }
        return all;
    }
}
