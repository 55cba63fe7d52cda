package latentlab.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import latentlab.engine.settings.TrainingConfig;
import latentlab.run.file.SavedRuns;
import latentlab.text.Problem;
import latentlab.text.Progress;

/** A library in a folder of a test's own, with runs made of one that was trained. */
final class Shelves {
    static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(4).withEpochs(4);
    /** Before all tests, and so long ago that nobody can be training any more. */
    static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

    private static Path trained;

    final Path folder;
    final Library library;

    /** @param folder that need not be there */
    Shelves(Path folder) {
        this.folder = folder;
        library = new Library(folder);
    }

    static Clock at(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }

    private static synchronized Path trained() {
        if (trained == null) {
            try {
                Path into = Files.createTempDirectory("latent-lab-shelves-");
                trained = into.resolve("trained.latentlab");
                SavedRuns.train(trained, CONFIG);
                trained.toFile().deleteOnExit();
                into.toFile().deleteOnExit();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return trained;
    }

    /** Adds a run that began some days after {@link #THEN}, with its id as its file's name. */
    Path add(String id, int day) {
        return add(id + Library.ENDING, id, day, config -> config);
    }

    Path add(String name, String id, int day, UnaryOperator<TrainingConfig> settings) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Instant moment = THEN.plus(Duration.ofDays(day));
            SavedRuns.copy(trained(), file, id, moment, settings.apply(CONFIG));
            Files.setLastModifiedTime(file, FileTime.from(moment));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Entry> entries() throws Problem {
        return library.list(Progress.NONE).entries();
    }

    /** As another start of the program lists them. */
    List<Entry> entriesAnew() throws Problem {
        return new Library(folder).list(Progress.NONE).entries();
    }

    Entry entry(String id) throws Problem {
        return entries().stream()
                .filter(each -> each.readable() && each.run().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
