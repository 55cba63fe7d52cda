package latentlab.view.sweep;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.util.Duration;
import latentlab.data.DataLoader;
import latentlab.data.Dataset;
import latentlab.engine.settings.Setting;
import latentlab.library.Entry;
import latentlab.run.RunState;
import latentlab.run.store.EpochStores;
import latentlab.session.TrainingModel;
import latentlab.sweep.Plan;
import latentlab.sweep.SweepLook;
import latentlab.sweep.SweepQueue;
import latentlab.sweep.TrialLook;
import latentlab.text.Problem;
import latentlab.text.Sentence;
import latentlab.view.Notices;
import latentlab.view.Notices.Notice;
import latentlab.view.Texts;
import latentlab.view.ViewContext;
import latentlab.view.sweep.SweepTable.Row;

/**
 * Starts sweeps, shows how far they have come, and does what a person asks for with them. The window's own training
 * goes first: while it lasts, sweeps are held back.
 */
public final class SweepController implements AutoCloseable {
    /** Time from one look at the queue to the next: trials may have hundreds of epochs a second. */
    private static final Duration LOOK = Duration.millis(200);

    /** Time from one look at what other windows do to the queue to the next, while it is in sight. */
    private static final Duration REFRESH = Duration.seconds(3);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss", Locale.ROOT);

    private final SweepView view;
    private final Texts texts;
    private final Notices notices;
    private final TrainingModel model;
    private final SweepUse use;
    private final SweepQueue queue;
    private final Path library;
    private final Executor userInterface;
    private final SweepPlanning planning;
    private final PauseTransition next = new PauseTransition(LOOK);
    private final Timeline refreshing = new Timeline(new KeyFrame(REFRESH, _ -> refresh()));
    /** What the window shows, for the threads that load. */
    private volatile Dataset shown;

    private List<SweepLook> looks = List.of();

    /**
     * @param library the folder of the runs
     * @param loader of the data that sweeps are to be trained on
     * @param stores where the epochs' parameters are kept while a trial lasts
     */
    public static SweepController in(
            ViewContext context, Path library, DataLoader loader, EpochStores stores, SweepUse use) {
        return new SweepController(new SweepView(context.texts()), context, library, loader, stores, use);
    }

