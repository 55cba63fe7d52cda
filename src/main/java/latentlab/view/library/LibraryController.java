package latentlab.view.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import javafx.util.Duration;
import latentlab.library.Entry;
import latentlab.library.Library;
import latentlab.library.Library.Listing;
import latentlab.library.Query;
import latentlab.library.SortOrder;
import latentlab.run.findings.Said;
import latentlab.session.TrainingModel;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import latentlab.view.Choices;
import latentlab.view.LongTasks;
import latentlab.view.LongTasks.LongTask;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.words.RunTitles;

/**
 * Lists the runs of a library, keeps the list up to date while somebody looks at it, and finds runs by what is typed.
 */
public final class LibraryController implements AutoCloseable {
    /** How often the folder is looked at while the library is in sight. */
    private static final Duration LOOK = Duration.seconds(3);
    /** Time after which reading is shown. */
    private static final Duration LONG = Duration.millis(400);

    private final LibraryView view;
    private final TrainingModel model;
    private final Texts texts;
    private final Library library;
    /** One thread, so that the runs are changed in the order in which a person asked for it. */
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("library").daemon().factory());

    private final LongTasks tasks;
    private final Timeline looking = new Timeline(new KeyFrame(LOOK, _ -> refresh()));
    private final PauseTransition patience = new PauseTransition(LONG);
    private final RunActions actions;
    /** A reference, since a binding without one is garbage-collected. */
    private final ObservableValue<Boolean> inSight;
    /** Null before the first. */
    private Look seen;

    private LongTask reading;
    /** Whether something has changed since the listing under way began. */
    private boolean again;

    /**
     * @param titles what its runs are called, which is told to these
     * @param use what the rest of the window does for it
     */
    public static LibraryController in(ViewContext context, Library library, RunTitles titles, LibraryUse use) {
        return new LibraryController(
                new LibraryView(context.texts(), context.colours(), titles), context, library, use);
    }

    private LibraryController(LibraryView view, ViewContext context, Library library, LibraryUse use) {
        this.view = view;
        this.library = library;
        texts = context.texts();
        tasks = new LongTasks(thread, context.userInterface(), context.notices());
        model = context.model();
        actions = new RunActions(view, context, library, use, tasks, this::refresh);
        view.sort.getItems().setAll(SortOrder.values());
        Choices.words(view.sort, texts, order -> texts.get("view.library.sort." + word(order)));
        view.sort.setValue(SortOrder.DATE);
        view.sort.valueProperty().subscribe(_ -> show());
        view.search.textProperty().subscribe(_ -> show());
        texts.messagesProperty().subscribe(this::show);
        view.search.setOnAction(_ -> view.list.requestFocus());
        // Before the list, which would take Enter for itself.
        view.list.addEventFilter(KeyEvent.KEY_PRESSED, this::take);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::take);
        view.list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                actions.run(LibraryKeys.OPEN);
            }
        });
        view.cancel.setOnAction(_ -> cancel());
        view.parentage.setOnGo(actions::goToParent);
        patience.setOnFinished(_ -> view.reading.setVisible(reading != null));
        looking.setCycleCount(Animation.INDEFINITE);
        inSight = inSight();
        inSight.subscribe(this::follow);
    }

    private static String word(SortOrder order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    public LibraryView view() {
        return view;
    }

    /** Visible, in a window that a person is looking at. */
    private ObservableValue<Boolean> inSight() {
        ObservableValue<Boolean> focused = view.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::focusedProperty)
                .orElse(false);
        return Bindings.createBooleanBinding(
                () -> view.isVisible() && focused.getValue(), view.visibleProperty(), focused);
    }

    private void follow(boolean seen) {
        if (seen) {
            looking.play();
            refresh();
        } else {
            looking.stop();
        }
    }

    /** Lists the library anew, as after a run has been saved. */
    public void refresh() {
        if (thread.isShutdown()) {
            return;
        }
        if (reading != null && tasks.running().contains(reading)) {
            again = true;
            return;
        }
        again = false;
        patience.playFromStart();
        reading = tasks.start(Sentence.of("view.library.reading"), this::look, this::looked);
        view.progress.progressProperty().bind(reading.fractionProperty());
    }

    /** What has come of a look at the library: a listing, or why there is none. */
    private record Look(Listing listing, Sentence fault) {}

    private Look look(Progress progress) {
        try {
            return new Look(library.list(progress), null);
        } catch (Problem problem) {
            // Shown in place of the list for as long as it lasts; a log would have it again and again.
            return new Look(null, problem.sentence());
        }
    }

    private void looked(Look now) {
        ended();
        if (!now.equals(seen)) {
            boolean first = seen == null;
            seen = now;
            tellRuns();
            view.titles.know(all());
            show();
            // While there was no list to have it, the field had the focus, and would take the keys of runs as letters.
            if (first && view.search.isFocused() && view.search.getText().isEmpty() && view.list.isVisible()) {
                view.list.requestFocus();
            }
        }
        if (again) {
            refresh();
        }
    }

    /** What is said here of a run that is in the window too is to be said there, and not to be overwritten. */
    private void tellRuns() {
        for (Entry entry : all()) {
            model.trainedRuns().stream()
                    .filter(run ->
                            entry.readable() && run.id().equals(entry.run().id()))
                    .forEach(run -> run.findings()
                            .read(new Said(
                                    entry.run().about().name(),
                                    entry.run().about().note())));
        }
    }

    private void ended() {
        reading = null;
        patience.stop();
        view.reading.setVisible(false);
    }

    /** Shows what has been read before; the rest is read when the library comes into sight the next time. */
    private void cancel() {
        if (reading != null) {
            reading.cancel();
            ended();
            looking.stop();
            show();
        }
    }

    private List<Entry> all() {
        return seen == null || seen.listing() == null
                ? List.of()
                : seen.listing().entries();
    }

    /** Shows what is looked for, the selected runs still selected. */
    private void show() {
        List<Entry> all = all();
        view.parentage.know(all);
        Query query = new Query(view.search.getText(), texts::get, all, view.titles::of);
        List<Entry> found = all.stream()
                .filter(query::matches)
                .sorted(view.sort
                        .getValue()
                        .comparator(texts.messagesProperty().get().locale(), view.titles::of))
                .toList();
        Set<Path> selected = view.list.selected().stream().map(Entry::file).collect(Collectors.toSet());
        if (!found.equals(view.list.getItems())) {
            view.list.getItems().setAll(found);
            select(selected, found);
        } else {
            // A run that is not among them, but is the parent of one, may have gone or have another name.
            view.list.refresh();
        }
        view.list.setVisible(!found.isEmpty());
        view.empty.setVisible(found.isEmpty());
        view.empty.setText(texts.get(whyEmpty(all)));
        view.line.setText(line(query, found.size(), all.size()));
        view.search.setAccessibleHelp(view.line.getText());
    }

    private void select(Set<Path> files, List<Entry> found) {
        view.list.getSelectionModel().clearSelection();
        for (Entry each : found) {
            if (files.contains(each.file())) {
                view.list.getSelectionModel().select(each);
            }
        }
    }

    private Sentence whyEmpty(List<Entry> all) {
        if (seen == null) {
            return Sentence.of("view.library.reading");
        }
        if (seen.fault() != null) {
            return seen.fault();
        }
        return Sentence.of(all.isEmpty() ? "view.library.empty" : "view.library.notFound");
    }

    private String line(Query query, int found, int all) {
        List<Sentence> remarks = query.notUnderstood();
        if (remarks.isEmpty() && seen != null && seen.listing() != null) {
            remarks = seen.listing().remarks();
        }
        if (!remarks.isEmpty()) {
            return String.join(" ", remarks.stream().map(texts::get).toList());
        }
        return texts.get(found == all ? "view.library.count" : "view.library.found", found, all);
    }

    /** Keys that nothing in the library has needed itself: in its search field, letters are letters. */
    private void take(KeyEvent event) {
        for (LibraryKeys each : LibraryKeys.values()) {
            boolean here = !each.isLetter() && !each.ofRuns() || view.list.isFocused();
            if (here && each.match(event)) {
                if (each == LibraryKeys.SEARCH) {
                    view.search.requestFocus();
                } else {
                    actions.run(each);
                }
                event.consume();
                return;
            }
        }
    }

    /** @return whether a file is being copied into the library or out of it */
    public boolean writing() {
        return actions.writing();
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        looking.stop();
        tasks.cancelAll();
        thread.shutdown();
    }
}
