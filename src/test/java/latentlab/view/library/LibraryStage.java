package latentlab.view.library;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import latentlab.app.WindowFixture;
import latentlab.engine.settings.TrainingConfig;
import latentlab.library.Entry;
import latentlab.library.Library;
import latentlab.library.RunSummary;
import latentlab.preferences.Preferences;
import latentlab.preferences.Theme;
import latentlab.run.file.SavedRuns;
import latentlab.session.EpochComparison;
import latentlab.session.Exploration;
import latentlab.session.GridImages;
import latentlab.session.Selection;
import latentlab.session.Steps;
import latentlab.session.TrainingModel;
import latentlab.view.FilePicker;
import latentlab.view.FileSaving;
import latentlab.view.LongTasks;
import latentlab.view.Notices;
import latentlab.view.ShownEpoch;
import latentlab.view.Texts;
import latentlab.view.ThemeColours;
import latentlab.view.ViewContext;
import latentlab.view.words.RunTitles;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The library's pane alone on a stage, over a folder of its own, with answers laid out for its file dialogs. */
final class LibraryStage implements BeforeEachCallback, AfterEachCallback {
    static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(4).withEpochs(6);
    private static final Instant THEN = Instant.parse("2026-01-01T12:00:00Z");
    private static Path trained;

    private final double width;
    private final double height;
    private final ExecutorService background = Executors.newFixedThreadPool(2);
    final Deque<Path> answers = new ArrayDeque<>();
    final List<Path> shownFolders = Collections.synchronizedList(new ArrayList<>());
    final List<Path> opened = new ArrayList<>();
    final List<RunSummary> duplicated = new ArrayList<>();
    final List<Entry> started = new ArrayList<>();
    final List<List<Entry>> beside = new ArrayList<>();
    final List<List<Entry>> compared = new ArrayList<>();
    /** The file whose run is being trained. */
    volatile Path inUse;

    Path folder;
    Path runs;
    Texts texts;
    Notices notices;
    RunTitles titles;
    LibraryController controller;
    Stage stage;

    LibraryStage(double width, double height) {
        this.width = width;
        this.height = height;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        folder = Files.createTempDirectory("latent-lab-test-");
        runs = folder.resolve("runs");
        FxToolkit.registerPrimaryStage();
    }

    /** Adds a run that began some days after the first, with its id as its file's name. */
    Path add(String id, int day, UnaryOperator<TrainingConfig> settings) throws Exception {
        if (trained == null) {
            trained = Files.createTempFile("latent-lab-", Library.ENDING);
            trained.toFile().deleteOnExit();
            SavedRuns.train(trained, CONFIG);
        }
        Files.createDirectories(runs);
        Path file = runs.resolve(id + Library.ENDING);
        Instant moment = THEN.plus(Duration.ofDays(day));
        SavedRuns.copy(trained, file, id, moment, settings.apply(CONFIG));
        Files.setLastModifiedTime(file, FileTime.from(moment));
        return file;
    }

    /** Shows the pane. */
    void show() throws Exception {
        FxToolkit.setupStage(this::open);
    }

    private void open(Stage toShow) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        FilePicker picker = new FilePicker() {
            @Override
            public Path openFolder(String title) {
                return answers.poll();
            }

            @Override
            public Path openFile(String title) {
                return answers.poll();
            }

            @Override
            public Path save(String title, String name, String extension) {
                return answers.poll();
            }
        };
        TrainingModel model = new TrainingModel(Platform::runLater);
        texts = new Texts();
        notices = new Notices();
        Selection selection = new Selection(model);
        ViewContext context = new ViewContext(
                model,
                new Exploration(model),
                selection,
                new EpochComparison(model),
                new GridImages(model, selection),
                ShownEpoch.of(model),
                texts,
                new ThemeColours(),
                new Preferences(folder.resolve("settings.properties"), Theme.LIGHT, Locale.ENGLISH),
                new LongTasks(background, Platform::runLater, notices),
                notices,
                new FileSaving(picker, _ -> true, shownFolders::add),
                (_, _) -> true,
                background,
                Platform::runLater,
                new ArrayList<>(),
                new Steps());
        titles = new RunTitles(texts);
        controller = LibraryController.in(
                context,
                new Library(runs),
                titles,
                new LibraryUse(
                        opened::add,
                        duplicated::add,
                        (entry, _) -> started.add(entry),
                        compared::add,
                        beside::add,
                        () -> {},
                        file -> file.equals(inUse)));
        LibraryView view = controller.view();
        VBox.setVgrow(view, Priority.ALWAYS);
        VBox panel = new VBox(context.colours(), view.header(), view);
        panel.getStyleClass().add("panel");
        BorderPane root = new BorderPane(panel);
        root.getStyleClass().add("main");
        Scene scene = new Scene(root, width, height);
        for (String sheet : List.of("latentlab", "charts", "model", "explore")) {
            scene.getStylesheets()
                    .add(LibraryStage.class
                            .getResource("/latentlab/view/" + sheet + ".css")
                            .toExternalForm());
        }
        stage = new Stage();
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    void darken() {
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        stage.getScene().getRoot().getStyleClass().add("dark");
    }

    @SuppressWarnings("unchecked")
    <T extends Node> T find(String selector) {
        return (T) stage.getScene().lookup(selector);
    }

    /** Names of the runs that are listed, in order. */
    List<String> names() {
        return this.<RunList>find("#library-runs").getItems().stream()
                .map(Entry::name)
                .toList();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        try {
            if (stage != null) {
                Platform.runLater(() -> {
                    controller.close();
                    stage.hide();
                });
                WaitForAsyncUtils.waitForFxEvents();
            }
            background.shutdownNow();
        } finally {
            FxToolkit.cleanupStages();
        }
        WindowFixture.delete(folder);
    }
}
