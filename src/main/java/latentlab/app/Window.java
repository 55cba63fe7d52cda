package latentlab.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;
import latentlab.engine.training.ComputeBackend;
import latentlab.export.AnimationGif;
import latentlab.natives.NativeLibraries;
import latentlab.preferences.Preferences;
import latentlab.run.RunState;
import latentlab.run.TrainingService;
import latentlab.session.Exploration;
import latentlab.session.Selection;
import latentlab.session.TrainingModel;
import latentlab.text.Problem;
import latentlab.text.Progress;
import latentlab.text.Sentence;
import latentlab.view.FilePicker;
import latentlab.view.Keys;
import latentlab.view.LongTasks;
import latentlab.view.Notices;
import latentlab.view.Questions;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.ViewContext;
import latentlab.view.controls.ControlsController;
import latentlab.view.controls.ControlsView;
import latentlab.view.data.DataController;
import latentlab.view.data.DataView;
import latentlab.view.decode.DecodeController;
import latentlab.view.decode.DecodeView;
import latentlab.view.draw.DrawController;
import latentlab.view.draw.DrawView;
import latentlab.view.export.ExportController;
import latentlab.view.export.ExportView;
import latentlab.view.filters.FiltersController;
import latentlab.view.filters.FiltersView;
import latentlab.view.interpolate.InterpolateController;
import latentlab.view.interpolate.InterpolateView;
import latentlab.view.latent.LatentController;
import latentlab.view.latent.LatentView;
import latentlab.view.loss.LossController;
import latentlab.view.loss.LossView;
import latentlab.view.main.MainController;
import latentlab.view.main.MainView;
import latentlab.view.main.Panel;
import latentlab.view.main.Shortcuts;
import latentlab.view.main.WindowPlaces;
import latentlab.view.model.ModelKindController;
import latentlab.view.model.ModelKindView;
import latentlab.view.reconstruction.ReconstructionController;
import latentlab.view.reconstruction.ReconstructionView;
import latentlab.view.selection.SelectionController;
import latentlab.view.selection.SelectionView;
import latentlab.view.stack.StackController;
import latentlab.view.stack.StackView;
import latentlab.view.status.StatusController;
import latentlab.view.status.StatusView;
import latentlab.view.summary.SummaryController;
import latentlab.view.summary.SummaryView;
import latentlab.view.table.EpochTableController;
import latentlab.view.table.EpochTableView;
import latentlab.view.timeline.TimelineController;
import latentlab.view.timeline.TimelineView;

