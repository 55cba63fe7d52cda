package latentlab.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;
import latentlab.data.DataRequest;
import latentlab.export.animation.AnimationGif;
import latentlab.preferences.Preferences;
import latentlab.run.TrainingService;
import latentlab.session.EpochComparison;
import latentlab.session.Exploration;
import latentlab.session.GridImages;
import latentlab.session.Selection;
import latentlab.session.Steps;
import latentlab.session.TrainingModel;
import latentlab.text.Sentence;
import latentlab.view.FilePicker;
import latentlab.view.FileSaving;
import latentlab.view.Keys;
import latentlab.view.LongTasks;
import latentlab.view.Notices;
import latentlab.view.PopupText;
import latentlab.view.Questions;
import latentlab.view.ShownEpoch;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.Transport;
import latentlab.view.ViewContext;
import latentlab.view.beside.BesideController;
import latentlab.view.comparison.ComparisonController;
import latentlab.view.controls.ControlsController;
import latentlab.view.data.DataController;
import latentlab.view.data.OtherFiles;
import latentlab.view.export.ExportController;
import latentlab.view.hearing.HearingView;
import latentlab.view.latent.LatentController;
import latentlab.view.lesson.LessonController;
import latentlab.view.library.LibraryController;
import latentlab.view.library.LibraryPane;
import latentlab.view.library.LibraryUse;
import latentlab.view.library.NextRuns;
import latentlab.view.library.RunOpening;
import latentlab.view.main.MainController;
import latentlab.view.main.MainView;
import latentlab.view.main.Shortcuts;
import latentlab.view.main.WindowPlaces;
import latentlab.view.model.ModelKindView;
import latentlab.view.picture.Pictures;
import latentlab.view.reconstruction.ReconstructionView;
import latentlab.view.selection.SelectionController;
import latentlab.view.status.StatusView;
import latentlab.view.summary.SummaryView;
import latentlab.view.sweep.SweepController;
import latentlab.view.sweep.SweepUse;
import latentlab.view.table.EpochTableView;
import latentlab.view.timeline.TimelineController;
import latentlab.view.words.RunTitles;

/**
 * The composition root: makes the shared model, the service, every view and its controller, and puts them into a stage.
 */
public final class Window implements AutoCloseable {
    /** Sides of the icons, of which the system takes the fitting one. */
    private static final int[] ICONS = {16, 32, 48, 256};

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    /** Computations of the views. Work submitted after close is discarded, since nobody would see its result. */
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
    private final SavedRuns saved;
    private final TrainingService service;
    private final Exploration exploration;
    private final Selection selection;
    private final Texts texts = new Texts();
    private final Notices notices = new Notices();
    private final Questions questions;
    private final UnkeptEpochs unkept;
    private final LongTasks tasks;
    private final BackendLoading backend;
    private final ViewContext context;
    private final Pictures pictures;
    private final PicturedViews views;
    private final RunOpening runs;
    private final RunTitles titles;
    private final LibraryController library;
    private final ComparisonController comparison;
    private final BesideController beside;
    private final SweepController sweeps;
    private final DataController data;
    private final ExportController export;
    private final ControlsController controls;
    private final TimelineController timeline;
    private final SelectionController picked;
    private final Subscription place;
    private final PopupText popupText = new PopupText();
    private final LatentController latent;
    private final LessonController lessons;
    private final SummaryView summary;
    private final ReconstructionView reconstruction;
    private final MainView mainView;
    private final DataRequest firstData;
    private final List<Path> firstFiles;

