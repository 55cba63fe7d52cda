package latentlab.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import latentlab.library.Bin;
import latentlab.library.Library;
import latentlab.library.LibraryKeeper;
import latentlab.library.Room;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.view.LongTasks;
import latentlab.view.Notices;

/** The library of the window, and what keeps its runs there. */
final class SavedRuns {
    final Library library;
    final LibraryKeeper keeper;
    private final LongTasks tasks;
    private final Notices notices;
    private volatile Predicate<Path> spared = _ -> false;

    /**
     * @param wanted whether runs are kept; changed on the user interface's thread
     * @param tasks of the window
     */
    SavedRuns(Path folder, ObjectProperty<Boolean> wanted, LongTasks tasks, Notices notices) {
        this.tasks = tasks;
        this.notices = notices;
        AtomicBoolean kept = new AtomicBoolean();
        wanted.subscribe(kept::set);
        library = new Library(folder);
        keeper = new LibraryKeeper(folder, kept::get, this::makeRoom);
    }

    /** @param uses whether a file is needed by something else of the window, and has to stay; asked on any thread */
    void spare(Predicate<Path> uses) {
        spared = uses;
    }

    boolean writes(Path file) {
        return file.equals(keeper.writing());
    }

    /** Removes the oldest runs where there are too many, off the worker that has begun another one, and says so. */
    private List<Sentence> makeRoom(Path begun) {
        Platform.runLater(() -> tasks.start(
                Sentence.of("view.library.room"),
                progress -> {
                    List<Sentence> gone = new ArrayList<>(new Bin(library).removeOld());
                    try {
                        gone.addAll(new Room(library, file -> file.equals(begun) || writes(file) || spared.test(file))
                                .makeRoom(Room.USUAL, progress));
                    } catch (Problem problem) {
                        // What went before it is told all the same.
                        gone.add(problem.sentence());
                    }
                    return gone;
                },
                said -> said.forEach(each -> notices.show(Notices.Notice.problem(each, null)))));
        return List.of();
    }
}