/** The composition root: makes the shared model, the service, every view and its controller, and puts them into a stage. */
public final class Window implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Window.class.getName());
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    /** Work submitted after it is closed is discarded: nobody would see what comes of it. */
    private final ExecutorService computations = new ThreadPoolExecutor(
            2,
            2,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("view-", 0).daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    private final ExecutorService longWork = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("task-", 0).daemon().factory());
    private final Stage stage;
    private final Preferences preferences;
    private final TrainingModel model;
    private final TrainingService service;
    private final Exploration exploration;
    private final Selection selection;
    private final Texts texts = new Texts();
    private final Notices notices = new Notices();
    private final Questions questions;
    private final LongTasks tasks;
    private final DataController data;
    private final ExportController export;
    private final SelectionController picked;
    private final Subscription place;
    private final LatentController latent;
    private final String origin;

    public Window(Stage stage, Environment environment) {
        this.stage = stage;
        preferences =
                new Preferences(environment.settingsFile(), environment.systemTheme(), environment.systemLanguage());
        if (environment.askedLanguage() != null) {
            preferences.speakForNow(environment.askedLanguage());
        }
        preferences.onUnsaved(() -> Platform.runLater(() -> tellUnsaved(environment.settingsFile())));
        model = new TrainingModel(Platform::runLater);
        service = new TrainingService(environment.scratch(), model::post);
        model.attach(service, service.runs());
        questions = new Questions(stage, texts);
        tasks = new LongTasks(longWork, Platform::runLater, notices);
        ThemeColours colours = new ThemeColours();
        exploration = new Exploration(model);
        selection = new Selection(model);
        ViewContext context =
                new ViewContext(model, exploration, selection, texts, colours, computations, Platform::runLater);
        FilePicker picker = environment.picker().apply(stage, preferences.folderProperty());

        DataView dataView = new DataView(texts, colours);
        data = new DataController(dataView, context, tasks, notices, environment.loader(), picker);
        ModelKindView modelKindView = new ModelKindView(texts);
        new ModelKindController(modelKindView, context, this::mayDropRun);
        ExportView exportView = new ExportView(texts, environment.exports());
        export = new ExportController(
                exportView,
                context,
                environment.exports(),
                tasks,
                notices,
                picker,
                preferences.frameMillisProperty(),
                environment.showFolder(),
                this::mayReplace);
        StackView stackInSettings = new StackView(texts);
        new StackController(stackInSettings, context);
        ControlsView controlsView = new ControlsView(texts, stackInSettings);
        ControlsController controls =
                new ControlsController(controlsView, context, preferences.advancedShownProperty(), this::mayDropRun);
        EpochTableView tableView = new EpochTableView(texts);
        new EpochTableController(tableView, context);
        StackView stackInSummary = new StackView(texts);
        new StackController(stackInSummary, context);
        SummaryView summaryView = new SummaryView(texts, stackInSummary);
        new SummaryController(summaryView, context);
        LossView lossView = new LossView(texts, colours);
        new LossController(lossView, context, preferences.lossOptionsProperty());
        LatentView latentView = new LatentView(texts, colours);
        latent = new LatentController(latentView, context, preferences.mapLayoutProperty(), this::mayDropRun);
        ReconstructionView reconstructionView = new ReconstructionView(texts, colours);
        new ReconstructionController(reconstructionView, context);
        DecodeView decodeView = new DecodeView(texts);
        new DecodeController(decodeView, context);
        InterpolateView interpolateView = new InterpolateView(texts, colours);
        new InterpolateController(interpolateView, context);
        DrawView drawView = new DrawView(texts, colours);
        new DrawController(drawView, context);
        FiltersView filtersView = new FiltersView(texts, colours);
        new FiltersController(filtersView, context);
        SelectionView selectionView = new SelectionView(texts, colours);
        picked = new SelectionController(
                selectionView, context, tasks, notices, picker, environment.showFolder(), this::mayReplace);
        TimelineView timelineView = new TimelineView(texts);
        TimelineController timeline = new TimelineController(timelineView, context, preferences.frameMillisProperty());
        StatusView statusView = new StatusView(texts);
        new StatusController(statusView, context, tasks);
        MainView mainView = new MainView(
                new MainView.Parts(
                        dataView,
                        modelKindView,
                        exportView,
                        controlsView,
                        tableView,
                        summaryView,
                        lossView,
                        latentView,
                        List.of(
                                new Panel(Keys.RECONSTRUCTION, reconstructionView.header(), reconstructionView),
                                new Panel(Keys.DECODE, decodeView.header(), decodeView),
                                new Panel(Keys.INTERPOLATE, interpolateView.header(), interpolateView),
                                new Panel(Keys.DRAW, drawView.header(), drawView),
                                new Panel(Keys.FILTERS, filtersView.header(), filtersView),
                                new Panel(Keys.SELECTION, selectionView.header(), selectionView)),
                        timelineView,
                        statusView),
                texts,
                colours,
                notices);
        selection.inGridProperty().subscribe(inGrid -> {
            if (inGrid) {
                mainView.showPanel(Keys.RECONSTRUCTION);
            }
        });
        MainController main = new MainController(mainView, context, notices, preferences, controls::reset);

        Scene scene = new Scene(mainView);
        for (String sheet : List.of("latentlab", "charts", "model", "explore")) {
            scene.getStylesheets()
                    .add(Window.class
                            .getResource("/latentlab/view/" + sheet + ".css")
                            .toExternalForm());
        }
        main.colour(scene);
        data.acceptDrops(scene);
        Map<Keys, Runnable> actions = new EnumMap<>(Keys.class);
        actions.put(Keys.TRAIN, controls::train);
        actions.put(Keys.PAUSE, controls::togglePause);
        actions.put(Keys.EPOCH, controls::trainOneEpoch);
        actions.put(Keys.STOP, model::stop);
        actions.put(Keys.RESET, controls::reset);
        actions.put(Keys.OPEN, data::openFolder);
        actions.put(Keys.GIF, () -> export.save("gif"));
        actions.put(Keys.PLAY, timeline::togglePlaying);
        actions.put(Keys.PREVIOUS, () -> timeline.step(-1));
        actions.put(Keys.NEXT, () -> timeline.step(1));
        actions.put(Keys.FIRST, timeline::toFirst);
        actions.put(Keys.LAST, timeline::toLast);
        actions.put(Keys.LIVE, timeline::goLive);
        for (Keys panel : mainView.panels()) {
            actions.put(panel, () -> mainView.showPanel(panel));
        }
        actions.put(Keys.THEME, main::toggleTheme);
        actions.put(Keys.LANGUAGE, main::toggleLanguage);
        actions.put(Keys.HELP, main::toggleHelp);
        new Shortcuts(scene, actions);

        stage.setTitle("Latent Lab");
        stage.getIcons().add(new Image(Window.class.getResource("icon.png").toExternalForm()));
        stage.setScene(scene);
        stage.setMinWidth(960);
        stage.setMinHeight(640);
        place = WindowPlaces.keep(stage, preferences.windowProperty(), WIDTH, HEIGHT);
        stage.setOnCloseRequest(this::mayClose);
        origin = environment.origin();
    }

    /** Shows the stage, then loads what takes seconds of both cores, which the window would take longer for. */
    public void show() {
        stage.show();
        Thread.ofPlatform().daemon().name("compute-backend").start(this::loadBackend);
        Thread.ofPlatform().daemon().name("export-fonts").start(AnimationGif::prepare);
        open();
    }

    /** Unpacking, at the first start, is told of as other long work is; whoever cancels that only looks away. */
    private void loadBackend() {
        AtomicBoolean told = new AtomicBoolean();
        try {
            NativeLibraries.load((_, what) -> {
                if (told.compareAndSet(false, true)) {
                    Platform.runLater(() -> tasks.start(what, this::awaitLibraries, _ -> {}, _ -> {}));
                }
            });
            ComputeBackend.load();
        } catch (Problem problem) {
            // The run that needs them says so in the window.
            LOG.log(Level.ERROR, problem.getMessage(), problem);
        }
    }

    private Object awaitLibraries(Progress progress) throws Problem {
        NativeLibraries.load(progress);
        return null;
    }

    /** Loads the first data: the window is shown without waiting for it. */
    void open() {
        data.load(origin);
    }

    public TrainingModel model() {
        return model;
    }

    Exploration exploration() {
        return exploration;
    }

    Selection selection() {
        return selection;
    }

    Preferences preferences() {
        return preferences;
    }

    private boolean mayDropRun() {
        int epochs = model.history().size() - 1;
        return questions.confirm(
                Sentence.of("view.main.dropRun", epochs), "view.main.dropRun.yes", "view.main.dropRun.no");
    }

    private boolean mayReplace(Path file) {
        return questions.confirm(
                Sentence.of("view.export.replace", file.getFileName().toString()),
                "view.export.replace.yes",
                "view.export.replace.no");
    }

    private void mayClose(WindowEvent event) {
        RunState state = model.stateProperty().get();
        boolean training = state == RunState.TRAINING || state == RunState.PAUSED;
        String question = export.writing() || picked.writing()
                ? training ? "view.main.closeBoth" : "view.main.closeWriting"
                : training ? "view.main.close" : null;
        if (question != null
                && !questions.confirm(Sentence.of(question), "view.main.close.yes", "view.main.close.no")) {
            event.consume();
        }
    }

    /** Not in the way of whatever else there is to say: everything works all the same. */
    private void tellUnsaved(Path file) {
        if (notices.currentProperty().get() == null) {
            notices.show(Notices.Notice.problem(Sentence.of("view.main.unsaved", file.toString()), null));
        }
    }

    /** Says in the window that something unforeseen has happened. Any thread. */
    void tellUnexpected(Throwable failure) {
        Platform.runLater(() -> notices.show(Notices.Notice.unexpected(failure)));
    }

    /** Stops training and removes what was kept for the time the window is open. */
    @Override
    public void close() {
        service.close();
        computations.close();
        service.runs().close();
        place.unsubscribe();
        latent.close();
        preferences.close();
        endLongWork();
    }

    /** What is being written ends before the program does, and takes its temporary file away. */
    private void endLongWork() {
        tasks.cancelAll();
        longWork.shutdownNow();
        try {
            longWork.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