    private SweepController(
            SweepView view, ViewContext context, Path library, DataLoader loader, EpochStores stores, SweepUse use) {
        this.view = view;
        this.library = library;
        this.use = use;
        texts = context.texts();
        notices = context.notices();
        model = context.model();
        userInterface = context.userInterface();
        planning = new SweepPlanning(view.form, context);
        queue = new SweepQueue(
                library,
                (request, progress) -> {
                    Dataset here = shown;
                    return here != null && here.request().equals(request) ? here : loader.load(request, progress);
                },
                stores,
                new SweepQueue.Listener() {
                    @Override
                    public void changed() {
                        userInterface.execute(SweepController.this::lookSoon);
                    }

                    @Override
                    public void told(Sentence what) {
                        userInterface.execute(() -> notices.show(Notice.problem(what, null)));
                    }
                });
        model.datasetProperty().subscribe(data -> shown = data);
        model.stateProperty().subscribe(state -> queue.hold(state == RunState.TRAINING));
        texts.messagesProperty().subscribe(this::allow);
        view.setVisible(false);
        view.form.start.setOnAction(_ -> start());
        view.back.setOnAction(_ -> show(false));
        view.buttons.forEach((each, button) -> button.setOnAction(_ -> run(each)));
        view.table.addEventFilter(KeyEvent.KEY_PRESSED, this::take);
        view.queue.addEventHandler(KeyEvent.KEY_PRESSED, this::take);
        view.table.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                run(SweepKeys.OPEN);
            }
        });
        view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                show(false);
                event.consume();
            }
        });
        view.table.getSelectionModel().selectedItemProperty().subscribe(this::allow);
        next.setOnFinished(_ -> look());
        refreshing.setCycleCount(Animation.INDEFINITE);
        view.visibleProperty().subscribe(this::follow);
        look();
    }

    private void follow(boolean visible) {
        if (visible) {
            queue.refresh();
            refreshing.play();
        } else {
            refreshing.stop();
        }
    }

    /** While somebody looks, who may come from another window. */
    private void refresh() {
        Scene scene = view.getScene();
        if (scene != null && scene.getWindow() != null && scene.getWindow().isFocused()) {
            queue.refresh();
        }
    }

    /** Invisible until somebody asks for sweeps. */
    public SweepView view() {
        return view;
    }

    /** Shows the sweeps, or what was there before them. */
    public void show(boolean visible) {
        view.setVisible(visible);
        if (visible) {
            planning.plan();
            (looks.isEmpty() ? view.form.first() : view.table).requestFocus();
        }
    }

    /** Reads the sweeps of former sessions, and asks whether to go on with those that were being trained. */
    public void open() {
        queue.open(cutOff -> userInterface.execute(() -> offer(cutOff)));
    }

    private void offer(List<SweepLook> cutOff) {
        look();
        // The sweeps wait in their place; the offer of a run that was interrupted is made only once.
        if (notices.currentProperty().get() == null) {
            SweepLook first = cutOff.getFirst();
            Sentence what = Sentence.of("view.sweep.interrupted", first.name(), first.ended(), first.wanted());
            notices.show(new Notice(
                    Notices.Kind.PROBLEM,
                    what,
                    Sentence.of("view.sweep.goOn"),
                    () -> {
                        cutOff.forEach(each -> queue.goOn(each.folder()));
                        use.show().run();
                    },
                    null));
        }
    }

    // ---- the queue

    private void start() {
        Plan plan = planning.asked();
        if (plan == null) {
            return;
        }
        String what = plan.swept().isEmpty()
                ? Setting.SEED.name()
                : plan.swept().stream().map(each -> each.setting().name()).collect(Collectors.joining(" "));
        String name = LocalDateTime.now().format(DATE) + " sweep " + what;
        Set<String> known = looks.stream().map(SweepLook::name).collect(Collectors.toSet());
        String unused = name;
        for (int i = 2; known.contains(unused); i++) {
            unused = name + " " + i;
        }
        try {
            queue.add(unused, plan, view.form.workers.getValue(), view.form.wantsAccuracy());
        } catch (Problem problem) {
            planning.refuse(problem.sentence());
            return;
        }
        look();
        view.table.select(library.resolve(unused));
        view.table.requestFocus();
    }

    private void lookSoon() {
        if (next.getStatus() != Animation.Status.RUNNING) {
            next.playFromStart();
        }
    }

    private void look() {
        looks = queue.look();
        view.table.show(looks);
        view.table.setVisible(!looks.isEmpty());
        view.empty.setVisible(looks.isEmpty());
        allow();
    }

    /** Offers what can be done with the selected sweep or trial. */
    private void allow() {
        Row row = view.table.selected();
        view.buttons.forEach((each, button) -> button.setDisable(row == null || !goesWith(each, row)));
        boolean goOn = row != null && mayGoOn(row.sweep());
        boolean over = row != null && row.trial() == null && over(row.sweep());
        name(SweepKeys.PAUSE, goOn ? "view.sweep.goOn" : "view.sweep.pause");
        name(SweepKeys.CANCEL, over ? "view.sweep.takeOff" : "view.sweep.cancel");
        view.why.setText(row == null || row.why() == null ? "" : texts.get(row.why()));
    }

    private void name(SweepKeys keys, String key) {
        view.buttons.get(keys).textProperty().unbind();
        view.buttons.get(keys).setText(texts.get(key));
    }

    private static boolean over(SweepLook sweep) {
        return sweep.state() == SweepLook.State.ENDED || sweep.state() == SweepLook.State.FAULTY;
    }

    private static boolean mayGoOn(SweepLook sweep) {
        boolean failed = sweep.count(TrialLook.State.FAILED) > 0;
        return switch (sweep.state()) {
            case PAUSED, FAULTY -> true;
            case ENDED -> failed;
            case LOADING, TRAINING, HELD, WAITING, ELSEWHERE -> false;
        };
    }

    private boolean goesWith(SweepKeys what, Row row) {
        TrialLook trial = row.trial();
        return switch (what) {
            case PAUSE -> !elsewhere(row) && (mayGoOn(row.sweep()) || !over(row.sweep()));
            case UP -> trial == null ? looks.indexOf(row.sweep()) > 0 : place(row) > 0;
            case DOWN ->
                trial == null
                        ? looks.indexOf(row.sweep()) < looks.size() - 1
                        : place(row) >= 0 && place(row) < row.sweep().count(TrialLook.State.WAITING) - 1;
            case CANCEL -> !elsewhere(row) && (trial == null || !trial.over());
            case TAKEBACK ->
                !elsewhere(row)
                        && (trial == null
                                ? row.sweep().count(TrialLook.State.CANCELLED) > 0
                                : trial.state() == TrialLook.State.CANCELLED);
            case RESULTS ->
                row.sweep().trials().stream().filter(each -> each.done() > 0).count() > 1;
            case OPEN -> trial != null && trial.done() > 0;
        };
    }

    /** Whoever trains a sweep looks after it. */
    private static boolean elsewhere(Row row) {
        return row.sweep().state() == SweepLook.State.ELSEWHERE;
    }

    /** @return of a trial among those that wait, from 0; -1 if it does not wait */
    private static int place(Row row) {
        List<TrialLook> waiting = row.sweep().trials().stream()
                .filter(each -> each.state() == TrialLook.State.WAITING)
                .toList();
        return waiting.indexOf(row.trial());
    }

    private void take(KeyEvent event) {
        for (SweepKeys each : SweepKeys.values()) {
            if (each.match(event)) {
                run(each);
                event.consume();
                return;
            }
        }
    }

    private void run(SweepKeys what) {
        look();
        Row row = view.table.selected();
        if (row == null || !goesWith(what, row)) {
            return;
        }
        Path folder = row.folder();
        switch (what) {
            case PAUSE -> {
                if (mayGoOn(row.sweep())) {
                    queue.goOn(folder);
                } else {
                    queue.pause(folder);
                }
            }
            case UP -> move(row, -1);
            case DOWN -> move(row, 1);
            case CANCEL -> cancel(row);
            case TAKEBACK -> takeBack(row);
            case RESULTS -> compare(row.sweep());
            case OPEN -> use.open().accept(folder.resolve(row.trial().trial().file()));
        }
        look();
    }

    private void move(Row row, int by) {
        if (row.trial() == null) {
            queue.move(row.folder(), by);
        } else {
            queue.move(row.folder(), row.number(), by);
        }
    }

    private void cancel(Row row) {
        if (row.trial() != null) {
            queue.cancel(row.folder(), row.number());
        } else if (over(row.sweep())) {
            queue.remove(row.folder());
        } else {
            queue.cancel(row.folder());
        }
    }

    private void takeBack(Row row) {
        if (row.trial() == null) {
            queue.takeBack(row.folder());
        } else {
            queue.takeBack(row.folder(), row.number());
        }
    }

    private void compare(SweepLook sweep) {
        use.compare()
                .accept(sweep.trials().stream()
                        .filter(each -> each.done() > 0)
                        .sorted((one, other) -> Integer.compare(
                                one.trial().number(), other.trial().number()))
                        .map(each -> new Entry(
                                sweep.folder().resolve(each.trial().file()),
                                0,
                                FileTime.fromMillis(0),
                                null,
                                Sentence.of("view.library.reading")))
                        .toList());
    }

    // ---- what the window asks

    /** Whether trials are under way, held back or not. */
    public boolean training() {
        return queue.training();
    }

    /** Whether a file is a trial's of a sweep that has not ended. May be asked on any thread. */
    public boolean uses(Path run) {
        return queue.uses(run);
    }

    /** Whether a file is a trial's that is being written. */
    public boolean writes(Path run) {
        return queue.writes(run);
    }

    /** Ends trials before their next batch, keeping the epochs done. */
    @Override
    public void close() {
        next.stop();
        refreshing.stop();
        queue.close();
    }
}
