package latentlab.view.comparison;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
import latentlab.preferences.Preferences;
import latentlab.preferences.Theme;
import latentlab.run.file.SavedRuns;
import latentlab.session.EpochComparison;
import latentlab.session.Exploration;
import latentlab.session.GridImages;
import latentlab.session.Selection;
import latentlab.session.Steps;
import latentlab.session.TrainingModel;
import latentlab.text.Sentence;
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

/** The comparison alone on a stage, over run files in a folder of its own. */
final class ComparisonStage implements BeforeEachCallback, AfterEachCallback {
    static final TrainingConfig CONFIG =
            TrainingConfig.DEFAULT.withLatent(3).withBatch(4).withEpochs(6);

    private final double width;
    private final double height;
    private final ExecutorService background = Executors.newSingleThreadExecutor();

    Path folder;
    /** Files of the runs that were to be opened. */
    final List<Path> opened = new ArrayList<>();
    /** Runs that were to be shown side by side, each time. */
    final List<List<Entry>> beside = new ArrayList<>();

    Texts texts;
    Notices notices;
    ComparisonController controller;
    Stage stage;

    ComparisonStage(double width, double height) {
        this.width = width;
        this.height = height;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        folder = Files.createTempDirectory("latent-lab-test-");
        FxToolkit.registerPrimaryStage();
    }

    Path add(String id, UnaryOperator<TrainingConfig> settings) throws Exception {
        Path file = folder.resolve(id + Library.ENDING);
        SavedRuns.train(file, settings.apply(CONFIG));
        return file;
    }

    void show() throws Exception {
        FxToolkit.setupStage(this::open);
    }

    /** Compares files as a library knows them that has not looked into them yet. */
    void compare(Path... files) {
        List<Entry> entries = Stream.of(files)
                .map(file -> new Entry(file, 0, FileTime.fromMillis(0), null, Sentence.of("view.library.reading")))
                .toList();
        WindowFixture.onFx(() -> controller.compare(entries));
    }

    private void open(Stage toShow) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
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
                null,
                (_, _) -> true,
                background,
                Platform::runLater,
                new ArrayList<>(),
                new Steps());
        controller = ComparisonController.in(context, new RunTitles(texts), opened::add, beside::add);
        ComparisonView view = controller.view();
        VBox.setVgrow(view, Priority.ALWAYS);
        VBox panel = new VBox(context.colours(), view.header(), view);
        panel.getStyleClass().add("panel");
        BorderPane root = new BorderPane(panel);
        root.getStyleClass().add("main");
        Scene scene = new Scene(root, width, height);
        for (String sheet : List.of("latentlab", "charts", "model", "explore")) {
            scene.getStylesheets()
                    .add(ComparisonStage.class
                            .getResource("/latentlab/view/" + sheet + ".css")
                            .toExternalForm());
        }
        stage = new Stage();
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @SuppressWarnings("unchecked")
    <T extends Node> T find(String selector) {
        return (T) stage.getScene().lookup(selector);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        try {
            if (stage != null) {
                Platform.runLater(stage::hide);
                WaitForAsyncUtils.waitForFxEvents();
            }
            background.shutdownNow();
        } finally {
            FxToolkit.cleanupStages();
        }
        WindowFixture.delete(folder);
    }
}
