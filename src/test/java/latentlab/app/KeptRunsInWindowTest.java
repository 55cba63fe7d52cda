package latentlab.app;

import static latentlab.app.WindowFixture.onFx;
import static latentlab.app.WindowFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import latentlab.MadeUpImages;
import latentlab.engine.settings.Optimiser;
import latentlab.engine.settings.Setting;
import latentlab.engine.settings.TrainingConfig;
import latentlab.engine.training.EpochResult;
import latentlab.run.RunEvent;
import latentlab.run.RunState;
import latentlab.run.TrainingService;
import latentlab.run.file.FindingRows;
import latentlab.run.file.RunFile;
import latentlab.run.file.RunFileWriter;
import latentlab.run.findings.Findings;
import latentlab.run.findings.LaidOutMap;
import latentlab.run.store.Scratch;
import latentlab.session.TrainingModel;
import latentlab.text.Problem;
import org.controlsfx.control.NotificationPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is trained in the window is kept, and can be gone on with. */
class KeptRunsInWindowTest {
    @RegisterExtension
    final WindowFixture fixture = new WindowFixture(1000, 800);

    private final Hand robot = Hand.ONLY;
    private final BlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();

    private List<Path> kept() {
        Path folder = fixture.folder.resolve("runs");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("index."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Path> runs() {
        return kept().stream()
                .filter(file -> file.toString().endsWith(".latentlab"))
                .toList();
    }

    private static int epochs(Path file) throws Exception {
        try (RunFile run = RunFile.open(file)) {
            return run.history().size() - 1;
        }
    }

    private TrainingModel model() {
        return fixture.window.model();
    }

    private boolean shows(int epochs, RunState state) {
        return model().history().size() == epochs + 1
                && model().stateProperty().get() == state
                && !model().openingProperty().get();
    }

    @Test
    void eachRunThatIsTrainedIsInAFile() throws Exception {
        fixture.train(3, config -> config.withLatent(4));
        onFx(() -> model().setSettings(model().settingsProperty().get().withLatent(5)));
        // Without a question: nothing is lost.
        robot.strike(KeyCode.CONTROL, KeyCode.R);
        until("reset", () -> shows(0, RunState.READY));
        assertThat(kept()).as("only looked at").hasSize(1);
        onFx(model()::train);
        until("trained", () -> shows(3, RunState.FINISHED));
        fixture.closeWindow();
        assertThat(kept()).hasSize(2).allMatch(file -> file.toString().endsWith(".latentlab"));
        for (Path file : kept()) {
            assertThat(epochs(file)).isEqualTo(3);
        }
    }

    @Test
    void nothingIsKeptWithTheSwitchOff() {
        onFx(() -> fixture.window.preferences().runsKeptProperty().set(false));
        fixture.train(2, config -> config.withLatent(4));
        fixture.closeWindow();
        assertThat(kept()).isEmpty();
    }

    /** Bit for bit, and in the file it was in. */
    @Test
    void aRunIsOpenedAndGoesOn() throws Exception {
        fixture.train(3, config -> config.withLatent(4).withShuffle(true));
        Path file = runs().getFirst();
        List<EpochResult> before = List.copyOf(fixture.run().history());
        float[] third = fixture.run().epochs().read(3);
        onFx(() ->
                model().startOver(model().settingsProperty().get().withLatent(9).withShuffle(false)));
        until("another", () -> shows(0, RunState.READY));
        fixture.answers.add(file);
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        until("opened", () -> shows(3, RunState.FINISHED));
        onFx(() -> {
            assertThat(model().selectedEpochProperty().get()).isEqualTo(3);
            assertThat(model().settingsProperty().get().latent()).isEqualTo(4);
            assertThat(model().settingsPendingProperty().get()).isFalse();
            assertThat(model().history()).isEqualTo(before);
            assertThat(model().trainedRuns()).containsExactly(fixture.run());
        });
        assertThat(fixture.run().epochs().read(3)).isEqualTo(third);
        fixture.untilMapped("#latent-map", 3);
        onFx(model()::trainOneEpoch);
        until("gone on", () -> shows(4, RunState.FINISHED));
        onFx(() -> model().select(1));
        fixture.untilMapped("#latent-map", 1);
        fixture.closeWindow();
        assertThat(kept()).hasSize(1);
        assertThat(epochs(file)).isEqualTo(4);
    }

    /** As the next window finds it when a process was killed that trained. */
    @Test
    void goesOnWithARunThatWasInterrupted() throws Exception {
        fixture.train(3, config -> config.withLatent(4));
        Path first = runs().getFirst();
        onFx(() -> model().reset());
        until("another", () -> shows(0, RunState.READY));
        onFx(() -> model().setSettings(model().settingsProperty().get().withEpochs(6)));
        onFx(model()::trainOneEpoch);
        until("begun", () -> shows(1, RunState.PAUSED));
        onFx(() -> model().startOver(model().settingsProperty().get().withLatent(9)));
        until("another", () -> shows(0, RunState.READY));
        Path interrupted =
                runs().stream().filter(file -> !file.equals(first)).findFirst().orElseThrow();
        Files.writeString(
                interrupted.resolveSibling("1000000000.underway"), "2026-01-01T00:00:00Z\n" + interrupted + "\n");
        onFx(fixture.window::open);
        NotificationPane notices = fixture.find("#notices");
        until("asked", () -> notices.isShowing() && notices.getText().contains("1 of 6 epochs"));
        robot.clickOn("Go on");
        until("gone on", () -> shows(6, RunState.FINISHED));
        assertThat(fixture.run().config().latent()).isEqualTo(4);
        fixture.closeWindow();
        assertThat(epochs(interrupted)).isEqualTo(6);
        assertThat(kept()).hasSize(2).allMatch(file -> file.toString().endsWith(".latentlab"));
    }

    @Test
    void anEpochIsBranchedAtWithOtherSettings() throws Exception {
        fixture.train(5, config -> config.withLatent(4));
        Path parent = runs().getFirst();
        List<EpochResult> before = List.copyOf(fixture.run().history());
        onFx(() -> {
            model().setSettings(model().settingsProperty().get().with(Setting.OPTIMISER, Optimiser.SGD));
            model().select(2);
        });
        robot.clickOn("#timeline-branch");
        until("branched", () -> shows(2, RunState.STOPPED));
        onFx(() -> {
            assertThat(model().settingsPendingProperty().get()).isFalse();
            assertThat(model().history()).isEqualTo(before.subList(0, 3));
        });
        assertThat(fixture.run().start().from().epoch()).isEqualTo(2);
        robot.clickOn("#train");
        until("trained", () -> shows(5, RunState.FINISHED));
        onFx(() -> assertThat(model().history().get(5).validLoss())
                .isNotEqualTo(before.get(5).validLoss()));
        fixture.closeWindow();
        assertThat(runs()).hasSize(2);
        for (Path file : runs()) {
            assertThat(epochs(file)).isEqualTo(5);
        }
        try (RunFile file = RunFile.open(parent)) {
            assertThat(file.history()).isEqualTo(before);
        }
    }

    @Test
    void onlyARunThatIsKeptIsBranched() {
        onFx(() -> fixture.window.preferences().runsKeptProperty().set(false));
        fixture.train(2, config -> config.withLatent(4));
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
        NotificationPane notices = fixture.find("#notices");
        until("said", () -> notices.isShowing() && notices.getText().contains("Only a run that is kept"));
    }

    @Test
    void whatIsLeftOfADamagedFileIsSavedAndOpened() throws Exception {
        fixture.train(5, config -> config.withLatent(4));
        Path file = fixture.folder.resolve("damaged.latentlab");
        onFx(() -> model().startOver(model().settingsProperty().get().withLatent(9)));
        until("another", () -> shows(0, RunState.READY));
        Files.copy(runs().getFirst(), file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE epoch SET valid_loss = 0 WHERE epoch = 4");
            // As if it were one of those whose state is kept.
            statement.execute("UPDATE state SET epoch = 3 WHERE epoch = 5");
        }
        fixture.answers.add(file);
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        robot.clickOn("Save what is left");
        NotificationPane notices = fixture.find("#notices");
        until("opened", () -> shows(0, RunState.STOPPED));
        onFx(() -> assertThat(notices.getText()).contains("has the run up to epoch 0"));
        assertThat(fixture.run().config().latent()).isEqualTo(4);
    }

    /** The first one's file is still open to be written. */
    @Test
    void theRunBeforeIsOpenedAgainAfterAnother() throws Exception {
        fixture.train(2, config -> config.withLatent(4));
        Path first = runs().getFirst();
        onFx(() -> model().startOver(model().settingsProperty().get().withLatent(9)));
        until("another", () -> shows(0, RunState.READY));
        onFx(model()::train);
        until("trained", () -> shows(2, RunState.FINISHED));
        Path second =
                runs().stream().filter(file -> !file.equals(first)).findFirst().orElseThrow();
        for (Path file : List.of(first, second)) {
            fixture.answers.add(file);
            robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
            int latent = file.equals(first) ? 4 : 9;
            until(
                    "opened " + file,
                    () -> shows(2, RunState.FINISHED) && fixture.run().config().latent() == latent);
        }
    }

    @Test
    void theLibraryShowsRunsAndOpensThem() {
        fixture.train(3, config -> config.withLatent(4));
        onFx(() -> model().startOver(model().settingsProperty().get().withLatent(9)));
        until("another", () -> shows(0, RunState.READY));
        robot.strike(KeyCode.CONTROL, KeyCode.B);
        ListView<?> list = fixture.find("#library-runs");
        until("listed", () -> list.isVisible() && list.getItems().size() == 1);
        onFx(() -> {
            list.requestFocus();
            list.getSelectionModel().select(0);
        });
        robot.strike(KeyCode.ENTER);
        until("opened", () -> shows(3, RunState.FINISHED));
        onFx(() -> {
            assertThat(fixture.find("#library-pane").isVisible()).isFalse();
            assertThat(fixture.run().config().latent()).isEqualTo(4);
        });
        robot.clickOn("#show-library");
        until("shown", () -> fixture.find("#library-pane").isVisible());
        robot.clickOn("#library-keep");
        until("off", () -> !fixture.window.preferences().runsKeptProperty().get());
        robot.strike(KeyCode.CONTROL, KeyCode.B);
        until("hidden", () -> !fixture.find("#library-pane").isVisible());
    }

    /** One of them is on screen, and its file in use. */
    @Test
    void runsAreComparedInTheLibrarysPlace() {
        fixture.train(3, config -> config.withLatent(4));
        onFx(() -> model().startOver(model().settingsProperty().get().withLatent(9)));
        until("another", () -> shows(0, RunState.READY));
        onFx(model()::train);
        until("trained", () -> shows(3, RunState.FINISHED));
        robot.strike(KeyCode.CONTROL, KeyCode.B);
        ListView<?> list = fixture.find("#library-runs");
        until("listed", () -> list.isVisible() && list.getItems().size() == 2);
        onFx(() -> {
            list.requestFocus();
            list.getSelectionModel().selectAll();
        });
        robot.strike(KeyCode.C);
        TableView<?> table = fixture.find("#comparison-table");
        until("compared", () -> table.isFocused() && table.getItems().size() == 2);
        assertThat(fixture.find("#library").isVisible()).isFalse();
        robot.strike(KeyCode.ESCAPE);
        until("back", list::isFocused);
        assertThat(fixture.find("#comparison").isVisible()).isFalse();
        assertThat(fixture.find("#library").isVisible()).isTrue();
        robot.strike(KeyCode.C);
        until("compared again", () -> table.isFocused() && table.getItems().size() == 2);
        // The run that is not on screen: the list has the newest first.
        onFx(() -> table.getSelectionModel().select(1));
        robot.strike(KeyCode.ENTER);
        until("opened", () -> model().runProperty().get().model().latent() == 4);
        assertThat(fixture.find("#library-pane").isVisible()).isFalse();
    }

    @Test
    void otherDataAreRefusedInOneSentence() throws Exception {
        Path file = fixture.folder.resolve("other.latentlab");
        try (TrainingService service =
                new TrainingService(new Scratch(fixture.folder), RunFileWriter.create(file), events::add)) {
            service.open(MadeUpImages.dataset(40, 5, 7), TrainingConfig.DEFAULT.withLatent(3));
            service.trainUntil(1);
            while (!(events.take() instanceof RunEvent.StateChanged changed && changed.state() == RunState.FINISHED)) {}
            service.close();
            service.runs().close();
        }
        until("ready", () -> shows(0, RunState.READY));
        fixture.answers.add(file);
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        NotificationPane notices = fixture.find("#notices");
        until("refused", () -> notices.isShowing() && notices.getText().contains("these are other data"));
        onFx(() -> assertThat(shows(0, RunState.READY)).isTrue());
    }

    @Test
    void onlyWhatIsInNoFileIsAskedAbout() {
        fixture.train(2, config -> config.withLatent(4));
        Path file = runs().getFirst();
        onFx(() -> fixture.window.preferences().runsKeptProperty().set(false));
        onFx(() -> model().startOver(model().settingsProperty().get().withLatent(5)));
        until("another", () -> shows(0, RunState.READY));
        fixture.answers.add(file);
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        until("opened", () -> shows(2, RunState.FINISHED));
        robot.strike(KeyCode.CONTROL, KeyCode.R);
        until("reset without a question", () -> shows(0, RunState.READY));
        onFx(model()::train);
        until("trained", () -> shows(2, RunState.FINISHED));
        robot.strike(KeyCode.CONTROL, KeyCode.R);
        until("asked", () -> robot.lookup("#confirm-no").tryQuery().isPresent());
        onFx(() -> assertThat(robot.lookup("#confirm-no")
                        .query()
                        .getScene()
                        .getRoot()
                        .lookupAll(".label")
                        .toString())
                .contains("Make a new 4-unit run, not trained yet?", "2 epochs of the run on screen are in no file"));
        robot.clickOn("#confirm-no");
        onFx(() -> assertThat(model().history()).hasSize(3));
    }

    /** Maps and accuracies of the file are shown, whatever they are: nothing is computed again. */
    @Test
    void whatWasComputedComesBackWithTheRun() throws Exception {
        fixture.train(2, config -> config.withLatent(4));
        Path file = runs().getFirst();
        String id = fixture.run().id();
        List<EpochResult> history = fixture.run().history();
        onFx(() -> fixture.<ComboBox<?>>find("#latent-axes").getSelectionModel().select(2));
        until("kept", () -> !maps(file).isEmpty());
        onFx(() -> model().startOver(model().settingsProperty().get().withLatent(9)));
        until("another", () -> shows(0, RunState.READY));
        LaidOutMap kept = maps(file).getFirst();
        float[] turned = kept.positions().clone();
        for (int i = 0; i < turned.length; i++) {
            turned[i] = -turned[i];
        }
        LaidOutMap other =
                new LaidOutMap(kept.space(), kept.epoch(), kept.way(), 777, kept.divergence(), kept.images(), turned);
        Map<Integer, Double> accuracies = new TreeMap<>(Map.of(0, 0.25, 1, 0.5, 2, 0.125));
        FindingRows.keep(file, id, history, new Findings(accuracies, List.of(other)));
        fixture.answers.add(file);
        robot.strike(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        until("opened", () -> shows(2, RunState.FINISHED));
        robot.clickOn("#loss-accuracy");
        until("the map", () -> fixture.<Label>find("#tsne-progress").getText().startsWith("777 / 777"));
        onFx(() -> fixture.<ComboBox<?>>find("#latent-axes").getSelectionModel().selectFirst());
        fixture.closeWindow();
        assertThat(maps(file)).hasSize(1);
        assertThat(maps(file).getFirst().positions()).isEqualTo(turned);
        try (RunFile run = RunFile.open(file)) {
            assertThat(run.accuracies()).isEqualTo(accuracies);
        }
    }

    private static List<LaidOutMap> maps(Path file) {
        try (RunFile run = RunFile.open(file)) {
            return run.maps();
        } catch (Problem e) {
            throw new AssertionError(e);
        }
    }
}
