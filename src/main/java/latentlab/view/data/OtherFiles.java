package latentlab.view.data;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import latentlab.lesson.Lesson;
import latentlab.library.LibraryKeeper;

/**
 * Opens files that are no data.
 *
 * @param run opens a saved run
 * @param lesson opens a lesson
 */
public record OtherFiles(Consumer<Path> run, Consumer<Path> lesson) {
    /** What the names of settings files end with. */
    static final String SETTINGS = ".json";

    /** @return whether it is one of them, and so has been opened */
    boolean open(Path file) {
        if (named(file, LibraryKeeper.SUFFIX)) {
            run.accept(file);
            return true;
        }
        if (named(file, Lesson.SUFFIX)) {
            lesson.accept(file);
            return true;
        }
        return false;
    }

    private static boolean named(Path file, String suffix) {
        return file.toString().endsWith(suffix);
    }

    /** @return the first of some files that has to be opened alone; null if none has */
    static Path alone(List<Path> files) {
        return files.stream()
                .filter(file ->
                        named(file, LibraryKeeper.SUFFIX) || named(file, Lesson.SUFFIX) || named(file, SETTINGS))
                .findFirst()
                .orElse(null);
    }
}