    public Window(Stage stage, Environment environment) {
        this.stage = stage;
        preferences =
                new Preferences(environment.settingsFile(), environment.systemTheme(), environment.systemLanguage());
        if (environment.askedLanguage() != null) {
            preferences.speakForNow(environment.askedLanguage());
        }
        preferences.onUnsaved(() -> Platform.runLater(() -> tellUnsaved(environment.settingsFile())));
        model = new TrainingModel(Platform::runLater);
        tasks = new LongTasks(longWork, Platform::runLater, notices);
        backend = new BackendLoading(tasks, model.runProperty(), AnimationGif::prepare);
        saved = new SavedRuns(environment.runs(), preferences.runsKeptProperty(), tasks, notices);
        service = new TrainingService(environment.scratch(), saved.keeper, model::post);
        model.attach(service, service.runs());
        questions = new Questions(stage, texts);
        unkept = new UnkeptEpochs(model, saved.keeper);
        exploration = new Exploration(model);
        selection = new Selection(model);
        context = context(environment);
        pictures = new Pictures(context);
        views = new PicturedViews(context, pictures);

        titles = new RunTitles(texts);
        runs = new RunOpening(context, environment.loader(), saved.keeper, titles::told);
        data = DataController.in(context, environment.loader(), new OtherFiles(this::openRun, this::openLesson));
        beside = BesideController.in(context, environment.loader(), titles);
        comparison = ComparisonController.in(context, titles, this::openRun, beside::show);
        NextRuns next = new NextRuns(context, data::load, () -> showLibrary(false));
        sweeps = SweepController.in(
                context,
                environment.runs(),
                environment.loader(),
                environment.scratch().beside(),
                new SweepUse(this::openRun, comparison::compare, () -> showSweeps(true)));
        saved.spare(sweeps::uses);
        library = LibraryController.in(
                context,
                saved.library,
                titles,
                new LibraryUse(
                        this::openRun,
                        next::useSettings,
                        next::startLike,
                        comparison::compare,
                        beside::show,
                        () -> showSweeps(true),
                        run -> saved.writes(run) || sweeps.uses(run)));
        controls = ControlsController.in(context, views.stackOfSettings());
        latent = LatentController.in(context);
        picked = SelectionController.in(context);
        timeline = TimelineController.in(context, runs::branch, next::startLikeShown);
        export = ExportController.in(context, environment.exports(), timeline.rangeProperty());
        summary = SummaryView.in(context, views.stackOfRun());
        lessons = LessonController.in(
                context,
                new LessonPlace(this::mainView, model, preferences, data, latent, timeline),
                environment.settingsFile().resolveSibling("lessons.properties"));
        reconstruction = ReconstructionView.in(context);
        mainView = new MainView(parts(), context);
        selection.inGridProperty().subscribe(inGrid -> {
            if (inGrid) {
                mainView.showPanel(Keys.RECONSTRUCTION);
            }
        });
        MainController main = new MainController(mainView, context, stage, controls::newRun);

        Scene scene = main.scene();
        StyleSheets.addTo(scene);
        data.acceptDrops(scene);
        Guides guides = new Guides(context, scene, main, summary, lessons);
        new Shortcuts(scene, guides.with(actions(main, mainView)));

        stage.setTitle("Latent Lab");
        for (int size : ICONS) {
            stage.getIcons()
                    .add(new Image(
                            Window.class.getResource("icon-" + size + ".png").toExternalForm()));
        }
        stage.setScene(scene);
        stage.setMinWidth(960);
        stage.setMinHeight(640);
        place = WindowPlaces.keep(stage, preferences.windowProperty(), WIDTH, HEIGHT);
        stage.setOnCloseRequest(this::mayClose);
        firstData = environment.data();
        firstFiles = environment.files();
    }

    private ViewContext context(Environment environment) {
        FilePicker picker = environment.picker().apply(stage, preferences.folderProperty());
        return new ViewContext(
                model,
                exploration,
                selection,
                new EpochComparison(model),
                new GridImages(model, selection),
                ShownEpoch.of(model),
                texts,
                new ThemeColours(),
                preferences,
                tasks,
                notices,
                new FileSaving(
                        picker,
                        this::mayReplace,
                        path -> longWork.execute(() -> environment.show().accept(path))),
                (question, yes) -> unkept.mayDropRun(questions, question, yes),
                computations,
                Platform::runLater,
                new ArrayList<>(),
                new Steps());
    }

    /** The views, each in its place. */
    private MainView.Parts parts() {
        return new MainView.Parts(
                data.view(),
                ModelKindView.in(context),
                export.view(),
                controls.view(),
                EpochTableView.in(context),
                summary,
                views.loss(),
                views.with(latent.view()),
                views.panels(reconstruction, picked.view()),
                timeline.view(),
                new LibraryPane(
                        library.view(),
                        LibraryPlaces.of(views.with(comparison.view()), views.with(beside.view()), sweeps.view()),
                        preferences.runsKeptProperty(),
                        texts),
                lessons.view(),
                lessons.view().menu(),
                StatusView.in(context, HearingView.in(context)));
    }

