package latentlab.view.library;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import latentlab.library.Entry;
import latentlab.library.Library;
import latentlab.library.LibraryChanges;
import latentlab.library.RunSummary;
import latentlab.library.Undo;
import latentlab.run.file.RunAbout;
import latentlab.session.Steps;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.view.FileSaving;
import latentlab.view.LongTasks;
import latentlab.view.LongTasks.LongTask;
import latentlab.view.Notices;
import latentlab.view.Notices.Notice;
import latentlab.view.Texts;
import latentlab.view.ViewContext;

/** Does what a person asks for with a run, by button, menu, key or mouse, and takes it back. */
final class RunActions {
    /** How many runs have room side by side. */
    private static final int MOST_BESIDE = 4;

    private final LibraryView view;
    private final Texts texts;
    private final Notices notices;
    private final FileSaving saving;
    private final LibraryChanges changes;
    private final LibraryUse use;
    private final LongTasks tasks;
    private final LongTasks shownTasks;
    private final Runnable refresh;
    private final Executor userInterface;
    private final Steps steps;
    private LongTask copying;

    /**
     * @param tasks one after the other, for changes of the library
     * @param refresh lists the library anew
     */
    RunActions(
            LibraryView view, ViewContext context, Library library, LibraryUse use, LongTasks tasks, Runnable refresh) {
        this.view = view;
        this.use = use;
        this.tasks = tasks;
        this.refresh = refresh;
        texts = context.texts();
        notices = context.notices();
        saving = context.saving();
        shownTasks = context.tasks();
        userInterface = context.userInterface();
        steps = context.steps();
        changes = new LibraryChanges(library, use.inUse(), view.titles::told);
        view.buttons.forEach((each, button) -> button.setOnAction(_ -> run(each)));
        view.sweeps.setOnAction(_ -> run(LibraryKeys.SWEEPS));
        for (Map<LibraryKeys, MenuItem> items : List.of(view.items, view.contextItems)) {
            items.forEach((each, item) -> item.setOnAction(_ -> run(each)));
        }
        view.list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<Entry>) _ -> allow());
        view.list.getItems().addListener((ListChangeListener<Entry>) _ -> allow());
        texts.messagesProperty().subscribe(this::allow);
        view.bringIn.setOnAction(_ -> {
            Path chosen = saving.picker().openFile(texts.get("view.library.import.ask"));
            if (chosen != null) {
                bringIn(List.of(chosen));
            }
        });
        acceptDrops();
        offerDrags();
    }

    private void allow() {
        List<Entry> selected = view.list.selected();
        sayHow(selected);
        view.buttons.forEach((each, button) -> button.setDisable(!goesWith(each, selected)));
        for (Map<LibraryKeys, MenuItem> items : List.of(view.items, view.contextItems)) {
            items.forEach((each, item) -> item.setDisable(each.ofRuns() && !goesWith(each, selected)));
        }
    }

    /** A button that is grey says nothing itself. */
    private void sayHow(List<Entry> selected) {
        long readable = selected.stream().filter(Entry::readable).count();
        boolean few = readable < 2
                && view.list.getItems().stream().filter(Entry::readable).count() > 1;
        view.several.setVisible(few || readable > MOST_BESIDE);
        view.several.setText(texts.get(few ? "view.library.several" : "view.library.several.beside"));
    }

    /** A run that cannot be read can still be found in its folder, and deleted. */
    private static boolean goesWith(LibraryKeys each, List<Entry> selected) {
        if (each.ofSeveral()) {
            long readable = selected.stream().filter(Entry::readable).count();
            return readable > 1 && (each == LibraryKeys.COMPARE || readable <= MOST_BESIDE);
        }
        if (each == LibraryKeys.PARENT) {
            return selected.size() == 1
                    && selected.getFirst().readable()
                    && selected.getFirst().run().from() != null;
        }
        return selected.size() == 1
                && (selected.getFirst().readable() || each == LibraryKeys.DELETE || each == LibraryKeys.FOLDER);
    }

    /** Does it with the selected runs, if they are such as it can be done with. */
    void run(LibraryKeys what) {
        List<Entry> selected = view.list.selected();
        if (what.ofRuns() && !goesWith(what, selected)) {
            return;
        }
        Entry entry = selected.isEmpty() ? null : selected.getFirst();
        switch (what) {
            case OPEN -> use.open().accept(entry.file());
            case STAR -> {
                boolean star = !entry.run().about().star();
                change(() -> changes.star(entry, star), null);
            }
            case RENAME ->
                ask(what, false, about(entry).name(), text -> change(() -> changes.rename(entry, text), null));
            case NOTE -> ask(what, true, about(entry).note(), text -> change(() -> changes.note(entry, text), null));
            case TAGS ->
                ask(
                        what,
                        false,
                        String.join(", ", about(entry).tags()),
                        text -> change(() -> changes.tag(entry, text), null));
            case DUPLICATE -> use.duplicate().accept(entry.run());
            case START -> use.start().accept(entry, view.titles.told(entry));
            case DELETE ->
                change(() -> changes.delete(entry), Sentence.of("view.library.deleted", view.titles.told(entry)));
            case EXPORT -> export(entry);
            case COMPARE -> use.compare().accept(selected);
            case BESIDE ->
                use.beside().accept(selected.stream().filter(Entry::readable).toList());
            case PARENT -> goToParent(entry.run());
            // After the key that asks for it, which would be typed into the form.
            case SWEEPS -> userInterface.execute(use.sweeps());
            case FOLDER -> saving.show().accept(entry.file().getParent());
            case UNDO -> undo();
            case REDO -> redo();
            case SEARCH -> view.search.requestFocus();
        }
    }

    /** Selects the run that another has left, though it was not looked for. */
    void goToParent(RunSummary run) {
        Entry parent = view.parentage.of(run);
        if (parent == null) {
            notices.show(Notice.problem(Sentence.of("view.library.parent.gone"), null));
            return;
        }
        if (!view.list.getItems().contains(parent)) {
            view.search.clear();
        }
        view.list.getSelectionModel().clearSelection();
        view.list.getSelectionModel().select(parent);
        view.list.scrollTo(parent);
        view.list.requestFocus();
    }

    private static RunAbout about(Entry entry) {
        return entry.run().about();
    }

    private void ask(LibraryKeys what, boolean lines, String before, Consumer<String> done) {
        EditCard card = new EditCard(what, lines, before, texts, text -> {
            view.list.requestFocus();
            if (!text.strip().equals(before)) {
                done.accept(text);
            }
        });
        // After the key that asks for it has been let through, which would be typed into the card.
        userInterface.execute(() -> card.show(view.line));
    }

    /** A change of the library, which accesses the disk. */
    private interface Change {
        Undo make() throws Problem;
    }

    /** @param told what to say afterwards, with the offer to take it back; null for nothing */
    private void change(Change change, Sentence told) {
        tasks.start(Sentence.of("view.library.changing"), _ -> change.make(), undo -> {
            Steps.Step step = made(undo);
            if (told != null) {
                tell(told, Sentence.of("view.library.undo"), () -> undo(step));
            }
        });
    }

    private void tell(Sentence what, Sentence wayOut, Runnable action) {
        notices.show(new Notice(Notices.Kind.DONE, what, wayOut, action, null));
    }

    private Steps.Step made(Undo undo) {
        Steps.Step step = new LibraryStep(undo);
        steps.made(step);
        refresh.run();
        return step;
    }

    /** Takes a change back that has just been told of. */
    private void undo(Steps.Step step) {
        steps.undo(step, this::undone);
    }

    private void undo() {
        steps.undo(this::undone);
    }

    private void undone(Sentence what) {
        tell(Sentence.of("view.library.undone", what), Sentence.of("view.library.redo"), this::redo);
    }

    private void redo() {
        steps.redo(
                what -> tell(Sentence.of("view.library.redone", what), Sentence.of("view.library.undo"), this::undo));
    }

    /** A change of the library's files, one of which waits for another on the disk. */
    private final class LibraryStep implements Steps.Step {
        private final Sentence what;
        /** The other way from where the files are; read and written by the tasks, one after the other. */
        private volatile Undo other;

        LibraryStep(Undo undo) {
            what = undo.what();
            other = undo;
        }

        @Override
        public Sentence what() {
            return what;
        }

        @Override
        public void undo(Runnable done) {
            tasks.start(
                    Sentence.of("view.library.changing"),
                    _ -> {
                        other = other.run();
                        return other;
                    },
                    _ -> {
                        refresh.run();
                        done.run();
                    });
        }

        @Override
        public void redo(Runnable done) {
            undo(done);
        }
    }

    private void export(Entry entry) {
        String ending = Library.ENDING.substring(1);
        Path to = saving.picker()
                .save(texts.get("view.library.export.ask"), fileName(entry), ending, saving.mayReplace());
        if (to != null) {
            copying = shownTasks.start(
                    Sentence.of("view.library.exporting", view.titles.told(entry)),
                    _ -> {
                        LibraryChanges.export(entry, to);
                        return to;
                    },
                    _ -> tell(
                            Sentence.of(
                                    "view.library.exported", to.getFileName().toString()),
                            Sentence.of("view.export.show"),
                            () -> saving.show().accept(to.toAbsolutePath().getParent())));
        }
    }

    /** The run's name, without what some system does not allow in names of files. */
    private static String fileName(Entry entry) {
        String name = entry.name().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ").strip();
        return (name.isEmpty() || name.startsWith(".") ? entry.run().id() : name) + Library.ENDING;
    }

    private void bringIn(List<Path> files) {
        for (Path each : files) {
            copying = shownTasks.start(
                    Sentence.of("view.library.importing", each.getFileName().toString()),
                    progress -> changes.bringIn(each, progress),
                    undo -> {
                        Steps.Step step = made(undo);
                        tell(
                                Sentence.of(
                                        "view.library.imported",
                                        each.getFileName().toString()),
                                Sentence.of("view.library.undo"),
                                () -> undo(step));
                    });
        }
    }

    /** @return whether a file is being copied */
    boolean writing() {
        return copying != null && shownTasks.running().contains(copying);
    }

    /** Files that are dropped elsewhere in the window are data. */
    private void acceptDrops() {
        view.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (!dropped(event).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        view.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<Path> files = dropped(event);
            if (!files.isEmpty()) {
                bringIn(files);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    /** @return run files from elsewhere that are dropped */
    private static List<Path> dropped(DragEvent event) {
        return event.getGestureSource() != null
                ? List.of()
                : event.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(Library.ENDING))
                        .toList();
    }

    /** @return what other programs get of runs that are dragged to them: their files */
    static ClipboardContent dragged(List<Entry> runs) {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(runs.stream().map(entry -> entry.file().toFile()).toList());
        return content;
    }

    private void offerDrags() {
        view.list.setOnDragDetected(event -> {
            List<Entry> selected = view.list.selected();
            if (!selected.isEmpty()) {
                Dragboard board = view.list.startDragAndDrop(TransferMode.COPY);
                board.setContent(dragged(selected));
                event.consume();
            }
        });
    }
}