    private Map<Keys, Runnable> actions(MainController main, MainView mainView) {
        Map<Keys, Runnable> actions = new EnumMap<>(Keys.class);
        actions.put(Keys.TRAIN, controls::train);
        actions.put(Keys.PAUSE, controls::togglePause);
        actions.put(Keys.EPOCH, controls::trainOneEpoch);
        actions.put(Keys.STOP, model::stop);
        actions.put(Keys.NEW_RUN, controls::newRun);
        actions.put(Keys.UNDO, controls::undo);
        actions.put(Keys.REDO, controls::redo);
        actions.put(Keys.OPEN, data::openFolder);
        actions.put(Keys.OPEN_FILE, data::openFile);
        actions.put(Keys.EXPORT, export::open);
        actions.put(Keys.GIF, () -> export.save("gif"));
        Transport.put(actions, () -> beside.inSight() ? beside : timeline, preferences);
        ReconstructionView.putKeys(actions, context);
        actions.put(Keys.LIVE, timeline::goLive);
        actions.put(Keys.IMAGES, () -> {
            mainView.showPanel(Keys.RECONSTRUCTION);
            reconstruction.chooseImages();
        });
        for (Keys panel : mainView.panels()) {
            actions.put(panel, () -> mainView.showPanel(panel));
        }
        actions.put(Keys.SWEEPS, () -> showSweeps(!sweeps.view().isVisible() || !mainView.showsLibrary()));
        actions.put(Keys.BRANCH, timeline::branch);
        actions.put(Keys.BOOKMARK, timeline::bookmark);
        actions.put(Keys.NEXT_BOOKMARK, () -> timeline.toBookmark(true));
        actions.put(Keys.PREVIOUS_BOOKMARK, () -> timeline.toBookmark(false));
        actions.put(Keys.SAME_START, timeline::startAlike);
        main.putKeys(actions);
        actions.put(Keys.LEARN, lessons::toggle);
        return actions;
    }

    /** Shows the stage, and lets everything else begin when it has been laid out. */
    public void show() {
        stage.show();
        backend.goOnWhenLaidOut(stage.getScene());
        open();
    }

    /** Loads the first data in the background; the window is shown without waiting for them. */
    void open() {
        data.load(firstData);
        data.openAll(firstFiles);
        runs.offerInterrupted();
        sweeps.open();
    }

    private void showSweeps(boolean shown) {
        mainView.showLibrary(true);
        comparison.view().setVisible(false);
        sweeps.show(shown);
    }

    private void openLesson(Path file) {
        lessons.open(file);
    }

    private MainView mainView() {
        return mainView;
    }

    private void showLibrary(boolean shown) {
        mainView.showLibrary(shown);
    }

    private void openRun(Path file) {
        if (sweeps.writes(file)) {
            notices.show(Notices.Notice.problem(Sentence.of("view.sweep.busy", titles.told(file)), null));
            return;
        }
        showLibrary(false);
        runs.open(file, false);
    }

    public TrainingModel model() {
        return model;
    }

    public Exploration exploration() {
        return exploration;
    }

    public Selection selection() {
        return selection;
    }

    public Preferences preferences() {
        return preferences;
    }

    private boolean mayReplace(Path file) {
        return questions.confirm(
                Sentence.of("view.export.replace", file.getFileName().toString()),
                "view.export.replace.yes",
                "view.export.replace.no");
    }

    private void mayClose(WindowEvent event) {
        boolean writing = export.writing() || picked.writing() || library.writing() || pictures.writing();
        if (!Closing.confirmed(questions, unkept.lostByClosing(preferences), writing, sweeps.training())) {
            event.consume();
        }
    }

    /** Says that preferences cannot be saved, unless another notice is shown: everything else works. */
    private void tellUnsaved(Path file) {
        if (notices.currentProperty().get() == null) {
            notices.show(Notices.Notice.problem(Sentence.of("view.main.unsaved", file.toString()), null));
        }
    }

    /** Says in the window that something unexpected happened. May be called on any thread. */
    void tellUnexpected(Throwable failure) {
        Platform.runLater(() -> notices.show(Notices.Notice.unexpected(failure)));
    }

    /** Stops training and removes what was kept only while the window was open. */
    @Override
    public void close() {
        sweeps.close();
        service.close();
        computations.close();
        service.runs().close();
        place.unsubscribe();
        popupText.close();
        latent.close();
        library.close();
        lessons.close();
        preferences.close();
        Closing.end(tasks, longWork, backend);
        pictures.close();
    }
}
